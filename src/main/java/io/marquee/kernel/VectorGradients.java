package io.marquee.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops of the backward pass with the JDK's Vector API, over one panel of outputs. Like {@link VectorKernel} they keep
 * eight sums in registers.
 */
final class VectorGradients {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int PANEL = 2 * LANES;
    private static final int TILE = DenseKernel.TILE;
    private static final int ROW_GROUP = DenseKernel.ROW_GROUP;

    /** See {@link VectorKernel}: tells the compiler the shape of a sum after a loop. */
    private static final Class<?> SHAPE = SPECIES.vectorType();

    private VectorGradients() {}

    /** Weight gradients: for four inputs at a time, sums over the rows. */
    static void weights(int in, float[] xs, int rows, float[] ds, int dAt, float[] dws, int wAt) {
        for (int k = 0; k < in; k += ROW_GROUP) {
            int w = wAt + k * PANEL;
            FloatVector zero = FloatVector.zero(SPECIES);
            FloatVector a00 = zero;
            FloatVector a01 = zero;
            FloatVector a10 = zero;
            FloatVector a11 = zero;
            FloatVector a20 = zero;
            FloatVector a21 = zero;
            FloatVector a30 = zero;
            FloatVector a31 = zero;
            int xAt = k * TILE;
            for (int s = 0; s < rows; s += 2) {
                int i = xAt + s;
                int j = dAt + s * PANEL;
                FloatVector c;
                FloatVector d00 = FloatVector.fromArray(SPECIES, ds, j);
                FloatVector d01 = FloatVector.fromArray(SPECIES, ds, j + LANES);
                c = FloatVector.broadcast(SPECIES, xs[i]);
                a00 = d00.fma(c, a00);
                a01 = d01.fma(c, a01);
                c = FloatVector.broadcast(SPECIES, xs[i + TILE]);
                a10 = d00.fma(c, a10);
                a11 = d01.fma(c, a11);
                c = FloatVector.broadcast(SPECIES, xs[i + 2 * TILE]);
                a20 = d00.fma(c, a20);
                a21 = d01.fma(c, a21);
                c = FloatVector.broadcast(SPECIES, xs[i + 3 * TILE]);
                a30 = d00.fma(c, a30);
                a31 = d01.fma(c, a31);
                FloatVector d10 = FloatVector.fromArray(SPECIES, ds, j + PANEL);
                FloatVector d11 = FloatVector.fromArray(SPECIES, ds, j + PANEL + LANES);
                c = FloatVector.broadcast(SPECIES, xs[i + 1]);
                a00 = d10.fma(c, a00);
                a01 = d11.fma(c, a01);
                c = FloatVector.broadcast(SPECIES, xs[i + TILE + 1]);
                a10 = d10.fma(c, a10);
                a11 = d11.fma(c, a11);
                c = FloatVector.broadcast(SPECIES, xs[i + 2 * TILE + 1]);
                a20 = d10.fma(c, a20);
                a21 = d11.fma(c, a21);
                c = FloatVector.broadcast(SPECIES, xs[i + 3 * TILE + 1]);
                a30 = d10.fma(c, a30);
                a31 = d11.fma(c, a31);
            }
            ((FloatVector) SHAPE.cast(a00)).add(FloatVector.fromArray(SPECIES, dws, w)).intoArray(dws, w);
            ((FloatVector) SHAPE.cast(a01)).add(FloatVector.fromArray(SPECIES, dws, w + LANES)).intoArray(dws, w + LANES);
            ((FloatVector) SHAPE.cast(a10)).add(FloatVector.fromArray(SPECIES, dws, w + PANEL)).intoArray(dws, w + PANEL);
            ((FloatVector) SHAPE.cast(a11)).add(FloatVector.fromArray(SPECIES, dws, w + PANEL + LANES)).intoArray(dws, w + PANEL + LANES);
            ((FloatVector) SHAPE.cast(a20)).add(FloatVector.fromArray(SPECIES, dws, w + 2 * PANEL)).intoArray(dws, w + 2 * PANEL);
            ((FloatVector) SHAPE.cast(a21)).add(FloatVector.fromArray(SPECIES, dws, w + 2 * PANEL + LANES)).intoArray(dws, w + 2 * PANEL + LANES);
            ((FloatVector) SHAPE.cast(a30)).add(FloatVector.fromArray(SPECIES, dws, w + 3 * PANEL)).intoArray(dws, w + 3 * PANEL);
            ((FloatVector) SHAPE.cast(a31)).add(FloatVector.fromArray(SPECIES, dws, w + 3 * PANEL + LANES)).intoArray(dws, w + 3 * PANEL + LANES);
        }
    }

    /**
     * Input gradients: for four rows at a time and one block of inputs, adds the sums over the panel's outputs.
     *
     * @param ws weights as {@link TransposedDense} has them
     */
    static void inputs(float[] ds, int dAt, int rows, float[] ws, int wAt, float[] dxs, int xAt) {
        for (int s = 0; s < rows; s += ROW_GROUP) {
            int x = xAt + s * PANEL;
            int d = dAt + s * PANEL;
            FloatVector a00 = FloatVector.fromArray(SPECIES, dxs, x);
            FloatVector a01 = FloatVector.fromArray(SPECIES, dxs, x + LANES);
            FloatVector a10 = FloatVector.fromArray(SPECIES, dxs, x + PANEL);
            FloatVector a11 = FloatVector.fromArray(SPECIES, dxs, x + PANEL + LANES);
            FloatVector a20 = FloatVector.fromArray(SPECIES, dxs, x + 2 * PANEL);
            FloatVector a21 = FloatVector.fromArray(SPECIES, dxs, x + 2 * PANEL + LANES);
            FloatVector a30 = FloatVector.fromArray(SPECIES, dxs, x + 3 * PANEL);
            FloatVector a31 = FloatVector.fromArray(SPECIES, dxs, x + 3 * PANEL + LANES);
            for (int o = 0; o < PANEL; o += 2) {
                int w = wAt + o * PANEL;
                FloatVector c;
                FloatVector w0 = FloatVector.fromArray(SPECIES, ws, w);
                FloatVector w1 = FloatVector.fromArray(SPECIES, ws, w + LANES);
                c = FloatVector.broadcast(SPECIES, ds[d + o]);
                a00 = w0.fma(c, a00);
                a01 = w1.fma(c, a01);
                c = FloatVector.broadcast(SPECIES, ds[d + o + PANEL]);
                a10 = w0.fma(c, a10);
                a11 = w1.fma(c, a11);
                c = FloatVector.broadcast(SPECIES, ds[d + o + 2 * PANEL]);
                a20 = w0.fma(c, a20);
                a21 = w1.fma(c, a21);
                c = FloatVector.broadcast(SPECIES, ds[d + o + 3 * PANEL]);
                a30 = w0.fma(c, a30);
                a31 = w1.fma(c, a31);
                w0 = FloatVector.fromArray(SPECIES, ws, w + PANEL);
                w1 = FloatVector.fromArray(SPECIES, ws, w + PANEL + LANES);
                c = FloatVector.broadcast(SPECIES, ds[d + o + 1]);
                a00 = w0.fma(c, a00);
                a01 = w1.fma(c, a01);
                c = FloatVector.broadcast(SPECIES, ds[d + o + PANEL + 1]);
                a10 = w0.fma(c, a10);
                a11 = w1.fma(c, a11);
                c = FloatVector.broadcast(SPECIES, ds[d + o + 2 * PANEL + 1]);
                a20 = w0.fma(c, a20);
                a21 = w1.fma(c, a21);
                c = FloatVector.broadcast(SPECIES, ds[d + o + 3 * PANEL + 1]);
                a30 = w0.fma(c, a30);
                a31 = w1.fma(c, a31);
            }
            ((FloatVector) SHAPE.cast(a00)).intoArray(dxs, x);
            ((FloatVector) SHAPE.cast(a01)).intoArray(dxs, x + LANES);
            ((FloatVector) SHAPE.cast(a10)).intoArray(dxs, x + PANEL);
            ((FloatVector) SHAPE.cast(a11)).intoArray(dxs, x + PANEL + LANES);
            ((FloatVector) SHAPE.cast(a20)).intoArray(dxs, x + 2 * PANEL);
            ((FloatVector) SHAPE.cast(a21)).intoArray(dxs, x + 2 * PANEL + LANES);
            ((FloatVector) SHAPE.cast(a30)).intoArray(dxs, x + 3 * PANEL);
            ((FloatVector) SHAPE.cast(a31)).intoArray(dxs, x + 3 * PANEL + LANES);
        }
    }

    /** As {@link #inputs} for a block of half the width: eight rows at a time, so that there are eight sums again. */
    static void halfInputs(float[] ds, int dAt, int rows, float[] ws, int wAt, float[] dxs, int xAt) {
        for (int s = 0; s < rows; s += 2 * ROW_GROUP) {
            int x = xAt + s * PANEL;
            int d = dAt + s * PANEL;
            FloatVector a0 = FloatVector.fromArray(SPECIES, dxs, x);
            FloatVector a1 = FloatVector.fromArray(SPECIES, dxs, x + PANEL);
            FloatVector a2 = FloatVector.fromArray(SPECIES, dxs, x + 2 * PANEL);
            FloatVector a3 = FloatVector.fromArray(SPECIES, dxs, x + 3 * PANEL);
            FloatVector a4 = FloatVector.fromArray(SPECIES, dxs, x + 4 * PANEL);
            FloatVector a5 = FloatVector.fromArray(SPECIES, dxs, x + 5 * PANEL);
            FloatVector a6 = FloatVector.fromArray(SPECIES, dxs, x + 6 * PANEL);
            FloatVector a7 = FloatVector.fromArray(SPECIES, dxs, x + 7 * PANEL);
            for (int o = 0; o < PANEL; o += 2) {
                int w = wAt + o * LANES;
                FloatVector w0 = FloatVector.fromArray(SPECIES, ws, w);
                a0 = w0.fma(FloatVector.broadcast(SPECIES, ds[d + o]), a0);
                a1 = w0.fma(FloatVector.broadcast(SPECIES, ds[d + o + PANEL]), a1);
                a2 = w0.fma(FloatVector.broadcast(SPECIES, ds[d + o + 2 * PANEL]), a2);
                a3 = w0.fma(FloatVector.broadcast(SPECIES, ds[d + o + 3 * PANEL]), a3);
                a4 = w0.fma(FloatVector.broadcast(SPECIES, ds[d + o + 4 * PANEL]), a4);
                a5 = w0.fma(FloatVector.broadcast(SPECIES, ds[d + o + 5 * PANEL]), a5);
                a6 = w0.fma(FloatVector.broadcast(SPECIES, ds[d + o + 6 * PANEL]), a6);
                a7 = w0.fma(FloatVector.broadcast(SPECIES, ds[d + o + 7 * PANEL]), a7);
                w0 = FloatVector.fromArray(SPECIES, ws, w + LANES);
                a0 = w0.fma(FloatVector.broadcast(SPECIES, ds[d + o + 1]), a0);
                a1 = w0.fma(FloatVector.broadcast(SPECIES, ds[d + o + PANEL + 1]), a1);
                a2 = w0.fma(FloatVector.broadcast(SPECIES, ds[d + o + 2 * PANEL + 1]), a2);
                a3 = w0.fma(FloatVector.broadcast(SPECIES, ds[d + o + 3 * PANEL + 1]), a3);
                a4 = w0.fma(FloatVector.broadcast(SPECIES, ds[d + o + 4 * PANEL + 1]), a4);
                a5 = w0.fma(FloatVector.broadcast(SPECIES, ds[d + o + 5 * PANEL + 1]), a5);
                a6 = w0.fma(FloatVector.broadcast(SPECIES, ds[d + o + 6 * PANEL + 1]), a6);
                a7 = w0.fma(FloatVector.broadcast(SPECIES, ds[d + o + 7 * PANEL + 1]), a7);
            }
            ((FloatVector) SHAPE.cast(a0)).intoArray(dxs, x);
            ((FloatVector) SHAPE.cast(a1)).intoArray(dxs, x + PANEL);
            ((FloatVector) SHAPE.cast(a2)).intoArray(dxs, x + 2 * PANEL);
            ((FloatVector) SHAPE.cast(a3)).intoArray(dxs, x + 3 * PANEL);
            ((FloatVector) SHAPE.cast(a4)).intoArray(dxs, x + 4 * PANEL);
            ((FloatVector) SHAPE.cast(a5)).intoArray(dxs, x + 5 * PANEL);
            ((FloatVector) SHAPE.cast(a6)).intoArray(dxs, x + 6 * PANEL);
            ((FloatVector) SHAPE.cast(a7)).intoArray(dxs, x + 7 * PANEL);
        }
    }
}
