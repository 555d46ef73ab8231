package io.marquee.data;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A two-way index between the original ids of a dataset and the dense indices 0..size-1 that embeddings are
 * looked up by, as the codes of a categorical column: the indices follow the sorted order of the ids.
 *
 * <p>People are always shown original ids. Implementations are immutable.
 */
public interface IdIndex {

    /** A whole number as {@link Integer#toString} writes it. */
    Pattern PLAIN_NUMBER = Pattern.compile("0|[1-9][0-9]{0,9}");

    /** Returned by {@link #indexOf} for an id that is not in the index. */
    int UNKNOWN = -1;

    /** The number of distinct ids. */
    int size();

    /**
     * The original id of a dense index.
     *
     * @throws IndexOutOfBoundsException if {@code index} is not in 0..size-1
     */
    String id(int index);

    /** The dense index of an original id, or {@link #UNKNOWN}. */
    int indexOf(String id);

    /** Whether the original ids were already the whole numbers a, a+1, ..., a+size-1 with a = 0 or 1. */
    boolean contiguous();

    /**
     * The index of given ids: by value where all are whole numbers in plain notation, otherwise as text.
     *
     * @param ids distinct ids in the order of the index to make
     * @throws IllegalArgumentException if the ids are not in ascending order
     */
    static IdIndex ofSorted(List<String> ids) {
        int[] numbers = new int[ids.size()];
        for (int i = 0; i < numbers.length; i++) {
            String id = ids.get(i);
            if (!PLAIN_NUMBER.matcher(id).matches() || Long.parseLong(id) > Integer.MAX_VALUE) {
                return new TextIdIndex(ids);
            }
            numbers[i] = Integer.parseInt(id);
        }
        return new NumericIdIndex(numbers);
    }
}
