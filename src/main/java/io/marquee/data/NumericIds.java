package io.marquee.data;

import java.util.Arrays;

/** Turns a column of ids that are whole numbers from 0 to 2^31-1 into one of dense indices that ascend with the ids. */
final class NumericIds {

    /** Up to this many possible ids a direct-address table is always worth its memory: 16 MB. */
    private static final int SMALL_RANGE = 1 << 22;

    private NumericIds() {}

    /**
     * Replaces each id by its dense index.
     *
     * @param column ids, none negative; dense indices afterwards
     * @return the index between both
     */
    static NumericIdIndex reindex(int[] column) {
        int minimum = Integer.MAX_VALUE;
        int maximum = 0;
        for (int id : column) {
            minimum = Math.min(minimum, id);
            maximum = Math.max(maximum, id);
        }
        if (column.length == 0) {
            return new NumericIdIndex(new int[0]);
        }
        long range = (long) maximum - minimum + 1;
        // The table must not take more memory than the column itself, or be small anyway.
        return range <= Math.max(SMALL_RANGE, column.length)
                ? byAddress(column, minimum, (int) range)
                : bySorting(column);
    }

    private static NumericIdIndex byAddress(int[] column, int minimum, int range) {
        int[] dense = new int[range];
        for (int id : column) {
            dense[id - minimum] = 1;
        }
        int size = 0;
        for (int present : dense) {
            size += present;
        }
        int[] ids = new int[size];
        int next = 0;
        for (int i = 0; i < range; i++) {
            if (dense[i] == 1) {
                ids[next] = minimum + i;
                dense[i] = next++;
            }
        }
        for (int row = 0; row < column.length; row++) {
            column[row] = dense[column[row] - minimum];
        }
        return new NumericIdIndex(ids);
    }

    private static NumericIdIndex bySorting(int[] column) {
        int[] sorted = column.clone();
        Arrays.sort(sorted);
        int size = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[size++] = sorted[i];
            }
        }
        NumericIdIndex index = new NumericIdIndex(Arrays.copyOf(sorted, size));
        for (int row = 0; row < column.length; row++) {
            column[row] = index.indexOf(column[row]);
        }
        return index;
    }
}
