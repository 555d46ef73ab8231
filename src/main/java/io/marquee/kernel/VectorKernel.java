package io.marquee.kernel;

import io.marquee.kernel.DenseWeights.Activation;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Inner loops with the JDK's Vector API. A panel is two vectors wide; sums are kept in eight vector registers, which
 * leaves enough of the sixteen registers of AVX2 for operands.
 */
final class VectorKernel implements DenseKernel {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int PANEL = 2 * LANES;

    /** Bits of a vector register on this processor. */
    static int bits() {
        return SPECIES.vectorBitSize();
    }

    @Override
    public int panel() {
        return PANEL;
    }

    @Override
    public int parameterGroup() {
        return LANES;
    }

    @Override
    public String description() {
        return "Vector API, " + bits() + " bit";
    }

    @Override
    public void forward(PanelTile x, int rows, PackedDense layer, int panel, PanelTile out) {
        int in = layer.paddedIn();
        boolean relu = layer.activation() == Activation.RELU;
        for (int first = 0; first < in; first += x.panel()) {
            int count = Math.min(x.panel(), in - first);
            float floor = relu && first + count == in ? 0f : Float.NEGATIVE_INFINITY;
            forward(x, first, count, rows, layer, panel, out, floor);
        }
    }

    /** Adds one panel of inputs: sums begin with the bias, then go on from the outputs so far. */
    private static void forward(
            PanelTile x, int first, int count, int rows, PackedDense layer, int panel, PanelTile out, float floor) {
        float[] xs = x.values();
        float[] ws = layer.weights();
        float[] hs = out.values();
        boolean begin = first == 0;
        float[] sums = begin ? layer.bias() : hs;
        int step = x.panel();
        for (int s = 0; s < rows; s += ROW_GROUP) {
            int h = panel * out.stride() + s * PANEL;
            int from = begin ? panel * PANEL : h;
            int next = begin ? 0 : PANEL;
            FloatVector a00 = FloatVector.fromArray(SPECIES, sums, from);
            FloatVector a01 = FloatVector.fromArray(SPECIES, sums, from + LANES);
            FloatVector a10 = FloatVector.fromArray(SPECIES, sums, from + next);
            FloatVector a11 = FloatVector.fromArray(SPECIES, sums, from + next + LANES);
            FloatVector a20 = FloatVector.fromArray(SPECIES, sums, from + 2 * next);
            FloatVector a21 = FloatVector.fromArray(SPECIES, sums, from + 2 * next + LANES);
            FloatVector a30 = FloatVector.fromArray(SPECIES, sums, from + 3 * next);
            FloatVector a31 = FloatVector.fromArray(SPECIES, sums, from + 3 * next + LANES);
            int xi = x.index(s, first);
            int w = (panel * layer.paddedIn() + first) * PANEL;
            for (int k = 0; k < count; k++) {
                FloatVector w0 = FloatVector.fromArray(SPECIES, ws, w + k * PANEL);
                FloatVector w1 = FloatVector.fromArray(SPECIES, ws, w + k * PANEL + LANES);
                FloatVector x0 = FloatVector.broadcast(SPECIES, xs[xi + k]);
                a00 = x0.fma(w0, a00);
                a01 = x0.fma(w1, a01);
                FloatVector x1 = FloatVector.broadcast(SPECIES, xs[xi + step + k]);
                a10 = x1.fma(w0, a10);
                a11 = x1.fma(w1, a11);
                FloatVector x2 = FloatVector.broadcast(SPECIES, xs[xi + 2 * step + k]);
                a20 = x2.fma(w0, a20);
                a21 = x2.fma(w1, a21);
                FloatVector x3 = FloatVector.broadcast(SPECIES, xs[xi + 3 * step + k]);
                a30 = x3.fma(w0, a30);
                a31 = x3.fma(w1, a31);
            }
            FloatVector least = FloatVector.broadcast(SPECIES, floor);
            a00.max(least).intoArray(hs, h);
            a01.max(least).intoArray(hs, h + LANES);
            a10.max(least).intoArray(hs, h + PANEL);
            a11.max(least).intoArray(hs, h + PANEL + LANES);
            a20.max(least).intoArray(hs, h + 2 * PANEL);
            a21.max(least).intoArray(hs, h + 2 * PANEL + LANES);
            a30.max(least).intoArray(hs, h + 3 * PANEL);
            a31.max(least).intoArray(hs, h + 3 * PANEL + LANES);
        }
    }

    @Override
    public void addOutput(PanelTile h, int rows, float[] weights, int panel, float[] partial) {
        float[] hs = h.values();
        FloatVector w0 = FloatVector.fromArray(SPECIES, weights, panel * PANEL);
        FloatVector w1 = FloatVector.fromArray(SPECIES, weights, panel * PANEL + LANES);
        int base = panel * h.stride();
        for (int s = 0; s < rows; s++) {
            FloatVector sum = FloatVector.fromArray(SPECIES, partial, s * LANES);
            FloatVector h0 = FloatVector.fromArray(SPECIES, hs, base + s * PANEL);
            FloatVector h1 = FloatVector.fromArray(SPECIES, hs, base + s * PANEL + LANES);
            h1.fma(w1, h0.fma(w0, sum)).intoArray(partial, s * LANES);
        }
    }

    @Override
    public void finishOutput(float[] partial, int rows, float bias, float[] y) {
        for (int s = 0; s < rows; s++) {
            y[s] = bias + FloatVector.fromArray(SPECIES, partial, s * LANES).reduceLanes(VectorOperators.ADD);
        }
    }

    @Override
    public void backwardOutput(
            PanelTile h, int rows, float[] weights, int panel, float[] gradient, float[] dWeights, float[] dBias) {
        float[] hs = h.values();
        int first = panel * PANEL;
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector w0 = FloatVector.fromArray(SPECIES, weights, first);
        FloatVector w1 = FloatVector.fromArray(SPECIES, weights, first + LANES);
        FloatVector dw0 = FloatVector.fromArray(SPECIES, dWeights, first);
        FloatVector dw1 = FloatVector.fromArray(SPECIES, dWeights, first + LANES);
        FloatVector db0 = FloatVector.fromArray(SPECIES, dBias, first);
        FloatVector db1 = FloatVector.fromArray(SPECIES, dBias, first + LANES);
        int base = panel * h.stride();
        for (int s = 0; s < rows; s++) {
            FloatVector g = FloatVector.broadcast(SPECIES, gradient[s]);
            FloatVector h0 = FloatVector.fromArray(SPECIES, hs, base + s * PANEL);
            FloatVector h1 = FloatVector.fromArray(SPECIES, hs, base + s * PANEL + LANES);
            dw0 = g.fma(h0, dw0);
            dw1 = g.fma(h1, dw1);
            VectorMask<Float> m0 = h0.compare(VectorOperators.GT, zero);
            VectorMask<Float> m1 = h1.compare(VectorOperators.GT, zero);
            FloatVector d0 = zero.blend(g.mul(w0), m0);
            FloatVector d1 = zero.blend(g.mul(w1), m1);
            db0 = db0.add(d0);
            db1 = db1.add(d1);
            d0.intoArray(hs, base + s * PANEL);
            d1.intoArray(hs, base + s * PANEL + LANES);
        }
        dw0.intoArray(dWeights, first);
        dw1.intoArray(dWeights, first + LANES);
        db0.intoArray(dBias, first);
        db1.intoArray(dBias, first + LANES);
    }

    @Override
    public void backwardRelu(PanelTile h, PanelTile delta, int rows, int panel, float[] dBias) {
        float[] hs = h.values();
        float[] ds = delta.values();
        int first = panel * PANEL;
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector db0 = FloatVector.fromArray(SPECIES, dBias, first);
        FloatVector db1 = FloatVector.fromArray(SPECIES, dBias, first + LANES);
        int hBase = panel * h.stride();
        int dBase = panel * delta.stride();
        for (int i = 0; i < rows * PANEL; i += PANEL) {
            VectorMask<Float> m0 = FloatVector.fromArray(SPECIES, hs, hBase + i).compare(VectorOperators.GT, zero);
            VectorMask<Float> m1 =
                    FloatVector.fromArray(SPECIES, hs, hBase + i + LANES).compare(VectorOperators.GT, zero);
            FloatVector d0 = zero.blend(FloatVector.fromArray(SPECIES, ds, dBase + i), m0);
            FloatVector d1 = zero.blend(FloatVector.fromArray(SPECIES, ds, dBase + i + LANES), m1);
            db0 = db0.add(d0);
            db1 = db1.add(d1);
            d0.intoArray(hs, hBase + i);
            d1.intoArray(hs, hBase + i + LANES);
        }
        db0.intoArray(dBias, first);
        db1.intoArray(dBias, first + LANES);
    }

    @Override
    public void backwardWeights(PanelTile x, PanelTile delta, int rows, int panel, PackedDense dLayer) {
        float[] xs = x.values();
        float[] ds = delta.values();
        float[] dws = dLayer.weights();
        int in = dLayer.paddedIn();
        int dBase = panel * delta.stride();
        int step = x.panel();
        for (int k = 0; k < in; k += ROW_GROUP) {
            int xi = x.index(0, k);
            int w = (panel * in + k) * PANEL;
            FloatVector a00 = FloatVector.fromArray(SPECIES, dws, w);
            FloatVector a01 = FloatVector.fromArray(SPECIES, dws, w + LANES);
            FloatVector a10 = FloatVector.fromArray(SPECIES, dws, w + PANEL);
            FloatVector a11 = FloatVector.fromArray(SPECIES, dws, w + PANEL + LANES);
            FloatVector a20 = FloatVector.fromArray(SPECIES, dws, w + 2 * PANEL);
            FloatVector a21 = FloatVector.fromArray(SPECIES, dws, w + 2 * PANEL + LANES);
            FloatVector a30 = FloatVector.fromArray(SPECIES, dws, w + 3 * PANEL);
            FloatVector a31 = FloatVector.fromArray(SPECIES, dws, w + 3 * PANEL + LANES);
            for (int s = 0; s < rows; s++) {
                int at = xi + s * step;
                FloatVector d0 = FloatVector.fromArray(SPECIES, ds, dBase + s * PANEL);
                FloatVector d1 = FloatVector.fromArray(SPECIES, ds, dBase + s * PANEL + LANES);
                FloatVector x0 = FloatVector.broadcast(SPECIES, xs[at]);
                a00 = x0.fma(d0, a00);
                a01 = x0.fma(d1, a01);
                FloatVector x1 = FloatVector.broadcast(SPECIES, xs[at + 1]);
                a10 = x1.fma(d0, a10);
                a11 = x1.fma(d1, a11);
                FloatVector x2 = FloatVector.broadcast(SPECIES, xs[at + 2]);
                a20 = x2.fma(d0, a20);
                a21 = x2.fma(d1, a21);
                FloatVector x3 = FloatVector.broadcast(SPECIES, xs[at + 3]);
                a30 = x3.fma(d0, a30);
                a31 = x3.fma(d1, a31);
            }
            a00.intoArray(dws, w);
            a01.intoArray(dws, w + LANES);
            a10.intoArray(dws, w + PANEL);
            a11.intoArray(dws, w + PANEL + LANES);
            a20.intoArray(dws, w + 2 * PANEL);
            a21.intoArray(dws, w + 2 * PANEL + LANES);
            a30.intoArray(dws, w + 3 * PANEL);
            a31.intoArray(dws, w + 3 * PANEL + LANES);
        }
    }

    @Override
    public void backwardInput(PanelTile delta, int rows, PackedDense layer, PanelTile dx) {
        float[] ds = delta.values();
        float[] ws = layer.weights();
        float[] dxs = dx.values();
        int in = layer.paddedIn();
        int panels = layer.panels();
        for (int k = 0; k < in; k += ROW_GROUP) {
            for (int s = 0; s < rows; s += 2) {
                FloatVector a0 = FloatVector.zero(SPECIES);
                FloatVector a1 = a0;
                FloatVector a2 = a0;
                FloatVector a3 = a0;
                FloatVector c0 = a0;
                FloatVector c1 = a0;
                FloatVector c2 = a0;
                FloatVector c3 = a0;
                int d = s * PANEL;
                int w = k * PANEL;
                for (int p = 0; p < panels; p++) {
                    for (int half = 0; half < PANEL; half += LANES) {
                        FloatVector d0 = FloatVector.fromArray(SPECIES, ds, d + half);
                        FloatVector d1 = FloatVector.fromArray(SPECIES, ds, d + half + PANEL);
                        FloatVector w0 = FloatVector.fromArray(SPECIES, ws, w + half);
                        a0 = d0.fma(w0, a0);
                        c0 = d1.fma(w0, c0);
                        FloatVector w1 = FloatVector.fromArray(SPECIES, ws, w + half + PANEL);
                        a1 = d0.fma(w1, a1);
                        c1 = d1.fma(w1, c1);
                        FloatVector w2 = FloatVector.fromArray(SPECIES, ws, w + half + 2 * PANEL);
                        a2 = d0.fma(w2, a2);
                        c2 = d1.fma(w2, c2);
                        FloatVector w3 = FloatVector.fromArray(SPECIES, ws, w + half + 3 * PANEL);
                        a3 = d0.fma(w3, a3);
                        c3 = d1.fma(w3, c3);
                    }
                    d += delta.stride();
                    w += in * PANEL;
                }
                int i = dx.index(s, k);
                dxs[i] = a0.reduceLanes(VectorOperators.ADD);
                dxs[i + 1] = a1.reduceLanes(VectorOperators.ADD);
                dxs[i + 2] = a2.reduceLanes(VectorOperators.ADD);
                dxs[i + 3] = a3.reduceLanes(VectorOperators.ADD);
                dxs[i + dx.panel()] = c0.reduceLanes(VectorOperators.ADD);
                dxs[i + dx.panel() + 1] = c1.reduceLanes(VectorOperators.ADD);
                dxs[i + dx.panel() + 2] = c2.reduceLanes(VectorOperators.ADD);
                dxs[i + dx.panel() + 3] = c3.reduceLanes(VectorOperators.ADD);
            }
        }
    }

    @Override
    public void descend(ParameterRun run, float rate, float l2) {
        VectorOptimizers.descend(run, rate, l2);
    }

    @Override
    public void nesterov(ParameterRun run, float rate, float momentum, float l2) {
        VectorOptimizers.nesterov(run, rate, momentum, l2);
    }

    @Override
    public void adam(ParameterRun run, float rate, float epsilon, float l2) {
        VectorOptimizers.adam(run, rate, epsilon, l2);
    }
}
