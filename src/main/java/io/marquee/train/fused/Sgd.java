package io.marquee.train.fused;

import io.marquee.kernel.DenseKernel;
import io.marquee.kernel.ParameterRun;

/** Plain gradient descent: w = w - rate x gradient. */
final class Sgd implements Optimizer {

    private float rate;

    Sgd(double learningRate) {
        setLearningRate(learningRate);
    }

    @Override
    public int slots() {
        return 0;
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
        kernel.descend(run, rate, l2);
    }
}
