package io.marquee.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PairKernelTest {

    static List<PairKernel> kernels() {
        return List.of(Kernels.fastestPairs(), Kernels.portablePairs());
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void scoresOfRandomShapesEqualTheirDefinition(PairKernel kernel) {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 60; round++) {
            int width = kernel.lanes() * (1 + random.nextInt(5));
            int firstLeft = random.nextInt(3);
            int leftRows = 1 + random.nextInt(10);
            int firstRight = random.nextInt(3);
            int rightRows = 1 + random.nextInt(10);
            float[] left = random((firstLeft + leftRows) * width, random);
            float[] right = random((firstRight + rightRows) * width, random);
            float[] weights = random(width, random);
            float[] out = new float[leftRows * rightRows];

            kernel.score(left, firstLeft, leftRows, right, firstRight, rightRows, weights, out);

            for (int l = 0; l < leftRows; l++) {
                for (int r = 0; r < rightRows; r++) {
                    double expected = 0;
                    for (int k = 0; k < width; k++) {
                        double sum = left[(firstLeft + l) * width + k] + right[(firstRight + r) * width + k];
                        expected += Math.max(0, sum) * weights[k];
                    }
                    assertThat(out[l * rightRows + r]).isCloseTo((float) expected, within(1e-4f));
                }
            }
        }
    }

    private static float[] random(int size, SplittableRandom random) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (random.nextDouble() * 2 - 1);
        }
        return values;
    }
}
