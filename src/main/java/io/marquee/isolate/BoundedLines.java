package io.marquee.isolate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads lines of UTF-8 from another process, of which none may grow without end. */
final class BoundedLines {

    private final InputStream in;
    private final int most;
    private final byte[] buffer = new byte[1 << 14];
    private int position;
    private int filled;

    /** @param most largest number of bytes in a line */
    BoundedLines(InputStream in, int most) {
        this.in = in;
        this.most = most;
    }

    /** A line that is longer than it may be. */
    static final class LineTooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        LineTooLongException(int most) {
            super("a line is longer than " + most + " bytes");
        }
    }

    /**
     * The next line without its end; waits for it.
     *
     * @return null at the end of the stream
     * @throws LineTooLongException if the line is too long; the rest of it is read as other lines
     */
    String next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            if (position == filled) {
                position = 0;
                filled = Math.max(0, in.read(buffer));
                if (filled == 0) {
                    return line.size() == 0 ? null : line.toString(StandardCharsets.UTF_8);
                }
            }
            int end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, position, end - position);
            boolean whole = end < filled;
            position = whole ? end + 1 : end;
            if (line.size() > most) {
                throw new LineTooLongException(most);
            }
            if (whole) {
                return line.toString(StandardCharsets.UTF_8);
            }
        }
    }
}
