package io.marquee.data;

/**
 * A two-way index between the original ids of a dataset and the dense indices 0..size-1 that embeddings are
 * looked up by, as the codes of a categorical column: the indices follow the sorted order of the ids.
 *
 * <p>People are always shown original ids. Implementations are immutable.
 */
public interface IdIndex {

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
}
