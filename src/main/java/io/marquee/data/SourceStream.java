package io.marquee.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bytes of a text file of rows: tells how many were read, and refuses what cannot be such a file (binary data,
 * lines without end) before it fills the memory.
 */
final class SourceStream extends FilterInputStream {

    /** Far above any row of ratings or titles. */
    private static final int LONGEST_LINE = 1 << 20;

    private final Path file;
    private final long size;
    private long position;
    private long lineStart;
    private long line = 1;
    private int lastByte = -1;

    private SourceStream(Path file, InputStream in, long size) {
        super(in);
        this.file = file;
        this.size = size;
    }

    /**
     * Opens a file.
     *
     * @throws InvalidDataException if it is empty or may not be read
     */
    static SourceStream open(Path file) throws IOException {
        try {
            long size = Files.size(file);
            if (size == 0) {
                throw new InvalidDataException(file
                        + " is empty. Check that it was downloaded or exported completely.");
            }
            return new SourceStream(file, Files.newInputStream(file), size);
        } catch (AccessDeniedException e) {
            throw new InvalidDataException(file + " may not be read. Check its permissions.", e);
        }
    }

    /** The share of the file that was read, 0 to 1. */
    double fraction() {
        return Math.min(1, (double) position / size);
    }

    /** Whether the last byte read ends a line. */
    boolean endsWithLineBreak() {
        return lastByte == '\n' || lastByte == '\r';
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = in.read(target, offset, length);
        for (int i = 0; i < count; i++) {
            byte next = target[offset + i];
            if (next == 0) {
                throw new InvalidDataException(file + " holds a zero byte at position " + (position + i)
                        + ", line " + line + ", so it is not a plain text file. Choose a CSV file; if it is one, "
                        + "save it as UTF-8, not UTF-16.");
            }
            if (next == '\n' || next == '\r') {
                line += next == '\n' ? 1 : 0;
                lineStart = position + i;
            }
        }
        if (count > 0) {
            position += count;
            lastByte = target[offset + count - 1];
        }
        if (position - lineStart > LONGEST_LINE) {
            throw new InvalidDataException(file + ", line " + line + " is longer than " + LONGEST_LINE
                    + " characters, so it is not a file of rows. Choose a CSV file.");
        }
        return count;
    }

    @Override
    public long skip(long count) {
        throw new UnsupportedOperationException("Every byte is looked at.");
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
