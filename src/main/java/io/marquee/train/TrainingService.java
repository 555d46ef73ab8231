package io.marquee.train;

import io.marquee.data.Dataset;
import java.util.function.Consumer;

/** Trains networks on one long-lived background thread, one run at a time. */
public interface TrainingService extends AutoCloseable {

    /**
     * Starts a run and returns at once; a run that was started before and has not ended is waited for first.
     *
     * @param request what to train
     * @param dataset the opened dataset that {@code request} names
     * @param listener gets each event on the training thread; must be quick and must not throw
     */
    TrainingRun start(TrainingRequest request, Dataset dataset, Consumer<TrainingEvent> listener);

    /**
     * Makes ready, in the background, what the first run in this process would wait for; returns at once. Does nothing where
     * there is nothing to make ready.
     */
    default void prepare() {}

    /** Stops the current run and ends the thread. */
    @Override
    void close();
}
