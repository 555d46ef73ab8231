package io.marquee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.marquee.runs.RecordingTrainingService;
import io.marquee.runs.RunHistory;
import io.marquee.train.TrainingEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsCommandTest {

    @TempDir
    Path folder;

    private final List<String> notices = new ArrayList<>();
    private RunHistory history;
    private Services services;

    @BeforeEach
    void open() {
        history = new RunHistory(folder, notices::add);
        services = FakeServices.with(new RecordingTrainingService(new ScriptedTraining(ScriptedTraining.epoch(1, 0.81),
                ScriptedTraining.epoch(2, 0.64), new TrainingEvent.RunFinished(false, 2, 5)), history), history);
    }

    @AfterEach
    void close() {
        history.close();
        assertThat(notices).isEmpty();
    }

    private Terminal run(String... arguments) {
        return Terminal.run(services, arguments);
    }

    @Test
    void whatIsTrainedIsListed() throws IOException {
        run("train", "--epochs", "2");
        run("train", "--epochs", "2", "--learning-rate", "0.01", "--seed", "7");

        Terminal list = run("runs", "list");

        assertThat(list.exitCode()).as(list.err()).isEqualTo(ExitCode.OK);
        assertThat(list.out().lines()).hasSize(3);
        assertThat(list.out().lines().toList().get(1)).contains("Run 2", "Finished", "Four walls", "2/2", "0.6400", "Adam 0.01");
        assertThat(list.err()).contains("the runs differ in seed");
        JsonNode json = run("runs", "list", "--json").json();
        assertThat(json).hasSize(2);
        assertThat(json.path(1).path("bestTestMse").asDouble()).isEqualTo(0.64);
        assertThat(run("runs", "list", "--dataset", "other").err()).contains("No run is recorded yet that fits");
        assertThat(run("runs", "--help").out()).contains("Examples:");
    }

    @Test
    void anEmptyHistorySaysHowToRecordARun() {
        Terminal list = run("runs");

        assertThat(list.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(list.out()).isEmpty();
        assertThat(list.err()).contains("'marquee train' records one");
    }

    @Test
    void aRunIsShownInFull() throws IOException {
        run("train", "--epochs", "2");

        Terminal shown = run("runs", "show", "last");

        assertThat(shown.out()).contains("Run 1: Finished", "Learning rate", "0.002", "Lowest test MSE 0.6400 after epoch 2, an epoch chosen on the test part.",
                "Protocol: Four walls");
        assertThat(run("runs", "show", "1", "--json").json().path("epochs")).hasSize(2);
    }

    @Test
    void aRunIsExportedAndReported() throws IOException {
        run("train", "--epochs", "2");
        Path csv = folder.resolve("points.csv");
        Path json = folder.resolve("points.json");
        Path page = folder.resolve("report.html");

        assertThat(run("runs", "export", "1", "--out", csv.toString()).err()).contains("Exported 1 run to");
        run("runs", "export", "1", "--out", json.toString());
        run("report", "1", "--out", page.toString());

        assertThat(csv).content().startsWith("run,name,series").contains("test_mse,2,");
        assertThat(json).content().contains("\"batchLosses\"");
        assertThat(page).content().contains("<svg", "0.6400 in epoch 2");
        assertThat(run("runs", "export", "1").out()).isEqualTo(Files.readString(csv));
        assertThat(run("report", "1").out()).isEqualTo(Files.readString(page));
    }

    @Test
    void aDeletedRunComesBack() throws IOException {
        run("train", "--epochs", "2");

        assertThat(run("runs", "delete", "last").err()).contains("marquee runs delete --undo 1");
        assertThat(run("runs", "list", "--json").json()).isEmpty();
        assertThat(run("runs", "delete", "--undo", "1").exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run("runs", "list", "--json").json()).hasSize(1);
        Terminal twice = run("runs", "delete", "--undo", "1");
        assertThat(twice.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(twice.err()).contains("There is no deleted run 1");
    }

    @Test
    void anUnknownRunIsRefused() {
        Terminal shown = run("runs", "show", "nonsense");

        assertThat(shown.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(shown.err()).contains("There is no run 'nonsense'", "marquee runs list");
    }

    @Test
    void whereTheModelIsSavedIsRemembered() throws IOException {
        run("train", "--epochs", "2");
        history.modelSaved(1, folder.resolve("m.marquee"));

        assertThat(run("runs", "show", "1").out()).contains("Model saved as", "m.marquee");
    }
}
