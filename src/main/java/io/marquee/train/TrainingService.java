package io.marquee.train;

import io.marquee.data.Dataset;
import io.marquee.data.Progress;
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
     * Looks for a learning rate on the device of a run; blocking.
     *
     * @param request the run that the rate is for; its own rate and schedule do not count
     * @param dataset the opened dataset that {@code request} names
     * @throws TrainingException with a sentence if the settings do not fit the data or the device cannot be used
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop
     */
    default LearningRateCurve findRate(TrainingRequest request, Dataset dataset, Progress progress)
            throws TrainingException, InterruptedException {
        return new LearningRateFinder(dataset, request).run(progress);
    }

    /**
     * Makes ready, in the background, what the first run in this process would wait for; returns at once. Does nothing where
     * there is nothing to make ready.
     */
    default void prepare() {}

    /** Stops the current run and ends the thread. */
    @Override
    void close();
}
