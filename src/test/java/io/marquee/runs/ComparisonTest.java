package io.marquee.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.model.Hyperparameters;
import io.marquee.model.Preset;
import io.marquee.train.TrainingEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {

    private static final Hyperparameters QUICK = Preset.QUICK_LOOK.hyperparameters();

    @TempDir
    Path folder;

    @Test
    void onlySettingsThatDifferAreListed() throws IOException {
        try (RunHistory history = new RunHistory(folder, System.err::println)) {
            RunDetails first = record(history, QUICK);
            RunDetails second = record(history, QUICK.toBuilder().hiddenLayers(List.of(64, 32)).learningRate(0.01).build());

            assertThat(Comparison.differences(List.of(first, second))).containsExactly(
                    new SettingDifference("Hidden layers", List.of("256", "64, 32")),
                    new SettingDifference("Learning rate", List.of("0.002", "0.01")));
            assertThat(Comparison.differences(List.of(first, first))).isEmpty();
            assertThat(Comparison.obstacles(List.of(first.summary(), second.summary()))).isEmpty();
        }
    }

    @Test
    void otherSeedsAndClippingKeepErrorsFromBeingRanked() throws IOException {
        try (RunHistory history = new RunHistory(folder, System.err::println)) {
            RunDetails first = record(history, QUICK);
            RunDetails second = record(history, QUICK.toBuilder().seed(7).clipPredictions(false).build());

            assertThat(Comparison.obstacles(List.of(first.summary(), second.summary()))).isEqualTo("clipping, seed");
        }
    }

    @Test
    void otherRatingsAndSplitsDo() {
        ProtocolKey one = new ProtocolKey("f00d", "random 80/20, seed 42", 1, true);
        ProtocolKey other = new ProtocolKey("beef", "random 90/10, seed 42", 1, true);

        assertThat(one.differences(other)).containsExactly("dataset", "split");
        assertThat(one.differences(one)).isEmpty();
    }

    private static RunDetails record(RunHistory history, Hyperparameters hyperparameters) throws IOException {
        long id = RunScript.record(history, RunScript.request(hyperparameters), 1,
                new TrainingEvent.RunFinished(false, 1, 1));
        return history.details(id).orElseThrow();
    }
}
