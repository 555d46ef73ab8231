package io.marquee.train;

import java.util.List;

/** The steps of all epochs on the train part, one after the other: where batches come from is the implementation's business. */
public interface EpochSteps extends AutoCloseable {

    /**
     * Does the next step; epochs follow each other without a mark.
     *
     * @return the losses that are known since, in the order of their steps; by the end of an epoch, those of all its steps
     */
    List<BatchLoss> next() throws InterruptedException;

    /** Nanoseconds of processor time spent on the order of epochs, so far. */
    long shuffleNanos();

    /** Nanoseconds of processor time spent copying ratings, so far. */
    long fillNanos();

    /** Nanoseconds the training waited for ratings, so far. */
    long waitingNanos();

    @Override
    void close();

    /**
     * The loss of one batch before its step.
     *
     * @param meanSquaredError in squared target units, without the L2 term; not finite where training has diverged
     * @param ratings the size of the batch
     */
    record BatchLoss(double meanSquaredError, int ratings) {}
}
