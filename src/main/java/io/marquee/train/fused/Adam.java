package io.marquee.train.fused;

import io.marquee.kernel.DenseKernel;
import io.marquee.kernel.ParameterRun;

/**
 * Adam (Kingma and Ba, Adam: a method for stochastic optimization, ICLR 2015) in the form of the paper's section 2 that
 * ND4J uses: the bias corrections go into the rate, epsilon is not corrected.
 */
final class Adam implements Optimizer {

    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final float EPSILON = 1e-8f;

    private double rate;
    private long step;
    private float correctedRate;

    Adam(double learningRate) {
        setLearningRate(learningRate);
    }

    @Override
    public int slots() {
        return 2;
    }

    @Override
    public void beginStep() {
        step++;
        correctedRate = (float) (rate * Math.sqrt(1 - Math.pow(BETA2, step)) / (1 - Math.pow(BETA1, step)));
    }

    @Override
    public long steps() {
        return step;
    }

    @Override
    public void continueAfter(long steps) {
        step = steps;
    }

    @Override
    public void setLearningRate(double learningRate) {
        rate = learningRate;
    }

    @Override
    public void update(DenseKernel kernel, ParameterRun run, float l2) {
        kernel.adam(run, correctedRate, EPSILON, l2);
    }
}
