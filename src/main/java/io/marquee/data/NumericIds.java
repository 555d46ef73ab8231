package io.marquee.data;

import java.util.Arrays;

/** Finds the dense indices of ids that are whole numbers from 0 to 2^31-1; they ascend with the ids. */
final class NumericIds {

    /** Up to this many possible ids a direct-address table is always worth its memory: 20 MB. */
    private static final int SMALL_RANGE = 1 << 22;

    private NumericIds() {}

    /** The table from the ids of a column to dense indices. */
    static IdTable table(BlockColumns.Ids column) {
        if (column.rows() == 0) {
            return new IdTable(new NumericIdIndex(new int[0]), 0, new int[0], new int[0]);
        }
        int[] bounds = column.bounds();
        long range = (long) bounds[1] - bounds[0] + 1;
        // The table must not take more memory than the column itself, or be small anyway.
        return range <= Math.max(SMALL_RANGE, column.rows())
                ? byAddress(column, bounds[0], (int) range)
                : bySorting(column);
    }

    private static IdTable byAddress(BlockColumns.Ids column, int minimum, int range) {
        byte[] present = new byte[range];
        column.mark(present, minimum);
        int size = 0;
        for (byte one : present) {
            size += one;
        }
        int[] ids = new int[size];
        int[] dense = new int[range];
        int next = 0;
        for (int i = 0; i < range; i++) {
            if (present[i] == 1) {
                ids[next] = minimum + i;
                dense[i] = next++;
            }
        }
        return new IdTable(new NumericIdIndex(ids), minimum, dense, new int[0]);
    }

    private static IdTable bySorting(BlockColumns.Ids column) {
        int[] sorted = column.copy();
        Arrays.parallelSort(sorted);
        int size = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[size++] = sorted[i];
            }
        }
        int[] ids = Arrays.copyOf(sorted, size);
        return new IdTable(new NumericIdIndex(ids), 0, new int[0], ids);
    }
}
