package io.marquee.train.array;

import io.marquee.model.Hyperparameters;
import io.marquee.model.OptimizerKind;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Steps of gradient descent on whole arrays, as ND4J's updaters define them: Adam (Kingma and Ba, ICLR 2015, section 2) with
 * the bias corrections in the rate, Nesterov momentum, plain descent. Nothing is read back from the device.
 */
final class ArrayOptimizer {

    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final double EPSILON = 1e-8;

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
    void update(INDArray parameters, List<INDArray> state, INDArray gradient, double l2) {
        if (l2 != 0) {
            gradient.addi(parameters.mul(l2));
        }
        switch (kind) {
            case SGD -> parameters.subi(gradient.muli(rate));
            case NESTEROVS -> nesterov(parameters, state.get(0), gradient);
            case ADAM -> adam(parameters, state.get(0), state.get(1), gradient);
        }
    }

    private void nesterov(INDArray parameters, INDArray velocity, INDArray gradient) {
        velocity.muli(momentum);
        parameters.subi(velocity);
        velocity.subi(gradient.muli(rate));
        parameters.addi(velocity.mul(1 + momentum));
    }

    private void adam(INDArray parameters, INDArray first, INDArray second, INDArray gradient) {
        double corrected = rate * Math.sqrt(1 - Math.pow(BETA2, steps)) / (1 - Math.pow(BETA1, steps));
        first.muli(BETA1).addi(gradient.mul(1 - BETA1));
        second.muli(BETA2).addi(gradient.muli(gradient).muli(1 - BETA2));
        parameters.subi(first.mul(corrected).divi(Transforms.sqrt(second, true).addi(EPSILON)));
    }
}
