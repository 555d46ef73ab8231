package io.marquee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.marquee.runs.RecordingTrainingService;
import io.marquee.runs.RunHistory;
import io.marquee.train.LocalTrainingService;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsResumeCommandTest {

    @TempDir
    Path folder;

    @Test
    void aRunGoesOnFromItsLastEpochInItsOwnRecord() throws IOException {
        try (RunHistory history = new RunHistory(folder, System.err::println)) {
            Services real = Services.local();
            Services services = new Services(real.datasets(),
                    () -> new RecordingTrainingService(new LocalTrainingService(), history), real.devices(),
                    real.recommender(), history);
            Terminal.run(services, "train", "--data", "matinee:100k", "--embedding", "2", "--hidden", "2", "--epochs", "2",
                    "--batch", "4096");

            Terminal done = Terminal.run(services, "runs", "resume", "last");
            Terminal resumed = Terminal.run(services, "runs", "resume", "last", "--epochs", "3", "--save",
                    folder.resolve("m.marquee").toString());

            assertThat(done.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(done.err()).contains("Run 1 has finished 2 epochs: ask for more with --epochs.");
            assertThat(resumed.exitCode()).as(resumed.err()).isEqualTo(ExitCode.OK);
            assertThat(folder.resolve("m.marquee")).exists();
            JsonNode runs = Terminal.run(services, "runs", "list", "--json").json();
            assertThat(runs).hasSize(1);
            assertThat(runs.path(0).path("epochsFinished").asInt()).isEqualTo(3);
            assertThat(runs.path(0).path("state").asText()).isEqualTo("finished");
        }
    }
}
