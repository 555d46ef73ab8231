package io.marquee.train;

/** Where an engine's batches come from. */
interface BatchSource {

    /** The next batch, valid until the next call. */
    Batch next() throws InterruptedException;

    /** Nanoseconds the caller waited for batches, so far. */
    long waitingNanos();
}
