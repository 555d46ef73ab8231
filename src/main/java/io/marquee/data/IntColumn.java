package io.marquee.data;

import java.util.ArrayList;
import java.util.List;

/**
 * A growing column of ints in chunks of one mebibyte: appending never copies what is already there, so that 20 million
 * rows take 80 MB while they grow, not the 240 MB that a doubling array needs for a moment.
 */
final class IntColumn {

    private static final int SHIFT = 18;
    private static final int CHUNK = 1 << SHIFT;
    private static final int MASK = CHUNK - 1;
    /** The most rows a column can hold: whole chunks that fit in the longest array of a Java virtual machine. */
    private static final int MAXIMUM_SIZE = Integer.MAX_VALUE - CHUNK + 1;

    private final List<int[]> chunks = new ArrayList<>();
    private int[] last = new int[0];
    private int size;

    int size() {
        return size;
    }

    /** @throws IllegalStateException if the column is full */
    void add(int value) {
        int place = size & MASK;
        if (place == 0) {
            if (size >= MAXIMUM_SIZE) {
                throw new IllegalStateException("More than " + MAXIMUM_SIZE + " rows do not fit in one table.");
            }
            last = new int[CHUNK];
            chunks.add(last);
        }
        last[place] = value;
        size++;
    }

    int get(int row) {
        return chunks.get(row >>> SHIFT)[row & MASK];
    }

    void set(int row, int value) {
        chunks.get(row >>> SHIFT)[row & MASK] = value;
    }

    /** The values of all rows; the column is empty afterwards, so that its memory is not held twice. */
    int[] drain() {
        int[] values = new int[size];
        for (int chunk = 0; chunk < chunks.size(); chunk++) {
            int from = chunk << SHIFT;
            System.arraycopy(chunks.get(chunk), 0, values, from, Math.min(CHUNK, size - from));
            chunks.set(chunk, null);
        }
        chunks.clear();
        last = new int[0];
        size = 0;
        return values;
    }
}
