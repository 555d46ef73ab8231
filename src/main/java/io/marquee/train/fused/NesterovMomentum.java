package io.marquee.train.fused;

import io.marquee.kernel.DenseKernel;
import io.marquee.kernel.ParameterRun;

/**
 * Nesterov momentum in the form ND4J uses (Sutskever et al., On the importance of initialization and momentum in deep
 * learning, ICML 2013, rewritten for the shifted parameters): v' = momentum v - rate g; w = w - momentum v + (1 + momentum)
 * v'.
 */
final class NesterovMomentum implements Optimizer {

    private final float momentum;
    private float rate;

    NesterovMomentum(double learningRate, double momentum) {
        this.momentum = (float) momentum;
        setLearningRate(learningRate);
    }

    @Override
    public int slots() {
        return 1;
    }

    @Override
    public void beginStep() {
        // No state that advances with steps.
    }

    @Override
    public void setLearningRate(double learningRate) {
        rate = (float) learningRate;
    }

    @Override
    public void update(DenseKernel kernel, ParameterRun run, float l2) {
        kernel.nesterov(run, rate, momentum, l2);
    }
}
