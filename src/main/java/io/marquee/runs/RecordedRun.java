package io.marquee.runs;

import io.marquee.model.TrainedModel;
import io.marquee.train.TrainingCommand;
import io.marquee.train.TrainingRun;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** A run that is recorded while it trains. */
public final class RecordedRun implements TrainingRun {

    private static final int PATIENCE_SECONDS = 15;

    private final TrainingRun run;
    private final RunRecorder recorder;

    RecordedRun(TrainingRun run, RunRecorder recorder) {
        this.run = run;
        this.recorder = recorder;
    }

    /** Its number in the history; empty until it is first written, some moments after the start. */
    public OptionalLong id() {
        long id = recorder.id();
        return id == 0 ? OptionalLong.empty() : OptionalLong.of(id);
    }

    @Override
    public State state() {
        return run.state();
    }

    @Override
    public void pause() {
        run.pause();
    }

    @Override
    public void resume() {
        run.resume();
    }

    @Override
    public void stop() {
        run.stop();
    }

    @Override
    public void send(TrainingCommand command) {
        run.send(command);
    }

    @Override
    public Optional<TrainedModel> model() {
        return run.model();
    }

    /** Waits until the run has ended and, as far as that works in some seconds, until that is written down. */
    @Override
    public void await() throws InterruptedException {
        run.await();
        recorder.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
