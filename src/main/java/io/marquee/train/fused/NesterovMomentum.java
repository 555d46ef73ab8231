package io.marquee.train.fused;

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
    public void update(float[] values, int at, float[] state, int stateAt, int stateStride, float[] gradient,
            int gradientAt, int count, float l2) {
        for (int i = 0; i < count; i++) {
            float value = values[at + i];
            float before = state[stateAt + i];
            float velocity = momentum * before - rate * (gradient[gradientAt + i] + l2 * value);
            state[stateAt + i] = velocity;
            values[at + i] = value - momentum * before + (1 + momentum) * velocity;
        }
    }
}
