package io.marquee.data.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class TimelineTest {

    @Test
    void monthsWithoutRatingsAreThereToo() {
        Timeline timeline = timeline("1999-11-30T23:59:59Z", "1999-12-01T00:00:00Z", "2000-02-29T12:00:00Z",
                "1999-11-01T00:00:00Z");

        assertThat(timeline.first()).isEqualTo("1999-11-01T00:00:00Z");
        assertThat(timeline.last()).isEqualTo("2000-02-29T12:00:00Z");
        assertThat(timeline.months()).containsExactly(month(1999, 11, 2), month(1999, 12, 1), month(2000, 1, 0),
                month(2000, 2, 1));
        assertThat(timeline.years()).containsExactly(new Timeline.Year(1999, 3), new Timeline.Year(2000, 1));
    }

    @Test
    void theFirstAndTheLastSecondThatCanBeHeldAreCounted() {
        Timeline timeline = timeline("1970-01-01T00:00:00Z", "2106-02-07T06:28:15Z");

        assertThat(timeline.months()).hasSize(136 * 12 + 2);
        assertThat(timeline.months().stream().mapToLong(Timeline.Month::ratings).sum()).isEqualTo(2);
        assertThat(timeline.months().get(0)).isEqualTo(month(1970, 1, 1));
    }

    @Test
    void ratingsWithoutTimesHaveNoTimeline() {
        assertThat(Timeline.of(Tables.ofRatings(1, 2, 3))).isEmpty();
    }

    private static Timeline timeline(String... moments) {
        long[] seconds = new long[moments.length];
        for (int i = 0; i < moments.length; i++) {
            seconds[i] = Instant.parse(moments[i]).getEpochSecond();
        }
        return Timeline.of(Tables.ofTimes(seconds)).orElseThrow();
    }

    private static Timeline.Month month(int year, int month, long ratings) {
        return new Timeline.Month(YearMonth.of(year, month), ratings);
    }
}
