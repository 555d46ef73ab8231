package io.marquee.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LevelKernelTest {

    private final SplittableRandom random = new SplittableRandom(8);
    private LevelKernel kernel;

    @BeforeEach
    void needsTheVectorApi() {
        assumeTrue(Kernels.levels().isPresent(), "Needs the Vector API; Java was started without it.");
        kernel = Kernels.levels().orElseThrow();
    }

    @Test
    void sumsOfRandomShapesEqualTheirDefinition() {
        for (int round = 0; round < 60; round++) {
            int units = 1 + random.nextInt(40);
            int most = Math.min(Short.MAX_VALUE, LevelKernel.MOST / units);
            int firstLeft = random.nextInt(5);
            int firstRight = random.nextInt(5);
            int rows = 1 + random.nextInt(LevelKernel.GROUP);
            float scale = (float) random.nextDouble(-1e-4, 1e-4);
            int[] left = levels(firstLeft + units * LevelKernel.GROUP, most);
            short[] right = shorts(levels(firstRight + units * kernel.block(), most));
            float[] sums = new float[LevelKernel.GROUP * kernel.block()];
            sums[0] = 7;

            kernel.add(twice(left), firstLeft, rows, right, firstRight, units, scale, sums);

            for (int l = 0; l < rows; l++) {
                for (int r = 0; r < kernel.block(); r++) {
                    double expected = l == 0 && r == 0 ? 7 : 0;
                    for (int k = 0; k < units; k++) {
                        expected += scale * Math.max(left[firstLeft + k * LevelKernel.GROUP + l],
                                right[firstRight + k * kernel.block() + kernel.place(r)]);
                    }
                    assertThat((double) sums[l * kernel.block() + r]).isCloseTo(expected, within(1e-3));
                }
            }
        }
    }

    @Test
    void eachRowOfABlockHasAPlaceOfItsOwn() {
        assertThat(IntStream.range(0, kernel.block()).map(kernel::place).boxed().toList())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, kernel.block()).boxed().toList());
    }

    /** Often the highest: sums then go beyond what a short can hold. */
    private int[] levels(int size, int most) {
        return IntStream.range(0, size).map(i -> random.nextInt(3) == 0 ? random.nextInt(most + 1) : most).toArray();
    }

    private static int[] twice(int[] levels) {
        return IntStream.of(levels).map(LevelKernel::twice).toArray();
    }

    private static short[] shorts(int[] levels) {
        short[] shorts = new short[levels.length];
        for (int i = 0; i < levels.length; i++) {
            shorts[i] = (short) levels[i];
        }
        return shorts;
    }
}
