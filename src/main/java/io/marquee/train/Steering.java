package io.marquee.train;

import java.util.OptionalDouble;

/** What a person asks of a run under way, until the training thread takes it up between two batches. */
final class Steering {

    private volatile boolean pending;
    private double learningRate = Double.NaN;
    private int moreEpochs;
    private boolean evaluation;

    /**
     * Commands that were sent since the last time.
     *
     * @param learningRate the newest rate asked for
     * @param moreEpochs epochs to add, 0 for none
     * @param evaluation whether an evaluation was asked for
     */
    record Wishes(OptionalDouble learningRate, int moreEpochs, boolean evaluation) {}

    synchronized void setLearningRate(double rate) {
        learningRate = rate;
        pending = true;
    }

    synchronized void addEpochs(int epochs) {
        moreEpochs += epochs;
        pending = true;
    }

    synchronized void evaluate() {
        evaluation = true;
        pending = true;
    }

    /** Whether there is anything to take; cheap enough to ask before each batch. */
    boolean pending() {
        return pending;
    }

    synchronized Wishes take() {
        Wishes wishes = new Wishes(
                Double.isNaN(learningRate) ? OptionalDouble.empty() : OptionalDouble.of(learningRate), moreEpochs, evaluation);
        learningRate = Double.NaN;
        moreEpochs = 0;
        evaluation = false;
        pending = false;
        return wishes;
    }
}
