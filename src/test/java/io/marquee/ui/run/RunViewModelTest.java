package io.marquee.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.DatasetSpec;
import io.marquee.data.SplitSpec;
import io.marquee.model.Preset;
import io.marquee.train.EpochResult;
import io.marquee.train.TrainingEvent;
import io.marquee.train.TrainingRequest;
import io.marquee.ui.fake.ScriptedTraining;
import io.marquee.ui.fake.SmallData;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RunViewModelTest {

    private final ScriptedTraining training = new ScriptedTraining();
    private long now = 1_000_000;
    private final RunViewModel run = new RunViewModel(training, () -> now);

    @Test
    void aRunGoesFromPreparingThroughTrainingToItsEnd() {
        assertThat(state()).isEqualTo(RunState.IDLE);
        start();
        assertThat(state()).isEqualTo(RunState.STARTING);
        assertThat(run.statusProperty().get().fraction()).isEqualTo(-1);

        training.sendStarted(4);
        training.sendBatches(1, 2, 4, 1f, 0.9f);
        run.poll();
        assertThat(state()).isEqualTo(RunState.RUNNING);
        assertThat(run.statusProperty().get().where()).isEqualTo("Training · epoch 1 of 10");
        assertThat(run.statusProperty().get().speed()).isEqualTo("50k ratings/s");

        training.sendBatches(1, 4, 4, 1f, 0.9f);
        run.poll();
        assertThat(run.statusProperty().get().where()).isEqualTo("Evaluating · epoch 1 of 10");

        training.sendEpoch(1);
        run.poll();
        assertThat(run.epochs()).extracting(EpochResult::epoch).containsExactly(1);
        assertThat(run.modelProperty().get().result().epoch()).isEqualTo(1);

        training.send(new TrainingEvent.RunFinished(false, 10, 20));
        run.poll();
        assertThat(state()).isEqualTo(RunState.FINISHED);
        assertThat(run.statusProperty().get().timeLeft()).isEmpty();
    }

    @Test
    void nothingIsShownBeforeThePoll() {
        start();
        training.sendStarted(4);
        training.sendEpoch(1);

        assertThat(run.epochs()).isEmpty();
        assertThat(state()).isEqualTo(RunState.STARTING);
    }

    @Test
    void pauseAndResumeFollowWhatTheRunSays() {
        startRunning();
        run.togglePause();
        assertThat(training.asked()).containsExactly("start", "pause");
        assertThat(state()).as("until the run says so").isEqualTo(RunState.RUNNING);

        training.send(new TrainingEvent.RunPaused());
        run.poll();
        assertThat(state()).isEqualTo(RunState.PAUSED);

        run.togglePause();
        training.send(new TrainingEvent.RunResumed());
        run.poll();
        assertThat(training.asked()).endsWith("resume");
        assertThat(state()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void stoppingIsSaidAtOnceAndKeepsTheModelOfTheLastEpoch() {
        startRunning();
        training.sendEpoch(1);
        run.stop();
        assertThat(state()).isEqualTo(RunState.STOPPING);
        run.poll();
        assertThat(state()).isEqualTo(RunState.STOPPING);

        training.send(new TrainingEvent.RunFinished(true, 1, 3));
        run.poll();
        assertThat(state()).isEqualTo(RunState.STOPPED);
        assertThat(run.statusProperty().get().where()).isEqualTo("Stopped · 1 of 10 epochs");
        assertThat(run.modelProperty().get()).isNotNull();
    }

    @Test
    void aFailureIsShownWithItsSentence() {
        start();
        training.send(new TrainingEvent.RunFailed("The loss is no longer a number.", 0));
        run.poll();

        assertThat(state()).isEqualTo(RunState.FAILED);
        assertThat(run.failureProperty().get()).isEqualTo("The loss is no longer a number.");
    }

    @Test
    void aRunWhoseProcessWasLostIsInterrupted() {
        startRunning();
        training.sendEpoch(1);
        training.send(new TrainingEvent.RunFailed("The training process was killed.", 1, true));
        run.poll();

        assertThat(state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(run.statusProperty().get().where()).startsWith("Interrupted");
        assertThat(run.resumable()).isTrue();
    }

    @Test
    void aSecondRunStartsAfreshButKeepsTheModelUntilItHasItsOwn() {
        startRunning();
        training.sendEpoch(1);
        training.send(new TrainingEvent.RunFinished(false, 1, 3));
        run.poll();
        var first = run.modelProperty().get();

        start();
        assertThat(run.epochs()).isEmpty();
        assertThat(run.modelProperty().get()).isSameAs(first);
        training.sendStarted(4);
        training.sendEpoch(1);
        run.poll();
        assertThat(run.modelProperty().get()).isNotSameAs(first);
    }

    @Test
    void startingTwiceOrSteeringWithoutARunDoesNothing() {
        run.togglePause();
        run.stop();
        assertThat(training.asked()).isEmpty();

        start();
        start();
        assertThat(training.asked()).containsExactly("start");
    }

    @Test
    void timeLeftLeavesPausesOut() {
        startRunning();
        now += TimeUnit.SECONDS.toNanos(10);
        training.send(new TrainingEvent.RunPaused());
        run.poll();
        now += TimeUnit.HOURS.toNanos(5);
        training.send(new TrainingEvent.RunResumed());
        run.poll();
        now += TimeUnit.SECONDS.toNanos(2);
        training.sendBatches(1, 4, 4, 0.8f);
        training.sendEpoch(1);
        run.poll();

        assertThat(run.statusProperty().get().timeLeft()).isEqualTo("1 min 48 s left");
    }

    @Test
    void numbersInTheStatusChangeAtMostTwiceASecond() {
        startRunning();
        now += TimeUnit.MILLISECONDS.toNanos(700);
        training.sendBatches(1, 3, 4, 0.8f);
        run.poll();
        RunStatus shown = run.statusProperty().get();
        assertThat(shown.fraction()).isEqualTo(0.075);

        now += TimeUnit.MILLISECONDS.toNanos(200);
        training.sendBatches(1, 3, 4, 0.8f);
        run.poll();
        assertThat(run.statusProperty().get()).isSameAs(shown);

        now += TimeUnit.MILLISECONDS.toNanos(400);
        run.poll();
        assertThat(run.statusProperty().get()).isNotSameAs(shown);
    }

    @Test
    void durationsAreWrittenAsPeopleSayThem() {
        assertThat(RunStatus.duration(0.2)).isEqualTo("1 s");
        assertThat(RunStatus.duration(59.4)).isEqualTo("59 s");
        assertThat(RunStatus.duration(200)).isEqualTo("3 min 20 s");
        assertThat(RunStatus.duration(3000)).isEqualTo("50 min");
        assertThat(RunStatus.duration(7500)).isEqualTo("2 h 5 min");
    }

    @Test
    void theReportSaysHowResultsWereMeasuredAndWhereTheTimeWent() {
        assertThat(RunReport.protocol(run.snapshotProperty().get())).isEmpty();
        assertThat(RunReport.verdict(run.epochs())).isEmpty();
        startRunning();
        training.sendEpoch(1);
        run.poll();

        assertThat(RunReport.protocol(run.snapshotProperty().get())).contains("random 80/20, seed 42", "80 train, 20 test",
                "clipped to the scale", "last epoch", "measured before each step", "1 movies");
        assertThat(RunReport.engine(run.snapshotProperty().get())).isEqualTo("3,000 parameters · CPU, fast path");
        assertThat(RunReport.verdict(run.epochs())).endsWith("the network is the bottleneck");
    }

    private RunState state() {
        return run.stateProperty().get();
    }

    private void start() {
        run.start(new TrainingRequest(DatasetSpec.of("small"), new SplitSpec(0.2, 1),
                Preset.QUICK_LOOK.hyperparameters().toBuilder().epochs(10).build(), "cpu"), SmallData.ofRatings(400));
    }

    private void startRunning() {
        start();
        training.sendStarted(4);
        run.poll();
        training.sendBatches(1, 2, 4, 0.9f);
        run.poll();
    }
}
