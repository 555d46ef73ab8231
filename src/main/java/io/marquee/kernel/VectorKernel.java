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

    /** Distance between the panels of a {@link PanelTile}. */
    private static final int STRIDE = (TILE + 1) * PANEL;

    /**
     * The class of these vectors. After a loop C2 knows a sum only as a FloatVector; the cast tells it the shape without
     * help of a type profile, so that the vector stays in a register instead of being allocated.
     */
    private static final Class<?> SHAPE = SPECIES.vectorType();

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
    public void forward(FeatureTile x, int rows, PackedDense layer, int panel, PanelTile out) {
        float[] xs = x.values();
        float[] ws = layer.weights();
        float[] bias = layer.bias();
        float[] hs = out.values();
        int in = layer.paddedIn();
        float floor = layer.activation() == Activation.RELU ? 0 : Float.NEGATIVE_INFINITY;
        int w = panel * in * PANEL;
        int h = panel * STRIDE;
        for (int s = 0; s < rows; s += ROW_GROUP) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, bias, panel * PANEL);
            FloatVector b1 = FloatVector.fromArray(SPECIES, bias, panel * PANEL + LANES);
            FloatVector a00 = b0;
            FloatVector a01 = b1;
            FloatVector a10 = b0;
            FloatVector a11 = b1;
            FloatVector a20 = b0;
            FloatVector a21 = b1;
            FloatVector a30 = b0;
            FloatVector a31 = b1;
            for (int k = 0; k < in; k += 2) {
                int xk = k * TILE + s;
                int wk = w + k * PANEL;
                FloatVector w0 = FloatVector.fromArray(SPECIES, ws, wk);
                FloatVector w1 = FloatVector.fromArray(SPECIES, ws, wk + LANES);
                FloatVector c = FloatVector.broadcast(SPECIES, xs[xk]);
                a00 = w0.fma(c, a00);
                a01 = w1.fma(c, a01);
                c = FloatVector.broadcast(SPECIES, xs[xk + 1]);
                a10 = w0.fma(c, a10);
                a11 = w1.fma(c, a11);
                c = FloatVector.broadcast(SPECIES, xs[xk + 2]);
                a20 = w0.fma(c, a20);
                a21 = w1.fma(c, a21);
                c = FloatVector.broadcast(SPECIES, xs[xk + 3]);
                a30 = w0.fma(c, a30);
                a31 = w1.fma(c, a31);
                w0 = FloatVector.fromArray(SPECIES, ws, wk + PANEL);
                w1 = FloatVector.fromArray(SPECIES, ws, wk + PANEL + LANES);
                c = FloatVector.broadcast(SPECIES, xs[xk + TILE]);
                a00 = w0.fma(c, a00);
                a01 = w1.fma(c, a01);
                c = FloatVector.broadcast(SPECIES, xs[xk + TILE + 1]);
                a10 = w0.fma(c, a10);
                a11 = w1.fma(c, a11);
                c = FloatVector.broadcast(SPECIES, xs[xk + TILE + 2]);
                a20 = w0.fma(c, a20);
                a21 = w1.fma(c, a21);
                c = FloatVector.broadcast(SPECIES, xs[xk + TILE + 3]);
                a30 = w0.fma(c, a30);
                a31 = w1.fma(c, a31);
            }
            int o = h + s * PANEL;
            ((FloatVector) SHAPE.cast(a00)).max(floor).intoArray(hs, o);
            ((FloatVector) SHAPE.cast(a01)).max(floor).intoArray(hs, o + LANES);
            ((FloatVector) SHAPE.cast(a10)).max(floor).intoArray(hs, o + PANEL);
            ((FloatVector) SHAPE.cast(a11)).max(floor).intoArray(hs, o + PANEL + LANES);
            ((FloatVector) SHAPE.cast(a20)).max(floor).intoArray(hs, o + 2 * PANEL);
            ((FloatVector) SHAPE.cast(a21)).max(floor).intoArray(hs, o + 2 * PANEL + LANES);
            ((FloatVector) SHAPE.cast(a30)).max(floor).intoArray(hs, o + 3 * PANEL);
            ((FloatVector) SHAPE.cast(a31)).max(floor).intoArray(hs, o + 3 * PANEL + LANES);
        }
    }

    @Override
    public void addOutput(PanelTile h, int rows, float[] weights, int panel, float[] partial) {
        float[] hs = h.values();
        FloatVector w0 = FloatVector.fromArray(SPECIES, weights, panel * PANEL);
        FloatVector w1 = FloatVector.fromArray(SPECIES, weights, panel * PANEL + LANES);
        int base = panel * STRIDE;
        for (int s = 0; s < rows; s++) {
            FloatVector sum = FloatVector.fromArray(SPECIES, partial, s * LANES);
            FloatVector h0 = FloatVector.fromArray(SPECIES, hs, base + s * PANEL);
            FloatVector h1 = FloatVector.fromArray(SPECIES, hs, base + s * PANEL + LANES);
            h1.fma(w1, h0.fma(w0, sum)).intoArray(partial, s * LANES);
        }
    }

    @Override
    public void finishOutput(float[] partial, int rows, float bias, float[] y) {
        // One after the other, not by reduceLanes: on Java 25 that adds in another order once it is compiled, and a run
        // that goes on in a new process would have other last digits.
        for (int s = 0; s < rows; s++) {
            float sum = 0;
            for (int lane = 0; lane < LANES; lane++) {
                sum += partial[s * LANES + lane];
            }
            y[s] = bias + sum;
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
        int base = panel * STRIDE;
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
        int hBase = panel * STRIDE;
        int dBase = panel * STRIDE;
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
    public void backwardWeights(FeatureTile x, PanelTile delta, int rows, int panel, PackedDense dLayer) {
        int in = dLayer.paddedIn();
        VectorGradients.weights(
                in, x.values(), rows, delta.values(), panel * STRIDE, dLayer.weights(), panel * in * PANEL);
    }

    @Override
    public void backwardInput(PanelTile delta, int rows, TransposedDense layer, int panel, PanelTile dx) {
        int blocks = layer.wholeBlocks();
        for (int block = 0; block < blocks; block++) {
            VectorGradients.inputs(delta.values(), panel * STRIDE, rows, layer.weights(), layer.index(panel, block),
                    dx.values(), block * STRIDE);
        }
        if (layer.halfBlock()) {
            VectorGradients.halfInputs(delta.values(), panel * STRIDE, rows, layer.weights(),
                    layer.index(panel, blocks), dx.values(), blocks * STRIDE);
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
