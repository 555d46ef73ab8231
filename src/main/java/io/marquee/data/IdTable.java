package io.marquee.data;

import java.util.Arrays;

/**
 * How ids, or codes of ids, become dense indices: by address, or where the ids are too far apart for that, by binary
 * search.
 *
 * @param index the index of the ids
 * @param minimum lowest id or code
 * @param dense dense index of id {@code minimum + k}; empty to search instead
 * @param sorted the ids in ascending order where they are searched; otherwise empty
 */
record IdTable(IdIndex index, int minimum, int[] dense, int[] sorted) {

    /** Writes the dense indices of {@code ids[0..count-1]} to {@code target[from..]}. */
    void map(int[] ids, int count, int[] target, int from) {
        if (sorted.length > 0) {
            for (int i = 0; i < count; i++) {
                target[from + i] = Arrays.binarySearch(sorted, ids[i]);
            }
        } else {
            for (int i = 0; i < count; i++) {
                target[from + i] = dense[ids[i] - minimum];
            }
        }
    }
}
