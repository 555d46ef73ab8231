package io.marquee.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A unit that no rating reaches any more keeps nothing but its L2 penalty, which draws its weights to 0. */
class SubnormalNumbersTest {

    private static final int STEPS = 100_000;

    static List<DenseKernel> kernels() {
        return List.of(Kernels.fastest(), Kernels.portable());
    }

    /** Weights of one dead unit with an optimiser's state. */
    private static final class DeadUnit {
        final int count;
        final float[] values;
        final float[] state;
        final float[] gradient;
        final ParameterRun run = new ParameterRun();

        DeadUnit(DenseKernel kernel) {
            count = 2 * kernel.parameterGroup();
            values = new float[count];
            state = new float[2 * count];
            gradient = new float[count];
            SplittableRandom random = new SplittableRandom(3);
            for (int i = 0; i < count; i++) {
                values[i] = (float) random.nextDouble(-0.3, 0.3);
                state[i] = (float) random.nextDouble(-1e-2, 1e-2);
                state[count + i] = (float) random.nextDouble(1e-6);
            }
            run.parameters(values, 0, state, 0, count).gradients(gradient, 0, count);
        }

        void isNearZero() {
            for (float value : values) {
                assertThat(Math.abs(value)).isLessThan(1e-11f);
            }
        }

        void holdsNoSubnormal() {
            for (float[] numbers : List.of(values, state)) {
                for (float number : numbers) {
                    assertThat(number == 0 || Math.abs(number) >= Float.MIN_NORMAL).as("%s", number).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void adamGoesToZero(DenseKernel kernel) {
        DeadUnit unit = new DeadUnit(kernel);
        for (int step = 0; step < STEPS; step++) {
            kernel.adam(unit.run, 0.002f, 1e-8f, 1e-4f);
            if (step % 100 == 0) {
                unit.holdsNoSubnormal();
            }
        }
        unit.isNearZero();
        assertThat(unit.state).containsOnly(0);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void momentumGoesToZero(DenseKernel kernel) {
        DeadUnit unit = new DeadUnit(kernel);
        for (int step = 0; step < STEPS; step++) {
            kernel.nesterov(unit.run, 0.1f, 0.9f, 0.01f);
            if (step % 100 == 0) {
                unit.holdsNoSubnormal();
            }
        }
        unit.isNearZero();
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void descentGoesToZero(DenseKernel kernel) {
        DeadUnit unit = new DeadUnit(kernel);
        for (int step = 0; step < STEPS; step++) {
            kernel.descend(unit.run, 0.1f, 0.01f);
            if (step % 100 == 0) {
                unit.holdsNoSubnormal();
            }
        }
        unit.isNearZero();
    }

    @Test
    void whatIsNoNumberStaysNone() {
        for (DenseKernel kernel : kernels()) {
            DeadUnit unit = new DeadUnit(kernel);
            unit.gradient[1] = Float.NaN;
            kernel.adam(unit.run, 0.002f, 1e-8f, 1e-4f);
            assertThat(unit.values[1]).isNaN();
        }
    }
}
