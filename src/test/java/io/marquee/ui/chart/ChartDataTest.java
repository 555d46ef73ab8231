package io.marquee.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.chart.AxisTicks;
import io.marquee.chart.Smoother;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartDataTest {

    @Test
    void aLongRunIsDrawnWithAtMostAThousandRawPoints() {
        BucketSeries series = new BucketSeries(500, new Smoother(10));
        for (int i = 0; i < 200_000; i++) {
            series.add(1.0 / (i + 1));
        }

        ChartData data = ChartData.batchLoss(series.snapshot());

        assertThat(data.series()).extracting(ChartSeries::name).containsExactly("each batch", "smoothed");
        assertThat(data.series().get(0).x().length).isBetween(500, 1000);
        assertThat(data.horizontal().maximum()).isEqualTo(200_000);
    }

    @Test
    void theNoiseFloorIsAlwaysInView() {
        double[] errors = {0.90, 0.89, 0.885, 0.882, 0.881, 0.8805, 0.8803, 0.8802, 0.8801};

        ChartData data = ChartData.epochErrors(25, errors, "test", errors,
                List.of(new ChartLevel("noise floor", ChartSeries.Style.LEVEL, 0.6)));

        assertThat(data.series()).extracting(ChartSeries::style)
                .containsExactly(ChartSeries.Style.LEVEL, ChartSeries.Style.TRAIN, ChartSeries.Style.TEST);
        assertThat(data.vertical().minimum()).isLessThan(0.6);
        assertThat(data.vertical().maximum()).isGreaterThan(0.9);
        assertThat(data.horizontal().maximum()).isEqualTo(25.5);
    }

    @Test
    void withoutAKnownFloorThereIsNoLine() {
        assertThat(ChartData.epochErrors(2, new double[] {1}, "test", new double[] {1.1}, List.of()).series()).hasSize(2);
    }

    @Test
    void beforeTheFirstValueThereIsNothing() {
        assertThat(ChartData.batchLoss(BucketSeries.Snapshot.empty()).isEmpty()).isTrue();
        assertThat(ChartData.epochErrors(5, new double[0], "test", new double[0],
                List.of(new ChartLevel("noise floor", ChartSeries.Style.LEVEL, 0.5))).isEmpty()).isTrue();
    }

    @Test
    void thePointerFindsTheNearestPoint() {
        ChartSeries series = new ChartSeries("s", ChartSeries.Style.SMOOTH, new double[] {1, 4, 9}, new double[] {1, 2, 3});

        assertThat(series.nearest(-3)).isZero();
        assertThat(series.nearest(6)).isEqualTo(1);
        assertThat(series.nearest(7)).isEqualTo(2);
        assertThat(series.nearest(70)).isEqualTo(2);
    }

    @Test
    void aLevelFarAboveTheCurvesIsNamedWithItsValueAndDoesNotFlattenThem() {
        double[] errors = {0.75, 0.72, 0.70};

        ChartData data = ChartData.epochErrors(3, errors, "test", errors, List.of(
                new ChartLevel("mean", ChartSeries.Style.MEAN, 1.1),
                new ChartLevel("MF", ChartSeries.Style.FACTORS, 0.78)));

        assertThat(data.series()).extracting(ChartSeries::name).containsExactly("mean 1.100 ↑", "MF", "train", "test");
        assertThat(data.vertical().maximum()).isBetween(0.78, 1.0);
    }

    @Test
    void aPlaceThatIsPointedOutGoesFromTheLowestToTheHighestAndIsNotReadOff() {
        ChartData data = ChartData.curve("loss", new double[] {0.001, 0.01, 0.1}, new double[] {1.2, 0.9, 1.1}, "suggested", 0.01);

        assertThat(data.series()).extracting(ChartSeries::name).containsExactly("suggested", "loss");
        ChartSeries place = data.series().get(0);
        assertThat(place.x()).containsExactly(-2, -2);
        assertThat(data.decades()).isTrue();
        assertThat(AxisTicks.logarithmic(data.horizontal(), 5).labels()).containsExactly("0.001", "0.01", "0.1");
        assertThat(place.y()).containsExactly(data.vertical().minimum(), data.vertical().maximum());
        assertThat(place.style().isReadOff()).isFalse();
        assertThat(ChartSeries.isLevel(place)).isFalse();
        assertThat(ChartData.curve("loss", new double[0], new double[0], "suggested", 1).isEmpty()).isTrue();
    }
}
