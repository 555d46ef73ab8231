package io.marquee.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums of maxima with the JDK's Vector API. One right row at a time, since processors read ahead best along one stream; it
 * stays in the first-level cache while up to four left rows meet it at once.
 */
final class VectorLevelKernel implements LevelKernel {

    private static final VectorSpecies<Short> LEVELS = ShortVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Float> SCALES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = LEVELS.length();

    /** See {@link VectorKernel}: without it the sums leave their registers after the loop. */
    private static final Class<?> SHAPE = LEVELS.vectorType();

    @Override
    public int lanes() {
        return LANES;
    }

    @Override
    public void sums(
            short[] left, int leftRows, short[] right, int firstRight, int rightRows, int slots, float[] scales,
            float[][] out) {
        float[] even = new float[LANES / 2];
        float[] odd = new float[LANES / 2];
        for (int i = 0; i < LANES / 2; i++) {
            even[i] = scales[2 * i];
            odd[i] = scales[2 * i + 1];
        }
        int width = slots * LANES;
        for (int r = firstRight; r < firstRight + rightRows; r++) {
            int l = 0;
            for (; l + 4 <= leftRows; l += 4) {
                four(left, l, right, r, width, even, odd, out);
            }
            for (; l < leftRows; l++) {
                out[l][r] = one(left, l * width, right, r * width, width, even, odd);
            }
        }
    }

    private static void four(
            short[] left, int l, short[] right, int r, int width, float[] even, float[] odd, float[][] out) {
        int l0 = l * width;
        int l1 = l0 + width;
        int l2 = l1 + width;
        int l3 = l2 + width;
        int r0 = r * width;
        ShortVector s0 = ShortVector.zero(LEVELS);
        ShortVector s1 = s0;
        ShortVector s2 = s0;
        ShortVector s3 = s0;
        for (int k = 0; k < width; k += LANES) {
            ShortVector b = ShortVector.fromArray(LEVELS, right, r0 + k);
            s0 = s0.add(ShortVector.fromArray(LEVELS, left, l0 + k).max(b));
            s1 = s1.add(ShortVector.fromArray(LEVELS, left, l1 + k).max(b));
            s2 = s2.add(ShortVector.fromArray(LEVELS, left, l2 + k).max(b));
            s3 = s3.add(ShortVector.fromArray(LEVELS, left, l3 + k).max(b));
        }
        out[l][r] = sum(s0, even, odd);
        out[l + 1][r] = sum(s1, even, odd);
        out[l + 2][r] = sum(s2, even, odd);
        out[l + 3][r] = sum(s3, even, odd);
    }

    private static float one(short[] left, int l, short[] right, int r, int width, float[] even, float[] odd) {
        ShortVector s = ShortVector.zero(LEVELS);
        for (int k = 0; k < width; k += LANES) {
            s = s.add(ShortVector.fromArray(LEVELS, left, l + k).max(ShortVector.fromArray(LEVELS, right, r + k)));
        }
        return sum(s, even, odd);
    }

    /** Lanes may have gone beyond the largest short: they are read as if without a sign, two from each int. */
    private static float sum(ShortVector vector, float[] even, float[] odd) {
        IntVector pairs = ((ShortVector) SHAPE.cast(vector)).reinterpretAsInts();
        FloatVector low = (FloatVector) pairs.and(MOST).convert(VectorOperators.I2F, 0);
        FloatVector high = (FloatVector) pairs.lanewise(VectorOperators.LSHR, Short.SIZE).convert(VectorOperators.I2F, 0);
        return low.mul(FloatVector.fromArray(SCALES, even, 0))
                .add(high.mul(FloatVector.fromArray(SCALES, odd, 0)))
                .reduceLanes(VectorOperators.ADD);
    }
}
