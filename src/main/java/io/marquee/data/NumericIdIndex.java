package io.marquee.data;

import java.util.Arrays;

/**
 * Index of ids that are whole numbers from 0 to 2^31-1, sorted by value. Four bytes an id; lookups by binary search.
 */
final class NumericIdIndex implements IdIndex {

    private final int[] ids;

    /** @param ids distinct ids in ascending order; owned by the index from now on */
    NumericIdIndex(int[] ids) {
        for (int i = 1; i < ids.length; i++) {
            if (ids[i - 1] >= ids[i]) {
                throw new IllegalArgumentException("Ids must ascend; " + ids[i] + " follows " + ids[i - 1] + ".");
            }
        }
        this.ids = ids;
    }

    @Override
    public int size() {
        return ids.length;
    }

    @Override
    public String id(int index) {
        return Integer.toString(ids[index]);
    }

    @Override
    public int indexOf(String id) {
        try {
            int value = Integer.parseInt(id);
            return Integer.toString(value).equals(id) ? indexOf(value) : UNKNOWN;
        } catch (NumberFormatException e) {
            // Not a number, so it is none of these ids.
            return UNKNOWN;
        }
    }

    /** The dense index of an id, or {@link #UNKNOWN}. */
    int indexOf(int id) {
        int position = Arrays.binarySearch(ids, id);
        return position >= 0 ? position : UNKNOWN;
    }

    @Override
    public boolean contiguous() {
        return ids.length > 0 && (ids[0] == 0 || ids[0] == 1) && ids[ids.length - 1] - ids[0] == ids.length - 1;
    }
}
