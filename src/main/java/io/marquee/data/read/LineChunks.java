package io.marquee.data.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Cuts a stream of rows into chunks at line ends, for several threads to take. Where quotes may hold line breaks, it
 * cuts where as many quotes have been opened as closed, as far as counting can tell.
 */
final class LineChunks implements Closeable {

    /** Far above any row of ratings. */
    static final int LONGEST_LINE = 1 << 20;

    /**
     * Some consecutive lines.
     *
     * @param number position among the chunks, from 0
     * @param bytes the lines, followed by at least one line feed that is not part of them
     * @param length how many bytes are theirs
     * @param start position of the first byte in the file
     * @param endless whether this is the beginning of a line that is too long to be one
     */
    record Chunk(int number, byte[] bytes, int length, long start, boolean endless) {

        /** Only the last chunk may end without a line break. */
        boolean endsWithBreak() {
            return length > 0 && (bytes[length - 1] == '\n' || bytes[length - 1] == '\r');
        }
    }

    private final InputStream in;
    private final int size;
    private final byte quote;
    private final Deque<byte[]> spare = new ArrayDeque<>();
    private byte[] carry = new byte[0];
    private long position;
    private int number;
    private boolean ended;

    /**
     * @param in the stream, at its first row
     * @param position position of that row in the file
     * @param size bytes of a chunk, unless a line is longer
     * @param quote the quote that may hold line breaks, or 0
     */
    LineChunks(InputStream in, long position, int size, char quote) {
        this.in = in;
        this.position = position;
        this.size = size;
        this.quote = (byte) quote;
    }

    /** The next chunk, or null after the last one or {@link #stop}. */
    synchronized Chunk next() throws IOException {
        if (ended) {
            return null;
        }
        byte[] bytes = buffer(Math.max(size, carry.length + (size >> 1)));
        System.arraycopy(carry, 0, bytes, 0, carry.length);
        int used = carry.length;
        carry = new byte[0];
        while (true) {
            int room = bytes.length - 1 - used;
            int count = in.readNBytes(bytes, used, room);
            used += count;
            if (count < room) {
                ended = true;
                return used == 0 ? null : chunk(bytes, used, false);
            }
            int cut = cut(bytes, used);
            if (cut > 0) {
                carry = Arrays.copyOfRange(bytes, cut, used);
                return chunk(bytes, cut, false);
            }
            if (used > LONGEST_LINE) {
                ended = true;
                return chunk(bytes, used, true);
            }
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
    }

    private Chunk chunk(byte[] bytes, int length, boolean endless) {
        bytes[length] = '\n';
        long start = position;
        position += length;
        return new Chunk(number++, bytes, length, start, endless);
    }

    private byte[] buffer(int capacity) {
        byte[] bytes = spare.poll();
        return bytes != null && bytes.length > capacity ? bytes : new byte[capacity + 1];
    }

    /** Gives a chunk's memory back for another one. */
    synchronized void recycle(Chunk chunk) {
        spare.push(chunk.bytes());
    }

    /** Lets {@link #next} end. */
    synchronized void stop() {
        ended = true;
    }

    /** How many bytes of the file lie in the chunks handed out. */
    synchronized long position() {
        return position;
    }

    /** Where the chunk may end: behind a line end, or 0 if there is none. */
    private int cut(byte[] bytes, int used) {
        if (quote != 0) {
            int cut = cutOutsideQuotes(bytes, used);
            if (cut > 0) {
                return cut;
            }
        }
        for (int i = used - 1; i >= 0; i--) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        // A carriage return at the very end may be half of a line break.
        for (int i = used - 2; i >= 0; i--) {
            if (bytes[i] == '\r') {
                return i + 1;
            }
        }
        return 0;
    }

    private int cutOutsideQuotes(byte[] bytes, int used) {
        int cut = 0;
        boolean outside = true;
        for (int i = 0; i < used; i++) {
            if (bytes[i] == quote) {
                outside = !outside;
            } else if (bytes[i] == '\n' && outside) {
                cut = i + 1;
            }
        }
        return cut;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
