package io.marquee.data;

/** One way to set aside rows of the train part, for the test part or for validation. */
interface HoldOut {

    /**
     * Moves rows out of the train part.
     *
     * @return what to add to the description of the split; empty where there is nothing to add
     * @throws IllegalArgumentException if there are no rows it could move, or none would be left
     */
    String moveOut(RowParts parts, RowParts.Part to);
}
