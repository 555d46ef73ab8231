package io.marquee.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Scores of precomputed products with the JDK's Vector API: four rows at a time share what is read of the layer. */
final class VectorScores {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int ROWS = 4;

    /** See {@link VectorKernel}: tells the compiler the shape of a sum after a loop. */
    private static final Class<?> SHAPE = SPECIES.vectorType();

    private VectorScores() {}

    static void rows(float[] products, int from, int count, float[] shift, float[] weights, float bias, float[] out) {
        int row = from;
        for (; row + ROWS <= from + count; row += ROWS) {
            four(products, row, shift, weights, bias, out);
        }
        for (; row < from + count; row++) {
            one(products, row, shift, weights, bias, out);
        }
    }

    private static void four(float[] products, int row, float[] shift, float[] weights, float bias, float[] out) {
        int width = shift.length;
        int p0 = row * width;
        int p1 = p0 + width;
        int p2 = p1 + width;
        int p3 = p2 + width;
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector a0 = zero;
        FloatVector a1 = zero;
        FloatVector a2 = zero;
        FloatVector a3 = zero;
        for (int o = 0; o < width; o += LANES) {
            FloatVector s = FloatVector.fromArray(SPECIES, shift, o);
            FloatVector w = FloatVector.fromArray(SPECIES, weights, o);
            a0 = FloatVector.fromArray(SPECIES, products, p0 + o).add(s).max(zero).fma(w, a0);
            a1 = FloatVector.fromArray(SPECIES, products, p1 + o).add(s).max(zero).fma(w, a1);
            a2 = FloatVector.fromArray(SPECIES, products, p2 + o).add(s).max(zero).fma(w, a2);
            a3 = FloatVector.fromArray(SPECIES, products, p3 + o).add(s).max(zero).fma(w, a3);
        }
        out[row] = bias + ((FloatVector) SHAPE.cast(a0)).reduceLanes(VectorOperators.ADD);
        out[row + 1] = bias + ((FloatVector) SHAPE.cast(a1)).reduceLanes(VectorOperators.ADD);
        out[row + 2] = bias + ((FloatVector) SHAPE.cast(a2)).reduceLanes(VectorOperators.ADD);
        out[row + 3] = bias + ((FloatVector) SHAPE.cast(a3)).reduceLanes(VectorOperators.ADD);
    }

    private static void one(float[] products, int row, float[] shift, float[] weights, float bias, float[] out) {
        int width = shift.length;
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector a = zero;
        for (int o = 0; o < width; o += LANES) {
            FloatVector h = FloatVector.fromArray(SPECIES, products, row * width + o);
            a = h.add(FloatVector.fromArray(SPECIES, shift, o)).max(zero)
                    .fma(FloatVector.fromArray(SPECIES, weights, o), a);
        }
        out[row] = bias + ((FloatVector) SHAPE.cast(a)).reduceLanes(VectorOperators.ADD);
    }
}
