package io.marquee.train.fused;

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
    public void update(float[] values, int at, float[] state, int stateAt, int stateStride, float[] gradient,
            int gradientAt, int count, float l2) {
        for (int i = 0; i < count; i++) {
            float value = values[at + i];
            values[at + i] = value - rate * (gradient[gradientAt + i] + l2 * value);
        }
    }
}
