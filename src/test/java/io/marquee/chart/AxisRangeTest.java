package io.marquee.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AxisRangeTest {

    @Test
    void allOrdinaryValuesAreShownWithSomeRoom() {
        AxisRange range = AxisRange.robust(0.7, 0.9, 0.8);

        assertThat(range.minimum()).isBetween(0.65, 0.7);
        assertThat(range.maximum()).isBetween(0.9, 0.95);
    }

    @Test
    void aFewHugeFirstLossesDoNotRuinTheAxis() {
        double[] losses = DoubleStream.concat(DoubleStream.of(9_000, 400, 12),
                IntStream.range(0, 500).mapToDouble(i -> 0.7 + 0.1 * Math.sin(i))).toArray();

        assertThat(AxisRange.robust(losses).maximum()).isLessThan(2);
    }

    @Test
    void nothingFiniteStillGivesARange() {
        assertThat(AxisRange.robust(Double.NaN, Double.POSITIVE_INFINITY)).isEqualTo(new AxisRange(0, 1));
        assertThat(AxisRange.robust()).isEqualTo(new AxisRange(0, 1));
    }

    @Test
    void aFlatLineSitsInsideItsRange() {
        AxisRange range = AxisRange.robust(0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5);

        assertThat(range.position(0.5)).isBetween(0.2, 0.8);
    }

    @Test
    void zerosAndHugeValuesStillGiveARange() {
        assertThat(AxisRange.robust(0, 0).position(0)).isBetween(0.0, 1.0);
        assertThat(AxisRange.robust(1e30, 2e30).position(1.5e30)).isCloseTo(0.5, within(0.01));
    }

    @Test
    void positionAndValueAreInverse() {
        AxisRange range = new AxisRange(-2, 6);

        assertThat(range.position(0)).isEqualTo(0.25);
        assertThat(range.value(0.25)).isZero();
    }

    @Test
    void aLevelBelowIsTakenIn() {
        AxisRange range = new AxisRange(0.8, 0.9).including(0.5);

        assertThat(range.position(0.5)).isBetween(0.01, 0.2);
        assertThat(range.maximum()).isEqualTo(0.9);
        assertThat(new AxisRange(0, 1).including(Double.NaN)).isEqualTo(new AxisRange(0, 1));
    }
}
