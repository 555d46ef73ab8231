package io.marquee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.marquee.runs.RecordingTrainingService;
import io.marquee.runs.RunHistory;
import io.marquee.train.LocalTrainingService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuneCommandTest {

    @TempDir
    Path folder;

    private RunHistory history;
    private Services services;
    private Path ratings;

    @BeforeEach
    void open() throws IOException {
        history = new RunHistory(folder.resolve("data"), System.err::println);
        Services real = Services.local();
        services = new Services(real.datasets(),
                () -> new RecordingTrainingService(new LocalTrainingService(), history), real.devices(),
                real.recommender(), history, real.catalogue(), real.downloads());
        StringBuilder rows = new StringBuilder("userId,movieId,rating,timestamp\n");
        for (int i = 0; i < 600; i++) {
            rows.append(i % 20 + 1).append(',').append(i % 31 + 1).append(',').append(1 + i * 7 % 9 / 2.0).append(',')
                    .append(i).append('\n');
        }
        ratings = Files.writeString(folder.resolve("few.csv"), rows);
    }

    @AfterEach
    void close() {
        history.close();
    }

    private Terminal tune(String... more) {
        String[] all = new String[more.length + 9];
        System.arraycopy(new String[] {"tune", ratings.toString(), "--hidden", "4", "--batch", "64", "--epochs", "3", "--seed=7"},
                0, all, 0, 9);
        System.arraycopy(more, 0, all, 9, more.length);
        return Terminal.run(services, all);
    }

    @Test
    void aSearchEndsWithTheBestItsProtocolAndTheCommandThatTrainsIt() throws IOException {
        Terminal terminal = tune("--vary", "learning-rate=0.001..0.05:log", "--vary", "embedding=2,4", "--trials", "3",
                "--save", folder.resolve("best.marquee").toString());

        assertThat(terminal.exitCode()).as(terminal.err()).isEqualTo(ExitCode.OK);
        assertThat(terminal.out()).contains("Search    1 on few", "random search, seed 7", "Varied    learning rate 0.001 to 0.05, "
                + "logarithmic; embedding size 2, 4", "a validation part, 10 % of the train part", "learning-rate  embedding",
                "Best      trial ", "measured once, after the choice", "To train  marquee train --data ");
        assertThat(folder.resolve("best.marquee")).exists();
        assertThat(terminal.err()).contains("Search 1: finished", "All trials are done.", "Saved the model of trial ");

        String command = terminal.out().lines().filter(line -> line.startsWith("To train")).findFirst().orElseThrow();
        Terminal trained = Terminal.run(services,
                (command.replaceFirst(".*marquee train ", "train ") + " --json -").split(" "));
        JsonNode shown = Terminal.run(services, "tune", "show", "last", "--json").json();
        assertThat(trained.json().path("test").path("mse")).as("the command gives the same model")
                .isEqualTo(shown.path("best").path("testMse"));
        assertThat(shown.path("best").path("command").asText()).isEqualTo(command.replaceFirst("To train +", ""));
        assertThat(Terminal.run(services, "runs", "list").out()).contains("Search 1, trial 3");
    }

    @Test
    void theReportIsJsonOnStandardOutputAlone() throws IOException {
        Terminal terminal = tune("--vary", "l2=0,0.001", "--strategy", "grid", "--json");

        JsonNode report = terminal.json();
        assertThat(report.path("state").asText()).isEqualTo("finished");
        assertThat(report.path("varied").path(0).asText()).isEqualTo("l2=0,0.001");
        assertThat(report.path("trials")).hasSize(2).allSatisfy(trial -> {
            assertThat(trial.path("validationMse").isNumber()).isTrue();
            assertThat(trial.path("settings").path("l2").asText()).isIn("0", "0.001");
            assertThat(trial.path("run").isNumber()).isTrue();
        });
        assertThat(report.path("best").path("hyperparameters").path("epochs").asInt()).isEqualTo(3);
        assertThat(terminal.err()).contains("Val. MSE");
    }

    @Test
    void aSearchThatHasEndedGoesOnWithMoreTrials() throws IOException {
        tune("--vary", "learning-rate=0.001..0.05:log", "--trials", "2");

        Terminal refused = Terminal.run(services, "tune", "resume", "last");
        Terminal resumed = Terminal.run(services, "tune", "resume", "1", "--trials", "4", "--json");
        Terminal list = Terminal.run(services, "tune", "list");

        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("Search 1 has nothing left to try. With --trials it may go on");
        assertThat(resumed.json().path("trials")).hasSize(4);
        assertThat(list.out()).contains("Finished", "random search: learning rate 0.001 to 0.05, logarithmic");
        assertThat(Terminal.run(services, "tune", "resume", "1", "--minutes", "0.000001").err())
                .contains("has used up its 0.000001 minutes");
    }

    @Test
    void aDeletedSearchCanBeBroughtBack() throws IOException {
        tune("--vary", "l2=0,0.001", "--strategy", "grid");

        Terminal deleted = Terminal.run(services, "tune", "delete", "last");
        Terminal gone = Terminal.run(services, "tune", "show", "1");
        Terminal runs = Terminal.run(services, "runs", "list", "--json");
        Terminal restored = Terminal.run(services, "tune", "delete", "--undo", "1");

        assertThat(deleted.err()).contains("Deleted Search 1; the runs of its trials stay. To undo: marquee tune delete --undo 1");
        assertThat(gone.err()).contains("There is no search '1'");
        assertThat(runs.json()).hasSize(2).allSatisfy(run -> assertThat(run.path("bestValidationMse").isNumber()).isTrue());
        assertThat(restored.err()).contains("Brought search 1 back.");
        assertThat(Terminal.run(services, "tune", "show", "1").exitCode()).isEqualTo(ExitCode.OK);
        assertThat(Terminal.run(services, "tune", "delete", "--undo", "1").err()).contains("There is no deleted search 1");
        assertThat(Terminal.run(services, "tune", "delete", "--undo", "last").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void searchesThatAreNotThereAreRefused() {
        assertThat(Terminal.run(services, "tune", "list").err()).contains("There is no search yet");
        Terminal show = Terminal.run(services, "tune", "show", "8");
        assertThat(show.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(show.err()).contains("There is no search '8'; 'marquee tune list' shows those there are");
    }
}
