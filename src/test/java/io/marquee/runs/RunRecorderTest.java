package io.marquee.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.train.EpochResult;
import io.marquee.train.TrainingEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecorderTest {

    @TempDir
    Path folder;

    private final List<String> notices = Collections.synchronizedList(new ArrayList<>());
    private RunHistory history;

    @BeforeEach
    void open() {
        history = new RunHistory(folder, notices::add);
    }

    @AfterEach
    void close() {
        history.close();
    }

    @Test
    void allOfARunIsWrittenDown() throws IOException {
        long id = RunScript.record(history, 3);

        RunDetails run = history.details(id).orElseThrow();
        RunSummary summary = run.summary();
        assertThat(summary.state()).isEqualTo(RecordedState.FINISHED);
        assertThat(summary.name()).isEqualTo("Run 1");
        assertThat(summary.dataset()).isEqualTo("Matinee 100k");
        assertThat(summary.settings()).isEqualTo("10 → 256 · Adam 0.002 · batch 512 · L2 0.0001 · 12 epochs");
        assertThat(summary.protocol()).isEqualTo(new ProtocolKey("f00d", "random 80/20, seed 42", 42, true));
        assertThat(summary.epochsFinished()).isEqualTo(3);
        assertThat(summary.batches()).isEqualTo(120);
        assertThat(summary.lastTestMse()).isEqualTo(RunScript.testMse(3));
        assertThat(summary.bestTestMse()).isEqualTo(RunScript.testMse(2));
        assertThat(summary.bestEpoch()).isEqualTo(2);
        assertThat(run.request().orElseThrow().hyperparameters()).isEqualTo(RunScript.request().hyperparameters());
        assertThat(run.request().orElseThrow().split()).isEqualTo(RunScript.request().split());
        assertThat(run.request().orElseThrow().checkpoints().orElseThrow().folder()).startsWithRaw(folder);
        assertThat(run.started()).map(TrainingEvent.RunStarted::users).contains(10);
        assertThat(run.machine()).isEqualTo(Machine.here());
        assertThat(run.epochs()).extracting(epoch -> epoch.result().epoch()).containsExactly(1, 2, 3);
        assertThat(run.epochs()).extracting(RecordedEpoch::batches).containsExactly(40L, 80L, 120L);
        assertThat(run.epochs().get(2).result()).isEqualTo(RunScript.result(3, RunScript.testMse(3)));
        assertThat(notices).isEmpty();
    }

    @Test
    void everyLossIsKeptWithItsNumberAndTime() throws IOException {
        LossCurve curve = history.losses(RunScript.record(history, 2));

        assertThat(curve.batches()).isEqualTo(80);
        for (int batch = 1; batch <= 80; batch++) {
            assertThat(curve.losses()[batch - 1]).isEqualTo(RunScript.loss(batch));
            assertThat(curve.secondsAt(batch)).isGreaterThanOrEqualTo(curve.secondsAt(Math.max(1, batch - 1)));
        }
    }

    @Test
    void onlyNewLossesAreReadAgain() throws IOException {
        RunRecorder recorder = history.recorder(RunScript.request(), "Matinee 100k");
        RunScript.play(RunScript.request(), 1, recorder);
        LossCurve before = waitForBatches(recorder, LossCurve.empty(), 40);
        RunScript.epoch(2).forEach(recorder);
        recorder.accept(new TrainingEvent.RunFinished(true, 2, 4));
        RunScript.await(recorder);

        LossCurve after = history.losses(recorder.id(), before);

        assertThat(after.losses()).isEqualTo(history.losses(recorder.id()).losses()).hasSize(80);
        assertThat(after.marks()).isEqualTo(history.losses(recorder.id()).marks());
        assertThat(history.losses(recorder.id(), after)).isSameAs(after);
        assertThat(history.list().get(0).state()).isEqualTo(RecordedState.STOPPED);
    }

    private LossCurve waitForBatches(RunRecorder recorder, LossCurve known, int batches) throws IOException {
        LossCurve curve = known;
        for (int i = 0; i < 1000 && curve.batches() < batches; i++) {
            sleep();
            curve = recorder.id() == 0 ? curve : history.losses(recorder.id(), curve);
        }
        return curve;
    }

    private static void sleep() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aHeldRunIsSeenAsPaused() throws IOException {
        RunRecorder recorder = history.recorder(RunScript.request(), "Matinee 100k");
        recorder.accept(RunScript.started(RunScript.request()));
        recorder.accept(new TrainingEvent.RunPaused());
        for (int i = 0; i < 1000 && (history.list().isEmpty()
                || history.list().get(0).state() != RecordedState.PAUSED); i++) {
            sleep();
        }
        assertThat(history.list().get(0).state()).isEqualTo(RecordedState.PAUSED);

        recorder.accept(new TrainingEvent.RunResumed());
        recorder.accept(new TrainingEvent.RunFailed("The loss is no longer a number.", 0));
        RunScript.await(recorder);

        RunSummary run = history.list().get(0);
        assertThat(run.state()).isEqualTo(RecordedState.FAILED);
        assertThat(run.failure()).isEqualTo("The loss is no longer a number.");
        assertThat(run.bestTestMse()).isNaN();
    }

    @Test
    void validationErrorsAndWhatAPersonChangesAreKept() throws IOException {
        RunRecorder recorder = history.recorder(RunScript.request(), "Matinee 100k");
        recorder.accept(RunScript.started(RunScript.request()));
        for (int epoch = 1; epoch <= 2; epoch++) {
            RunScript.epoch(epoch).stream().filter(event -> event instanceof TrainingEvent.BatchProgress).forEach(recorder);
            EpochResult result = RunScript.result(epoch, Double.NaN);
            recorder.accept(new TrainingEvent.EpochFinished(new EpochResult(epoch, result.trainMse(), (80 + epoch) / 100.0,
                    Double.NaN, Double.NaN, 2, 1.8, 45_000, result.phases())));
        }
        recorder.accept(new TrainingEvent.LearningRateSet(0.0005, 2, 40));
        recorder.accept(new TrainingEvent.EpochsAdded(20));
        recorder.accept(new TrainingEvent.TestMeasured(1, 0.83, 0.911));
        recorder.accept(new TrainingEvent.RunFinished(false, 2, 4));
        RunScript.await(recorder);

        RunDetails run = history.details(recorder.id()).orElseThrow();
        assertThat(run.epochs()).extracting(epoch -> epoch.result().validationMse()).containsExactly(0.81, 0.82);
        assertThat(run.summary().bestTestMse()).isEqualTo(0.83);
        assertThat(run.summary().bestEpoch()).isEqualTo(1);
        assertThat(run.summary().epochsPlanned()).isEqualTo(20);
        assertThat(run.steering()).containsExactly("learning rate 0.0005 from epoch 2, batch 41 on", "20 epochs in all");
        assertThat(HtmlReport.of(run, history.losses(recorder.id())))
                .contains("Test MSE, measured once, at the end", "0.8100 in epoch 1", "learning rate 0.0005").doesNotContain("NaN");
    }

    @Test
    void pausesDoNotCountAsTrainingTime() {
        RunStopwatch stopwatch = new RunStopwatch(0);
        stopwatch.secondsAt(RunScript.started(RunScript.request()), seconds(5));
        assertThat(stopwatch.secondsAt(new TrainingEvent.RunPaused(), seconds(8))).isEqualTo(3);
        assertThat(stopwatch.secondsAt(new TrainingEvent.RunResumed(), seconds(100))).isEqualTo(3);
        assertThat(stopwatch.secondsAt(RunScript.epoch(1).get(4), seconds(101))).isEqualTo(4);
    }

    private static long seconds(int seconds) {
        return seconds * 1_000_000_000L;
    }

    @Test
    void whereNothingCanBeWrittenThePersonIsToldOnceAndTrainingGoesOn() throws IOException {
        Files.writeString(folder.resolve("runs"), "a file where the folder should be");

        RunScript.record(history, 2);

        assertThat(notices).hasSize(1);
        assertThat(notices.get(0)).contains("cannot be written", "runs are not recorded");
    }

    @Test
    void whatCouldNotBeWrittenFollowsWhenItCan() throws IOException {
        Path blocked = folder.resolve("runs");
        Files.writeString(blocked, "a file where the folder should be");
        RunRecorder recorder = history.recorder(RunScript.request(), "Matinee 100k");
        RunScript.play(RunScript.request(), 1, recorder);
        for (int i = 0; i < 1000 && notices.isEmpty(); i++) {
            sleep();
        }
        Files.delete(blocked);
        RunScript.epoch(2).forEach(recorder);
        recorder.accept(new TrainingEvent.RunFinished(false, 2, 4));
        RunScript.await(recorder);

        assertThat(history.list()).extracting(RunSummary::epochsFinished).containsExactly(2);
        assertThat(history.losses(recorder.id()).batches()).isEqualTo(80);
    }
}
