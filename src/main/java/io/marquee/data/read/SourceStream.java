package io.marquee.data.read;

import io.marquee.data.source.FileFormat;
import io.marquee.data.source.SourceFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The bytes of a text file of rows: tells how many were read, and refuses what cannot be such a file (binary data,
 * lines without end) before it fills the memory.
 */
final class SourceStream extends FilterInputStream {

    private final SourceFile file;
    private long position;
    private long lineStart;
    private long line = 1;

    private SourceStream(SourceFile file, InputStream in) {
        super(in);
        this.file = file;
    }

    /**
     * Opens a file.
     *
     * @throws io.marquee.data.InvalidDataException if it is empty or may not be read
     */
    static SourceStream open(SourceFile file) throws IOException {
        if (file.size() == 0) {
            throw NotText.empty(file);
        }
        return new SourceStream(file, file.open());
    }

    /** The share of the file that was read, 0 to 1. */
    double fraction() {
        return Math.min(1, (double) position / file.size());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = in.read(target, offset, length);
        if (position == 0 && count > 0) {
            NotText.check(file, Arrays.copyOfRange(target, offset, offset + Math.min(count, FileFormat.ENOUGH)));
        }
        for (int i = 0; i < count; i++) {
            byte next = target[offset + i];
            if (next == 0) {
                throw NotText.zeroByte(file, position + i, line);
            }
            if (next == '\n' || next == '\r') {
                line += next == '\n' ? 1 : 0;
                lineStart = position + i;
            }
        }
        if (count > 0) {
            position += count;
        }
        if (position - lineStart > LineChunks.LONGEST_LINE) {
            throw NotText.endlessLine(file, line);
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
