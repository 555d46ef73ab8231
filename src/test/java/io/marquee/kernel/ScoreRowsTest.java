package io.marquee.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScoreRowsTest {

    static Stream<DenseKernel> kernels() {
        return Stream.of(Kernels.portable(), Kernels.fastest());
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void everyRowIsShiftedCutAtZeroAndWeighted(DenseKernel kernel) {
        SplittableRandom random = new SplittableRandom(5);
        int width = 3 * kernel.panel();
        int rows = 23;
        float[] products = numbers(random, rows * width);
        float[] shift = numbers(random, width);
        float[] weights = numbers(random, width);
        float[] out = new float[rows];

        kernel.scoreRows(products, 2, 19, shift, weights, 0.25f, out);

        for (int row = 0; row < rows; row++) {
            double expected = 0.25;
            for (int o = 0; o < width; o++) {
                expected += Math.max(0, products[row * width + o] + shift[o]) * (double) weights[o];
            }
            assertThat((double) out[row]).isCloseTo(row >= 2 && row < 21 ? expected : 0, within(1e-4));
        }
    }

    private static float[] numbers(SplittableRandom random, int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextDouble(-1, 1);
        }
        return numbers;
    }
}
