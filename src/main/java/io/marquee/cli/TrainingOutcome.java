package io.marquee.cli;

import io.marquee.model.ModelFile;
import io.marquee.model.TrainedModel;
import io.marquee.train.EpochResult;
import io.marquee.train.TrainingEvent.RunFailed;
import io.marquee.train.TrainingEvent.RunFinished;
import io.marquee.train.TrainingEvent.RunStarted;
import io.marquee.train.TrainingEvent.TestMeasured;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How a training run ended. */
final class TrainingOutcome {

    private final Optional<RunStarted> started;
    private final Optional<RunFinished> finished;
    private final Optional<RunFailed> failed;
    private final List<EpochResult> epochs;
    private final Optional<TestMeasured> test;
    private final Optional<TrainedModel> model;

    TrainingOutcome(RunWatcher watcher, Optional<TrainedModel> model) {
        this.started = watcher.started();
        this.finished = watcher.finished();
        this.failed = watcher.failed();
        this.epochs = watcher.epochs();
        this.test = watcher.test();
        this.model = model;
    }

    /** The model of the last finished epoch. */
    Optional<TrainedModel> model() {
        return model;
    }

    int lastEpoch() {
        return model.map(trained -> trained.result().epoch()).orElse(0);
    }

    /** Whether the run went through to its end. */
    boolean complete() {
        return finished.isPresent() && !finished.get().stopped();
    }

    int exitCode() {
        return failed.isPresent() || model.isEmpty() ? ExitCode.FAILED : ExitCode.OK;
    }

    void summarise(Console console) {
        failed.ifPresent(failure -> console.say(failure.message()));
        if (started.isPresent() && finished.isPresent()) {
            RunFinished end = finished.get();
            new TrainingTable(console).summary(started.get(), epochs, end.stopped(), end.seconds(), test);
        }
    }

    void save(Path file) throws IOException {
        ModelFile.save(model.orElseThrow(), file);
    }

    /** The run as JSON; empty if it never started, so that there is nothing to report. */
    Optional<TrainingReport> report() {
        return started.map(this::report);
    }

    private TrainingReport report(RunStarted run) {
        return new TrainingReport(
                run.protocol(),
                run.hyperparameters(),
                run.users(),
                run.items(),
                run.parameters(),
                run.trainMean(),
                run.noiseFloor(),
                finished.isPresent() && finished.get().stopped(),
                failed.map(RunFailed::message).orElse(null),
                finished.map(RunFinished::seconds)
                        .orElseGet(() -> epochs.stream().mapToDouble(EpochResult::seconds).sum()),
                epochs.stream().map(TrainingReport.Epoch::of).toList(),
                test.orElse(null));
    }
}
