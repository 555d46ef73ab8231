package io.marquee.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Pair scores with the JDK's Vector API. Four left rows are kept in the first-level cache while two right rows pass, so
 * that six loads serve eight pairs; a left row that is left over meets four right rows at a time. Each pair is summed in the
 * same order whatever rows stand beside it.
 */
final class VectorPairKernel implements PairKernel {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> BITS = IntVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** See {@link VectorKernel}: without it the sums leave their registers after the loop. */
    private static final Class<?> SHAPE = SPECIES.vectorType();

    /** Pairs whose lanes are added up together. */
    private static final int PAIRS = 8;

    @Override
    public int lanes() {
        return LANES;
    }

    @Override
    public void score(
            float[] left,
            int firstLeft,
            int leftRows,
            float[] right,
            int firstRight,
            int rightRows,
            float[] weights,
            float[] out) {
        int width = weights.length;
        int wholeRight = rightRows & ~1;
        float[] lanes = new float[PAIRS * LANES];
        int l = 0;
        for (; l + 4 <= leftRows; l += 4) {
            int lk = (firstLeft + l) * width;
            for (int r = 0; r < wholeRight; r += 2) {
                fourByTwo(left, lk, right, (firstRight + r) * width, weights, out, l * rightRows + r, rightRows,
                        lanes);
            }
            if (wholeRight < rightRows) {
                for (int i = 0; i < 4; i++) {
                    int rk = (firstRight + wholeRight) * width;
                    out[(l + i) * rightRows + wholeRight] = one(left, lk + i * width, right, rk, weights, lanes);
                }
            }
        }
        for (; l < leftRows; l++) {
            int lk = (firstLeft + l) * width;
            int r = 0;
            for (; r + 4 <= rightRows; r += 4) {
                oneByFour(left, lk, right, (firstRight + r) * width, weights, out, l * rightRows + r, lanes);
            }
            for (; r < rightRows; r++) {
                out[l * rightRows + r] = one(left, lk, right, (firstRight + r) * width, weights, lanes);
            }
        }
    }

    private static void fourByTwo(
            float[] left, int l0, float[] right, int r0, float[] weights, float[] out, int at, int stride,
            float[] lanes) {
        int width = weights.length;
        int l1 = l0 + width;
        int l2 = l1 + width;
        int l3 = l2 + width;
        int r1 = r0 + width;
        IntVector zero = IntVector.zero(BITS);
        FloatVector s00 = FloatVector.zero(SPECIES);
        FloatVector s01 = s00;
        FloatVector s10 = s00;
        FloatVector s11 = s00;
        FloatVector s20 = s00;
        FloatVector s21 = s00;
        FloatVector s30 = s00;
        FloatVector s31 = s00;
        for (int k = 0; k < width; k += LANES) {
            FloatVector w = FloatVector.fromArray(SPECIES, weights, k);
            FloatVector b0 = FloatVector.fromArray(SPECIES, right, r0 + k);
            FloatVector b1 = FloatVector.fromArray(SPECIES, right, r1 + k);
            FloatVector a = FloatVector.fromArray(SPECIES, left, l0 + k);
            s00 = w.fma(relu(a.add(b0), zero), s00);
            s01 = w.fma(relu(a.add(b1), zero), s01);
            a = FloatVector.fromArray(SPECIES, left, l1 + k);
            s10 = w.fma(relu(a.add(b0), zero), s10);
            s11 = w.fma(relu(a.add(b1), zero), s11);
            a = FloatVector.fromArray(SPECIES, left, l2 + k);
            s20 = w.fma(relu(a.add(b0), zero), s20);
            s21 = w.fma(relu(a.add(b1), zero), s21);
            a = FloatVector.fromArray(SPECIES, left, l3 + k);
            s30 = w.fma(relu(a.add(b0), zero), s30);
            s31 = w.fma(relu(a.add(b1), zero), s31);
        }
        keep(s00, lanes, 0);
        keep(s01, lanes, 1);
        keep(s10, lanes, 2);
        keep(s11, lanes, 3);
        keep(s20, lanes, 4);
        keep(s21, lanes, 5);
        keep(s30, lanes, 6);
        keep(s31, lanes, 7);
        for (int i = 0; i < 4; i++) {
            out[at + i * stride] = sum(lanes, 2 * i);
            out[at + i * stride + 1] = sum(lanes, 2 * i + 1);
        }
    }

    private static void oneByFour(
            float[] left, int l, float[] right, int r0, float[] weights, float[] out, int at, float[] lanes) {
        int width = weights.length;
        int r1 = r0 + width;
        int r2 = r1 + width;
        int r3 = r2 + width;
        IntVector zero = IntVector.zero(BITS);
        FloatVector s0 = FloatVector.zero(SPECIES);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        for (int k = 0; k < width; k += LANES) {
            FloatVector w = FloatVector.fromArray(SPECIES, weights, k);
            FloatVector a = FloatVector.fromArray(SPECIES, left, l + k);
            s0 = w.fma(relu(FloatVector.fromArray(SPECIES, right, r0 + k).add(a), zero), s0);
            s1 = w.fma(relu(FloatVector.fromArray(SPECIES, right, r1 + k).add(a), zero), s1);
            s2 = w.fma(relu(FloatVector.fromArray(SPECIES, right, r2 + k).add(a), zero), s2);
            s3 = w.fma(relu(FloatVector.fromArray(SPECIES, right, r3 + k).add(a), zero), s3);
        }
        keep(s0, lanes, 0);
        keep(s1, lanes, 1);
        keep(s2, lanes, 2);
        keep(s3, lanes, 3);
        for (int i = 0; i < 4; i++) {
            out[at + i] = sum(lanes, i);
        }
    }

    private static float one(float[] left, int l, float[] right, int r, float[] weights, float[] lanes) {
        IntVector zero = IntVector.zero(BITS);
        FloatVector s = FloatVector.zero(SPECIES);
        for (int k = 0; k < weights.length; k += LANES) {
            FloatVector a = FloatVector.fromArray(SPECIES, left, l + k);
            s = FloatVector.fromArray(SPECIES, weights, k)
                    .fma(relu(FloatVector.fromArray(SPECIES, right, r + k).add(a), zero), s);
        }
        keep(s, lanes, 0);
        return sum(lanes, 0);
    }

    /**
     * The maximum with zero, taken of the bits: a negative float is a negative integer, too. One instruction, where the
     * maximum of floats takes several to treat NaN and -0 as Java does.
     */
    private static FloatVector relu(FloatVector x, IntVector zero) {
        return x.reinterpretAsInts().max(zero).reinterpretAsFloats();
    }

    private static void keep(FloatVector sums, float[] lanes, int pair) {
        ((FloatVector) SHAPE.cast(sums)).intoArray(lanes, pair * LANES);
    }

    /** One after the other, not by reduceLanes: see {@link VectorKernel#finishOutput}. */
    private static float sum(float[] lanes, int pair) {
        float sum = 0;
        for (int lane = 0; lane < LANES; lane++) {
            sum += lanes[pair * LANES + lane];
        }
        return sum;
    }
}
