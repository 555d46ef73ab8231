package io.marquee.tune;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.train.Runs;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a search says of trials that look better than the one it names. */
class SearchTest {

    @Test
    void aTrialCutShortAtALowerErrorIsNotTheBestAndThatIsSaid() {
        Search search = search(trial(1, TrialState.DONE, 9, 0.80), trial(2, TrialState.CUT, 3, 0.75), trial(3, TrialState.DONE, 9, 0.85));

        assertThat(search.best().orElseThrow().number()).isEqualTo(1);
        assertThat(search.lowerButNotComparable()).isEqualTo("Trial 2 shows a lower validation MSE, 0.7500 after 3 epochs, but was "
                + "cut short: only trials trained equally far are compared.");
        assertThat(search.whyNotComparable(search.trial(2))).isEqualTo("was cut short");
        assertThat(search.whyNotComparable(search.trial(1))).as("the best").isEmpty();
        assertThat(search.whyNotComparable(search.trial(3))).as("a worse one").isEmpty();
    }

    @Test
    void ofSeveralTheLowestIsNamed() {
        Search search = search(trial(1, TrialState.DONE, 9, 0.80), trial(2, TrialState.FAILED, 1, 0.79), trial(3, TrialState.CUT, 2, 0.78));

        assertThat(search.lowerButNotComparable()).startsWith("Trial 3 shows");
        assertThat(search.whyNotComparable(search.trial(2))).isEqualTo("failed");
    }

    @Test
    void nothingIsSaidOfATrialThatCanStillBecomeTheBest() {
        Search search = search(trial(1, TrialState.DONE, 9, 0.80), trial(2, TrialState.RUNNING, 3, 0.75));

        assertThat(search.lowerButNotComparable()).isEmpty();
        assertThat(search(trial(1, TrialState.CUT, 3, 0.75)).lowerButNotComparable()).as("without a best").isEmpty();
    }

    private static Search search(Trial... trials) {
        SearchPlan plan = TinySearches.plan(new GridSearch(), Runs.small(), 3, "embedding=2,4,8");
        return new Search(1, SearchState.FINISHED, Instant.EPOCH, "Tiny", "00", plan, 60, "Its time is up.", List.of(trials));
    }

    private static Trial trial(int number, TrialState state, int epochs, double mse) {
        return Trial.begin(number, Runs.small()).in(state).after(epochs, mse, mse, 1, OptionalLong.empty());
    }
}
