package io.marquee.train;

import io.marquee.model.NetworkWeights;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The arithmetic of training one network: takes batches, owns the parameters while it trains. Used from the training
 * thread only.
 */
public interface TrainingEngine extends AutoCloseable {

    /** Which path this is, for people and protocols, such as "fast path (Vector API, 256 bit, 2 threads)". */
    String description();

    /**
     * One optimiser step on one batch.
     *
     * @return the mean squared error of the batch before the step, in squared target units, without the L2 term; NaN
     *     or infinite where training has diverged
     */
    double train(Batch batch);

    /**
     * Steps on very large batches take seconds: an engine may ask within a step whether to go on. Where the answer is no, it
     * breaks the step off, and its parameters are of no more use.
     *
     * @param mayGoOn asked from any thread; may block to hold the step
     */
    default void heed(BooleanSupplier mayGoOn) {
        // Few engines can be broken off.
    }

    /**
     * Takes the train part to where this engine computes, so that it makes batches of its own there.
     *
     * @param firstEpoch epoch to begin with, counted from 1
     * @return the steps of all epochs; empty where batches have to be given to {@link #train}
     */
    default Optional<EpochSteps> resident(TrainPart part, int firstEpoch) {
        return Optional.empty();
    }

    /** Whether the engine trains the DL4J graph itself, so that the graph's listeners hear of each iteration from DL4J. */
    default boolean drivesGraph() {
        return false;
    }

    /** The learning rate from the next batch on. */
    void setLearningRate(double learningRate);

    /** A copy of the current parameters. */
    NetworkWeights snapshot();

    /** A copy of all that is needed to go on from here in another engine for the same network and device. */
    EngineState state();

    /**
     * Goes on from a state.
     *
     * @throws IllegalArgumentException if it is of another network or optimiser
     */
    void restore(EngineState state);

    /** Nanoseconds spent in each part of all steps since the engine was made. */
    StepTimes stepTimes();

    /** Releases threads and native memory. */
    @Override
    void close();
}
