package io.marquee.ui.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.profile.Timeline;
import io.marquee.ui.chart.Bar;
import io.marquee.ui.chart.BarData;
import java.time.Instant;
import java.time.YearMonth;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProfileChartsTest {

    @Test
    void aFewMonthsAreMarkedOneByOne() {
        assertThat(months(7, 1000).bars()).extracting(Bar::mark).startsWith("1995-01", "1995-02").hasSize(7);
    }

    @Test
    void ofManyMonthsOnlyEachJanuaryIsMarked() {
        BarData data = months(60, 1000);

        assertThat(data.caption()).isEqualTo("per month");
        assertThat(data.bars()).extracting(Bar::mark).filteredOn(mark -> !mark.isEmpty())
                .containsExactly("1995", "1996", "1997", "1998", "1999");
        assertThat(data.bars().get(13).label()).isEqualTo("February 1996");
    }

    @Test
    void decadesAndSparseRatingsAreShownByYear() {
        assertThat(months(400, 1000).caption()).isEqualTo("per year");
        assertThat(months(60, 2).caption()).isEqualTo("per year");
        assertThat(months(60, 2).bars()).extracting(Bar::value).containsExactly(24.0, 24.0, 24.0, 24.0, 24.0);
    }

    private static BarData months(int count, long ratingsEach) {
        return ProfileCharts.time(new Timeline(Instant.EPOCH, Instant.EPOCH, IntStream.range(0, count)
                .mapToObj(i -> new Timeline.Month(YearMonth.of(1995, 1).plusMonths(i), ratingsEach)).toList()));
    }
}
