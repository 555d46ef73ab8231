package io.marquee.train.fused;

import io.marquee.kernel.DenseKernel;
import io.marquee.kernel.ParameterRun;
import io.marquee.model.Hyperparameters;

/**
 * A gradient descent rule over a run of parameters, as ND4J defines it. Each parameter has {@link #slots} values of state,
 * zero at first.
 */
interface Optimizer {

    /** Values of state a parameter needs. */
    int slots();

    /** Begins the next step; called once a step before any {@link #update}. */
    void beginStep();

    /** Steps done, where the rule depends on their number; otherwise 0. */
    default long steps() {
        return 0;
    }

    /** Goes on after some steps. */
    default void continueAfter(long steps) {
        // Most rules do not depend on it.
    }

    /** The learning rate from the next step on. */
    void setLearningRate(double learningRate);

    /**
     * Updates a run of parameters.
     *
     * @param l2 weight decay: l2 x parameter is added to its gradient
     */
    void update(DenseKernel kernel, ParameterRun run, float l2);

    /** The rule the hyperparameters name. */
    static Optimizer of(Hyperparameters hyperparameters) {
        return switch (hyperparameters.optimizer()) {
            case ADAM -> new Adam(hyperparameters.learningRate());
            case SGD -> new Sgd(hyperparameters.learningRate());
            case NESTEROVS -> new NesterovMomentum(hyperparameters.learningRate(), hyperparameters.momentum());
        };
    }
}
