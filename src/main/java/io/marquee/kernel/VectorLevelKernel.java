package io.marquee.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums of maxima with the JDK's Vector API. A block is two vectors wide; with four left rows its sums fill eight registers,
 * and six loads serve sixteen operations.
 */
final class VectorLevelKernel implements LevelKernel {

    private static final VectorSpecies<Short> LEVELS = ShortVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> PAIRS = IntVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Float> SUMS = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = LEVELS.length();
    private static final int HALF = LANES / 2;
    private static final int BLOCK = 2 * LANES;

    /** See {@link VectorKernel}: without it the sums leave their registers after the loop. */
    private static final Class<?> SHAPE = LEVELS.vectorType();

    @Override
    public int block() {
        return BLOCK;
    }

    /** Sums are taken out two from each int, low halves first: so a vector's first rows lie in its even lanes. */
    @Override
    public int place(int row) {
        int lane = row % LANES;
        return row - lane + (lane < HALF ? 2 * lane : 2 * (lane - HALF) + 1);
    }

    @Override
    public void add(
            int[] left, int firstLeft, int rows, short[] right, int firstRight, int units, float scale, float[] sums) {
        if (rows == 1) {
            one(left, firstLeft, right, firstRight, units, scale, sums);
        } else {
            four(left, firstLeft, right, firstRight, units, scale, sums);
        }
    }

    private static void four(int[] left, int l, short[] right, int r, int units, float scale, float[] sums) {
        ShortVector s00 = ShortVector.zero(LEVELS);
        ShortVector s01 = s00;
        ShortVector s10 = s00;
        ShortVector s11 = s00;
        ShortVector s20 = s00;
        ShortVector s21 = s00;
        ShortVector s30 = s00;
        ShortVector s31 = s00;
        for (int k = 0; k < units; k++) {
            int lk = l + k * GROUP;
            int rk = r + k * BLOCK;
            ShortVector b0 = ShortVector.fromArray(LEVELS, right, rk);
            ShortVector b1 = ShortVector.fromArray(LEVELS, right, rk + LANES);
            ShortVector a = all(left[lk]);
            s00 = s00.add(a.max(b0));
            s01 = s01.add(a.max(b1));
            a = all(left[lk + 1]);
            s10 = s10.add(a.max(b0));
            s11 = s11.add(a.max(b1));
            a = all(left[lk + 2]);
            s20 = s20.add(a.max(b0));
            s21 = s21.add(a.max(b1));
            a = all(left[lk + 3]);
            s30 = s30.add(a.max(b0));
            s31 = s31.add(a.max(b1));
        }
        add(s00, scale, sums, 0);
        add(s01, scale, sums, LANES);
        add(s10, scale, sums, BLOCK);
        add(s11, scale, sums, BLOCK + LANES);
        add(s20, scale, sums, 2 * BLOCK);
        add(s21, scale, sums, 2 * BLOCK + LANES);
        add(s30, scale, sums, 3 * BLOCK);
        add(s31, scale, sums, 3 * BLOCK + LANES);
    }

    private static void one(int[] left, int l, short[] right, int r, int units, float scale, float[] sums) {
        ShortVector s0 = ShortVector.zero(LEVELS);
        ShortVector s1 = s0;
        for (int k = 0; k < units; k++) {
            ShortVector a = all(left[l + k * GROUP]);
            s0 = s0.add(a.max(ShortVector.fromArray(LEVELS, right, r + k * BLOCK)));
            s1 = s1.add(a.max(ShortVector.fromArray(LEVELS, right, r + k * BLOCK + LANES)));
        }
        add(s0, scale, sums, 0);
        add(s1, scale, sums, LANES);
    }

    private static ShortVector all(int twice) {
        return IntVector.broadcast(PAIRS, twice).reinterpretAsShorts();
    }

    /** Lanes may have gone beyond the largest short: they are read as if without a sign, two from each int. */
    private static void add(ShortVector vector, float scale, float[] sums, int at) {
        IntVector pairs = ((ShortVector) SHAPE.cast(vector)).reinterpretAsInts();
        FloatVector low = (FloatVector) pairs.and(MOST).convert(VectorOperators.I2F, 0);
        FloatVector high = (FloatVector) pairs.lanewise(VectorOperators.LSHR, Short.SIZE).convert(VectorOperators.I2F, 0);
        FloatVector factor = FloatVector.broadcast(SUMS, scale);
        low.fma(factor, FloatVector.fromArray(SUMS, sums, at)).intoArray(sums, at);
        high.fma(factor, FloatVector.fromArray(SUMS, sums, at + HALF)).intoArray(sums, at + HALF);
    }
}
