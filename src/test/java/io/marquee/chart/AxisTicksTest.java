package io.marquee.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTicksTest {

    @Test
    void marksAreRoundAndLabelledWithEqualPrecision() {
        AxisTicks ticks = AxisTicks.of(new AxisRange(0.63, 1.02), 4, false);

        assertThat(ticks.labels()).containsExactly("0.7", "0.8", "0.9", "1.0");
    }

    @Test
    void epochsAreWholeNumbers() {
        assertThat(AxisTicks.of(new AxisRange(0, 2.5), 8, true).labels()).containsExactly("0", "1", "2");
    }

    @Test
    void manyBatchesAreShortened() {
        assertThat(AxisTicks.of(new AxisRange(0, 400_000), 4, true).labels())
                .containsExactly("0", "0.1M", "0.2M", "0.3M", "0.4M");
        assertThat(AxisTicks.of(new AxisRange(0, 16_000), 4, true).labels())
                .containsExactly("0", "5k", "10k", "15k");
    }

    @Test
    void hugeLossesAreWrittenWithExponents() {
        assertThat(AxisTicks.of(new AxisRange(0, 5e30), 3, false).labels()).last().asString().contains("e+30");
    }

    @ParameterizedTest
    @CsvSource({"0.011,0.02", "0.3,0.5", "1,1", "7,10", "0,1", "NaN,1"})
    void stepsAreOneTwoOrFive(double rough, double nice) {
        assertThat(AxisTicks.niceStep(rough)).isEqualTo(nice);
    }
}
