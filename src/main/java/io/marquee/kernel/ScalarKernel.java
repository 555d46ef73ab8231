package io.marquee.kernel;

import io.marquee.kernel.DenseWeights.Activation;

/** Inner loops in plain Java, for machines or JVMs without the Vector API; the compiler vectorises what it can. */
final class ScalarKernel implements DenseKernel {

    private static final int PANEL = 16;
    private static final int PARTIAL = PANEL / 2;

    private final String reason;

    /** @param reason why it is these loops, in a few words */
    ScalarKernel(String reason) {
        this.reason = reason;
    }

    @Override
    public int panel() {
        return PANEL;
    }

    @Override
    public int parameterGroup() {
        return 1;
    }

    @Override
    public String description() {
        return "plain loops: " + reason;
    }

    @Override
    public void forward(FeatureTile x, int rows, PackedDense layer, int panel, PanelTile out) {
        float[] xs = x.values();
        float[] ws = layer.weights();
        float[] hs = out.values();
        int in = layer.paddedIn();
        boolean relu = layer.activation() == Activation.RELU;
        for (int s = 0; s < rows; s++) {
            int h = panel * out.stride() + s * PANEL;
            System.arraycopy(layer.bias(), panel * PANEL, hs, h, PANEL);
            for (int k = 0; k < in; k++) {
                float value = xs[k * TILE + s];
                int w = (panel * in + k) * PANEL;
                for (int o = 0; o < PANEL; o++) {
                    hs[h + o] += value * ws[w + o];
                }
            }
            if (relu) {
                for (int o = h; o < h + PANEL; o++) {
                    hs[o] = Math.max(0, hs[o]);
                }
            }
        }
    }

    @Override
    public void addOutput(PanelTile h, int rows, float[] weights, int panel, float[] partial) {
        for (int s = 0; s < rows; s++) {
            int base = panel * h.stride() + s * PANEL;
            float sum = 0;
            for (int o = 0; o < PANEL; o++) {
                sum += h.values()[base + o] * weights[panel * PANEL + o];
            }
            partial[s * PARTIAL] += sum;
        }
    }

    @Override
    public void finishOutput(float[] partial, int rows, float bias, float[] y) {
        for (int s = 0; s < rows; s++) {
            y[s] = bias + partial[s * PARTIAL];
        }
    }

    @Override
    public void backwardOutput(
            PanelTile h, int rows, float[] weights, int panel, float[] gradient, float[] dWeights, float[] dBias) {
        float[] hs = h.values();
        int first = panel * PANEL;
        for (int s = 0; s < rows; s++) {
            int base = panel * h.stride() + s * PANEL;
            for (int o = 0; o < PANEL; o++) {
                dWeights[first + o] += gradient[s] * hs[base + o];
                float delta = hs[base + o] > 0 ? gradient[s] * weights[first + o] : 0;
                dBias[first + o] += delta;
                hs[base + o] = delta;
            }
        }
    }

    @Override
    public void backwardRelu(PanelTile h, PanelTile delta, int rows, int panel, float[] dBias) {
        float[] hs = h.values();
        for (int s = 0; s < rows; s++) {
            int hBase = panel * h.stride() + s * PANEL;
            int dBase = panel * delta.stride() + s * PANEL;
            for (int o = 0; o < PANEL; o++) {
                float value = hs[hBase + o] > 0 ? delta.values()[dBase + o] : 0;
                dBias[panel * PANEL + o] += value;
                hs[hBase + o] = value;
            }
        }
    }

    @Override
    public void backwardWeights(FeatureTile x, PanelTile delta, int rows, int panel, PackedDense dLayer) {
        float[] xs = x.values();
        float[] ds = delta.values();
        float[] dws = dLayer.weights();
        int in = dLayer.paddedIn();
        for (int s = 0; s < rows; s++) {
            int d = panel * delta.stride() + s * PANEL;
            for (int k = 0; k < in; k++) {
                float value = xs[k * TILE + s];
                int w = (panel * in + k) * PANEL;
                for (int o = 0; o < PANEL; o++) {
                    dws[w + o] += value * ds[d + o];
                }
            }
        }
    }

    @Override
    public void backwardInput(PanelTile delta, int rows, TransposedDense layer, int panel, PanelTile dx) {
        for (int block = 0; block < layer.wholeBlocks(); block++) {
            addInputs(delta, rows, layer, panel, block, PANEL, dx);
        }
        if (layer.halfBlock()) {
            addInputs(delta, rows, layer, panel, layer.wholeBlocks(), PANEL / 2, dx);
        }
    }

    private static void addInputs(
            PanelTile delta, int rows, TransposedDense layer, int panel, int block, int width, PanelTile dx) {
        float[] ds = delta.values();
        float[] ws = layer.weights();
        float[] dxs = dx.values();
        for (int s = 0; s < rows; s++) {
            int d = panel * delta.stride() + s * PANEL;
            int x = block * dx.stride() + s * PANEL;
            int w = layer.index(panel, block);
            for (int o = 0; o < PANEL; o++) {
                float value = ds[d + o];
                for (int k = 0; k < width; k++) {
                    dxs[x + k] += value * ws[w + o * width + k];
                }
            }
        }
    }

    @Override
    public void descend(ParameterRun run, float rate, float l2) {
        for (int i = 0; i < run.count; i++) {
            float value = run.values[run.at + i];
            run.values[run.at + i] = flush(value - rate * (run.gradient[run.gradientAt + i] + l2 * value), NEGLIGIBLE);
        }
    }

    @Override
    public void nesterov(ParameterRun run, float rate, float momentum, float l2) {
        for (int i = 0; i < run.count; i++) {
            float value = run.values[run.at + i];
            float before = run.state[run.stateAt + i];
            float velocity = flush(momentum * before - rate * (run.gradient[run.gradientAt + i] + l2 * value), NEGLIGIBLE);
            run.state[run.stateAt + i] = velocity;
            run.values[run.at + i] = value - momentum * before + (1 + momentum) * velocity;
        }
    }

    @Override
    public void adam(ParameterRun run, float rate, float epsilon, float l2) {
        int second = run.stateAt + run.stateStride;
        for (int i = 0; i < run.count; i++) {
            float value = run.values[run.at + i];
            float g = flush(run.gradient[run.gradientAt + i] + l2 * value, NEGLIGIBLE);
            float m = flush(0.9f * run.state[run.stateAt + i] + 0.1f * g, NEGLIGIBLE);
            float v = flush(0.999f * run.state[second + i] + 0.001f * g * g, NEGLIGIBLE * NEGLIGIBLE);
            run.state[run.stateAt + i] = m;
            run.state[second + i] = v;
            run.values[run.at + i] = value - rate * m / ((float) Math.sqrt(v) + epsilon);
        }
    }

    private static float flush(float x, float least) {
        return Math.abs(x) < least ? 0 : x;
    }
}
