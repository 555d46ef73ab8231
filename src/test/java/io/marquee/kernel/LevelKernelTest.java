package io.marquee.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LevelKernelTest {

    @Test
    void sumsOfRandomShapesEqualTheirDefinition() {
        assumeTrue(Kernels.levels().isPresent(), "Needs the Vector API; Java was started without it.");
        LevelKernel kernel = Kernels.levels().orElseThrow();
        int block = kernel.block();
        SplittableRandom random = new SplittableRandom(8);
        for (int round = 0; round < 60; round++) {
            int units = 1 + random.nextInt(200);
            int firstLeft = LevelKernel.GROUP * random.nextInt(3);
            int firstRight = block * random.nextInt(3);
            int rows = 1 + random.nextInt(LevelKernel.GROUP);
            int most = Math.min(Short.MAX_VALUE, LevelKernel.MOST / units);
            short[] left = levels(firstLeft + units * LevelKernel.GROUP, most, random);
            short[] right = levels(firstRight + units * block, most, random);
            float scale = (float) random.nextDouble(-1e-4, 1e-4);
            float[] sums = new float[LevelKernel.GROUP * block];
            Arrays.fill(sums, round);

            kernel.add(twice(left), firstLeft, rows, right, firstRight, units, scale, sums);

            for (int l = 0; l < rows; l++) {
                for (int r = 0; r < block; r++) {
                    double expected = round;
                    for (int k = 0; k < units; k++) {
                        expected += (double) scale * Math.max(left[firstLeft + k * LevelKernel.GROUP + l],
                                right[firstRight + k * block + kernel.place(r)]);
                    }
                    assertThat((double) sums[l * block + r]).isCloseTo(expected, within(1e-3));
                }
            }
        }
    }

    @Test
    void eachRowOfABlockHasAPlaceOfItsOwn() {
        assumeTrue(Kernels.levels().isPresent(), "Needs the Vector API; Java was started without it.");
        LevelKernel kernel = Kernels.levels().orElseThrow();
        assertThat(IntStream.range(0, kernel.block()).map(kernel::place).sorted().toArray())
                .isEqualTo(IntStream.range(0, kernel.block()).toArray());
    }

    private static int[] twice(short[] levels) {
        int[] twice = new int[levels.length];
        for (int i = 0; i < levels.length; i++) {
            twice[i] = LevelKernel.twice(levels[i]);
        }
        return twice;
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
