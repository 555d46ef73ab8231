package io.marquee.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LevelKernelTest {

    @Test
    void sumsOfRandomShapesEqualTheirDefinition() {
        assumeTrue(Kernels.levels().isPresent(), "Needs the Vector API; Java was started without it.");
        LevelKernel kernel = Kernels.levels().orElseThrow();
        SplittableRandom random = new SplittableRandom(8);
        for (int round = 0; round < 60; round++) {
            int slots = 1 + random.nextInt(40);
            int width = slots * kernel.lanes();
            int leftRows = 1 + random.nextInt(9);
            int first = random.nextInt(3);
            int rightRows = 1 + random.nextInt(9);
            int most = Math.min(Short.MAX_VALUE, LevelKernel.MOST / slots);
            short[] left = levels(leftRows * width, most, random);
            short[] right = levels((first + rightRows) * width, most, random);
            float[] scales = new float[kernel.lanes()];
            for (int i = 0; i < scales.length; i++) {
                scales[i] = (float) random.nextDouble(-1e-4, 1e-4);
            }
            float[][] out = new float[leftRows][first + rightRows];

            kernel.sums(left, leftRows, right, first, rightRows, slots, scales, out);

            for (int l = 0; l < leftRows; l++) {
                for (int r = first; r < first + rightRows; r++) {
                    double expected = 0;
                    for (int k = 0; k < width; k++) {
                        expected += scales[k % kernel.lanes()] * Math.max(left[l * width + k], right[r * width + k]);
                    }
                    assertThat((double) out[l][r]).isCloseTo(expected, within(1e-3));
                }
            }
        }
    }

    /** Often the highest: lanes then add up to more than a short can hold. */
    private static short[] levels(int size, int most, SplittableRandom random) {
        short[] levels = new short[size];
        for (int i = 0; i < size; i++) {
            levels[i] = (short) (random.nextInt(3) == 0 ? random.nextInt(most + 1) : most);
        }
        return levels;
    }
}
