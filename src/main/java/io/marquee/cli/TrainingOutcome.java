package io.marquee.cli;

import io.marquee.evaluate.ModelEvaluation;
import io.marquee.evaluate.baseline.BaselineResult;
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
import java.util.OptionalLong;

/** How a training run ended. */
final class TrainingOutcome {

    private final Optional<RunStarted> started;
    private final Optional<RunFinished> finished;
    private final Optional<RunFailed> failed;
    private final List<EpochResult> epochs;
    private final Optional<TestMeasured> test;
    private final Optional<TrainedModel> model;
    private final List<BaselineResult> baselines;
    private final Optional<ModelEvaluation> evaluation;
    private final OptionalLong recordedAs;

    /**
     * @param baselines what simple models reach, as far as they were measured
     * @param evaluation what was measured of the model after the run
     * @param recordedAs number of the run in the history, if it is kept there
     */
    TrainingOutcome(RunWatcher watcher, Optional<TrainedModel> model, List<BaselineResult> baselines,
            Optional<ModelEvaluation> evaluation, OptionalLong recordedAs) {
        this.started = watcher.started();
        this.finished = watcher.finished();
        this.failed = watcher.failed();
        this.epochs = watcher.epochs();
        this.test = watcher.test();
        this.model = model;
        this.baselines = baselines;
        this.evaluation = evaluation;
        this.recordedAs = recordedAs;
    }

    /** The model of the last finished epoch. */
    Optional<TrainedModel> model() {
        return model;
    }

    /** Number of the run in the history; empty where it is not recorded. */
    OptionalLong recordedAs() {
        return recordedAs;
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
            new EvaluationTables(console).baselines(baselines);
            evaluation.ifPresent(measured -> console.result("MAE %.4f on the test part; 'marquee evaluate' shows where the "
                    + "errors are.", measured.errors().overall().mae()));
        }
        recordedAs.ifPresent(run -> console.say("Recorded as run " + run + "; " + (resumable()
                ? "'marquee runs resume " + run + "' goes on from its last epoch."
                : "'marquee report " + run + " --out report.html' writes it as a page.")));
    }

    private boolean resumable() {
        return failed.isPresent() && failed.get().interrupted() && failed.get().epochsFinished() > 0;
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
                test.orElse(null),
                baselines,
                evaluation.map(ModelEvaluation::errors),
                evaluation.flatMap(ModelEvaluation::ranking));
    }
}
