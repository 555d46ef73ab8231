package io.marquee.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.marquee.chart.AxisRange;
import io.marquee.chart.Smoother;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BucketSeriesTest {

    @Test
    void fewValuesAreKeptOneByOne() {
        BucketSeries series = series(4);
        series.add(3);
        series.add(1);
        series.add(2);

        BucketSeries.Snapshot now = series.snapshot();
        assertThat(now.count()).isEqualTo(3);
        assertThat(now.centres()).containsExactly(1, 2, 3);
        assertThat(now.lows()).containsExactly(3, 1, 2);
        assertThat(now.highs()).containsExactly(3, 1, 2);
    }

    @Test
    void whenAllBucketsAreUsedPairsAreMerged() {
        BucketSeries series = series(4);
        for (int i = 1; i <= 5; i++) {
            series.add(i);
        }

        BucketSeries.Snapshot now = series.snapshot();
        assertThat(now.lows()).containsExactly(1, 3, 5);
        assertThat(now.highs()).containsExactly(2, 4, 5);
        assertThat(now.centres()).containsExactly(1.5, 3.5, 5);
    }

    @Test
    void aMillionValuesStayWithinTheCapacityAndKeepTheirExtremesInPlace() {
        BucketSeries series = series(500);
        SplittableRandom random = new SplittableRandom(3);
        int count = 1_000_003;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 1; i <= count; i++) {
            double value = i == 123_457 ? -50 : i == 777_777 ? 80 : random.nextDouble();
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
            series.add(value);
        }

        BucketSeries.Snapshot now = series.snapshot();
        assertThat(now.count()).isEqualTo(count);
        assertThat(now.centres().length).isBetween(250, 500);
        assertThat(now.centres()).isSorted();
        double width = now.centres()[1] - now.centres()[0];
        assertThat(now.centres()[indexOf(now.lows(), lowest)]).isBetween(123_457 - width, 123_457 + width);
        assertThat(now.centres()[indexOf(now.highs(), highest)]).isBetween(777_777 - width, 777_777 + width);
    }

    @Test
    void valuesThatAreNotFiniteTakeANumberButLeaveNoMark() {
        BucketSeries series = series(8);
        series.add(1);
        series.add(Double.NaN);
        series.add(Double.POSITIVE_INFINITY);
        series.add(2);

        BucketSeries.Snapshot now = series.snapshot();
        assertThat(now.count()).isEqualTo(4);
        assertThat(now.lows()[1]).isInfinite();
        assertThat(now.smoothed()[2]).isNaN();
        assertThat(AxisRange.robust(now.lows()).maximum()).isLessThan(3);
    }

    @Test
    void theSmoothedLineDoesNotDependOnTheCapacity() {
        BucketSeries small = new BucketSeries(8, new Smoother(10));
        BucketSeries large = new BucketSeries(4096, new Smoother(10));
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 1000; i++) {
            double value = random.nextDouble();
            small.add(value);
            large.add(value);
        }

        double[] few = small.snapshot().smoothed();
        double[] all = large.snapshot().smoothed();
        assertThat(few[few.length - 1]).isEqualTo(all[all.length - 1]);
        assertThat(few[0]).isEqualTo(all[127]);
    }

    @Test
    void anOddCapacityIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> series(7));
    }

    private static BucketSeries series(int capacity) {
        return new BucketSeries(capacity, new Smoother(5));
    }

    private static int indexOf(double[] values, double wanted) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
