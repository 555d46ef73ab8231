package io.marquee.train;

import io.marquee.model.Hyperparameters;
import java.util.OptionalDouble;

/** The learning rate of each batch: by the schedule, or the one that a person has set. */
final class RatePlan {

    private final Hyperparameters hyperparameters;
    private OptionalDouble byHand;
    private double current;

    /** @param byHand rate that a person set before the run was broken off */
    RatePlan(Hyperparameters hyperparameters, OptionalDouble byHand) {
        this.hyperparameters = hyperparameters;
        this.byHand = byHand;
        this.current = hyperparameters.learningRate();
    }

    void setByHand(double rate) {
        byHand = OptionalDouble.of(rate);
    }

    /** The rate a person set, if any. */
    OptionalDouble byHand() {
        return byHand;
    }

    /**
     * Tells the engine the rate of its next batch, where it has changed.
     *
     * @param epoch current epoch, counted from 1
     * @param batch number of the batch in it, from 0
     * @param batches batches of an epoch
     * @param epochs epochs planned in all
     */
    void apply(TrainingEngine engine, int epoch, int batch, int batches, int epochs) {
        double rate = byHand.isPresent()
                ? byHand.getAsDouble()
                : hyperparameters.learningRate()
                        * hyperparameters.schedule().factor(epoch - 1 + (batch + 0.5) / batches, epochs);
        if (rate != current) {
            engine.setLearningRate(rate);
            current = rate;
        }
    }
}
