package io.marquee.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.marquee.kernel.DenseWeights.Activation;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InputGradientsTest {

    private static final int WIDTH = 20;
    private static final int SAMPLES = 45;

    private final SplittableRandom random = new SplittableRandom(6);
    private final List<DenseWeights> layers = List.of(
            layer(WIDTH, 37, Activation.RELU), layer(37, 18, Activation.RELU), layer(18, 1, Activation.IDENTITY));
    private final float[] x = random(SAMPLES * WIDTH);

    static List<DenseKernel> kernels() {
        return List.of(Kernels.fastest(), Kernels.portable());
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void thoseOfTheFirstInputsAreTheSameBitsAsAmongAll(DenseKernel kernel) {
        float[] all = gradients(new InputGradients(kernel, layers, WIDTH).pass(), WIDTH);
        for (int columns : new int[] {1, 10, 17}) {
            float[] some = gradients(new InputGradients(kernel, layers, columns).pass(), columns);
            for (int s = 0; s < SAMPLES; s++) {
                assertThat(Arrays.copyOfRange(some, s * columns, (s + 1) * columns))
                        .containsExactly(Arrays.copyOfRange(all, s * WIDTH, s * WIDTH + columns));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void aPassLeavesNothingBehindForTheNext(DenseKernel kernel) {
        InputGradients network = new InputGradients(kernel, layers, 10);
        InputGradients.Pass used = network.pass();
        used.run(random(7 * WIDTH), 7, new float[7], new float[70]);

        assertThat(gradients(used, 10)).containsExactly(gradients(network.pass(), 10));
    }

    /** The statistic: the change of the output over that of one input, both sides; ReLUs seldom turn within so little. */
    @ParameterizedTest
    @MethodSource("kernels")
    void gradientsAreWhatTheOutputChangesBy(DenseKernel kernel) {
        InputGradients.Pass pass = new InputGradients(kernel, layers, WIDTH).pass();
        float[] gradients = gradients(pass, WIDTH);
        float step = 1e-3f;
        int near = 0;
        for (int column = 0; column < WIDTH; column++) {
            float[] up = outputs(pass, column, step);
            float[] down = outputs(pass, column, -step);
            for (int s = 0; s < SAMPLES; s++) {
                double change = ((double) up[s] - down[s]) / (2 * step);
                near += Math.abs(change - gradients[s * WIDTH + column]) < 5e-3 ? 1 : 0;
            }
        }
        assertThat((double) near / (SAMPLES * WIDTH)).isCloseTo(1, within(0.05));
    }

    private float[] gradients(InputGradients.Pass pass, int columns) {
        float[] gradients = new float[SAMPLES * columns];
        pass.run(x, SAMPLES, new float[SAMPLES], gradients);
        return gradients;
    }

    private float[] outputs(InputGradients.Pass pass, int column, float step) {
        float[] moved = x.clone();
        for (int s = 0; s < SAMPLES; s++) {
            moved[s * WIDTH + column] += step;
        }
        float[] outputs = new float[SAMPLES];
        pass.run(moved, SAMPLES, outputs, new float[SAMPLES * WIDTH]);
        return outputs;
    }

    private DenseWeights layer(int in, int out, Activation activation) {
        return new DenseWeights(in, out, random(in * out), random(out), activation);
    }

    private float[] random(int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextDouble(-0.5, 0.5);
        }
        return values;
    }
}
