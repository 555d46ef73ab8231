package io.marquee.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MinMaxPyramidTest {

    @Test
    void extremesOfAnyPartAreThoseOfItsValues() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 400; round++) {
            float[] values = new float[random.nextInt(300)];
            for (int i = 0; i < values.length; i++) {
                int kind = random.nextInt(10);
                values[i] = kind == 0 ? Float.NaN : kind == 1 ? Float.POSITIVE_INFINITY : (float) random.nextDouble(-5, 5);
            }
            MinMaxPyramid pyramid = new MinMaxPyramid(values);
            for (int part = 0; part < 30; part++) {
                int from = random.nextInt(-3, values.length + 3);
                int to = random.nextInt(-3, values.length + 3);
                float[] extremes = new float[2];
                float low = Float.POSITIVE_INFINITY;
                float high = Float.NEGATIVE_INFINITY;
                for (int i = Math.max(0, from); i < Math.min(to, values.length); i++) {
                    if (Float.isFinite(values[i])) {
                        low = Math.min(low, values[i]);
                        high = Math.max(high, values[i]);
                    }
                }
                assertThat(pyramid.extremes(from, to, extremes)).isEqualTo(low <= high);
                assertThat(extremes).containsExactly(low, high);
            }
        }
    }

    @Test
    void positionsAreFoundByTheirPlace() {
        Positions steps = Positions.steps(1, 0.5);

        assertThat(steps.at(4)).isEqualTo(3);
        assertThat(steps.firstAtOrAfter(2.9, 100)).isEqualTo(4);
        assertThat(steps.firstAtOrAfter(3, 100)).isEqualTo(4);
        assertThat(steps.firstAtOrAfter(1e9, 100)).isEqualTo(100);
        assertThat(steps.nearest(2.7, 100)).isEqualTo(3);
        assertThat(steps.nearest(-5, 100)).isZero();
        assertThat(steps.nearest(1e9, 100)).isEqualTo(99);
    }
}
