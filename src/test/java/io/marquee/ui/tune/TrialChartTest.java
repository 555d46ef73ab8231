package io.marquee.ui.tune;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.train.Runs;
import io.marquee.tune.GridSearch;
import io.marquee.tune.Search;
import io.marquee.tune.SearchState;
import io.marquee.tune.TinySearches;
import io.marquee.tune.Trial;
import io.marquee.tune.TrialState;
import io.marquee.ui.chart.ParallelData;
import io.marquee.ui.chart.ParallelLine;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Which trials the colours of the chart are for. */
class TrialChartTest {

    @Test
    void aTrialCutShortHasNoColourHoweverLowItsError() {
        ParallelData chart = chart(trial(1, TrialState.DONE, 9, 0.80), trial(2, TrialState.CUT, 3, 0.75), trial(3, TrialState.DONE, 9, 0.85),
                trial(4, TrialState.CUT, 1, 0.90));

        assertThat(line(chart, 1).share()).as("the best of those compared has the best colour").isZero();
        assertThat(line(chart, 2).share()).as("cut short at a lower error").isNaN();
        assertThat(line(chart, 4).share()).as("cut short at a higher error").isNaN();
        assertThat(line(chart, 3).share()).isBetween(0.3, 1.0);
        assertThat(chart.uncoloured()).isEqualTo("not compared");
        assertThat(line(chart, 2).details()).last().isEqualTo("not compared: it was cut short");
        assertThat(chart.lines().get(3).id()).as("the best lies on top").isEqualTo(1);
    }

    @Test
    void theErrorsOfTrialsCutShortAreStillPlacedOnTheAxis() {
        ParallelData chart = chart(trial(1, TrialState.DONE, 9, 0.80), trial(2, TrialState.CUT, 3, 0.75), trial(3, TrialState.DONE, 9, 0.85));

        assertThat(error(chart, 2)).isZero();
        assertThat(error(chart, 1)).isBetween(0.3, 0.7);
        assertThat(error(chart, 3)).isEqualTo(1);
        assertThat(chart.axes().get(1).ticks().get(0).label()).isEqualTo("0.7500");
    }

    @Test
    void aTrialThatStillTrainsTakesTheBestColourOnlyOnceItIsTheBest() {
        ParallelData during = chart(trial(1, TrialState.DONE, 9, 0.80), trial(2, TrialState.RUNNING, 3, 0.75));
        ParallelData after = chart(trial(1, TrialState.DONE, 9, 0.80), trial(2, TrialState.DONE, 9, 0.75));

        assertThat(line(during, 2).share()).isNaN();
        assertThat(line(during, 1).share()).isZero();
        assertThat(line(after, 2).share()).isZero();
    }

    @Test
    void twoTrialsAreApart() {
        ParallelData chart = chart(trial(1, TrialState.DONE, 9, 0.80), trial(2, TrialState.DONE, 9, 0.81));

        assertThat(error(chart, 1)).isZero();
        assertThat(error(chart, 2)).isEqualTo(1);
        assertThat(line(chart, 2).share()).isEqualTo(1);
    }

    @Test
    void withoutATrialToCompareThereIsNoColour() {
        assertThat(line(chart(trial(1, TrialState.RUNNING, 1, 0.9)), 1).share()).isNaN();
    }

    private static double error(ParallelData chart, int number) {
        return line(chart, number).places().get(1);
    }

    private static ParallelLine line(ParallelData chart, int number) {
        return chart.lines().stream().filter(line -> line.id() == number).findFirst().orElseThrow();
    }

    private static ParallelData chart(Trial... trials) {
        return TrialChart.of(new Search(1, SearchState.FINISHED, Instant.EPOCH, "Tiny", "00",
                TinySearches.plan(new GridSearch(), Runs.small(), 4, "embedding=2,4,8,16"), 60, "Its time is up.", List.of(trials)));
    }

    private static Trial trial(int number, TrialState state, int epochs, double mse) {
        return new Trial(number, Runs.small(), state, 0, epochs, mse, mse, Double.NaN, 1, "", OptionalLong.empty());
    }
}
