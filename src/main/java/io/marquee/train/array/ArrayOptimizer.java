package io.marquee.train.array;

import io.marquee.model.Hyperparameters;
import io.marquee.model.OptimizerKind;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.Axpy;
import org.nd4j.linalg.api.ops.impl.updaters.AdamUpdater;
import org.nd4j.linalg.api.ops.impl.updaters.NesterovsUpdater;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Steps of gradient descent on whole arrays by ND4J's updaters, as DL4J takes them: Adam (Kingma and Ba, ICLR 2015, section 2)
 * with the bias corrections in the rate, Nesterov momentum, plain descent. Nothing is read back from the device.
 */
final class ArrayOptimizer {

    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final double EPSILON = 1e-8;

    /** ND4J corrects the bias in single precision; after so many steps there is nothing to correct, so the rate is ours. */
    private static final int LATE = 1_000_000;

    private final OptimizerKind kind;
    private final double momentum;
    private double rate;
    private long steps;

    ArrayOptimizer(Hyperparameters hyperparameters) {
        kind = hyperparameters.optimizer();
        momentum = hyperparameters.momentum();
        rate = hyperparameters.learningRate();
    }

    /** Arrays of state that parameters need, each of their shape and zero at first. */
    int slots() {
        return switch (kind) {
            case SGD -> 0;
            case NESTEROVS -> 1;
            case ADAM -> 2;
        };
    }

    /** Begins the next step; called once a step before any {@link #update}. */
    void beginStep() {
        steps++;
    }

    long steps() {
        return steps;
    }

    void continueAfter(long done) {
        steps = done;
    }

    void setLearningRate(double learningRate) {
        rate = learningRate;
    }

    /**
     * Updates parameters and their state in place.
     *
     * @param gradient overwritten
     * @param l2 weight decay: l2 x parameter is added to its gradient
     */
    void update(INDArray parameters, INDArray[] state, INDArray gradient, double l2) {
        if (l2 != 0) {
            Nd4j.exec(new Axpy(parameters, gradient, gradient, l2));
        }
        switch (kind) {
            case SGD -> Nd4j.exec(new Axpy(gradient, parameters, parameters, -rate));
            case NESTEROVS -> {
                Nd4j.exec(new NesterovsUpdater(gradient, state[0], rate, momentum));
                parameters.subi(gradient);
            }
            case ADAM -> adam(parameters, state[0], state[1], gradient);
        }
    }

    private void adam(INDArray parameters, INDArray first, INDArray second, INDArray gradient) {
        double corrected = rate * Math.sqrt(1 - Math.pow(BETA2, steps)) / (1 - Math.pow(BETA1, steps));
        Nd4j.exec(new AdamUpdater(gradient, second, first, corrected, BETA1, BETA2, EPSILON, LATE));
        // ND4J takes its epsilon for a rate of zero.
        if (corrected != 0) {
            parameters.subi(gradient);
        }
    }
}
