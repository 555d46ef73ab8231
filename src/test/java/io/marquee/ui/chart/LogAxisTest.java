package io.marquee.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogAxisTest {

    @Test
    void endsAtThePowerOfTenThatHoldsAll() {
        assertThat(LogAxis.upTo(1).decades()).isEqualTo(1);
        assertThat(LogAxis.upTo(1000).decades()).isEqualTo(3);
        assertThat(LogAxis.upTo(1001).decades()).isEqualTo(4);
    }

    @Test
    void decadesAreWrittenShort() {
        assertThat(LogAxis.upTo(1e7).labels()).containsExactly("1", "10", "100", "1k", "10k", "100k", "1M", "10M");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 17, 999, 100_000})
    void positionsGoBackToValues(double value) {
        LogAxis axis = LogAxis.upTo(100_000);

        assertThat(axis.value(axis.position(value))).isCloseTo(value, within(value * 1e-9));
    }

    @Test
    void theNearestRankIsNearestOnTheLogarithmicAxisAndEndsWithTheCurve() {
        RankSeries curve = new RankSeries("movies", new double[] {1, 10, 100}, new double[] {50, 20, 3});

        assertThat(curve.nearest(3)).isZero();
        assertThat(curve.nearest(4)).isEqualTo(1);
        assertThat(curve.nearest(99)).isEqualTo(2);
        assertThat(curve.nearest(200)).isEqualTo(-1);
    }
}
