package io.marquee.model;

/** Which embedding rows an optimiser step touches. */
public enum EmbeddingUpdates {
    /**
     * Only the rows of the batch: their optimiser state and weight decay advance when they occur, other rows stay as they
     * are. The cost of a step does not grow with the number of users. Not the same algorithm as the dense form: rows
     * without ratings in a batch do not coast on their momentum.
     */
    LAZY,
    /** All rows in each step, exactly as stock DL4J layers do; the cost of a step grows with the number of users. */
    DENSE
}
