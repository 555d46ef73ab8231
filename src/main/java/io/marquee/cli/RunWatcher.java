package io.marquee.cli;

import io.marquee.data.Dataset;
import io.marquee.train.EpochResult;
import io.marquee.train.TrainingEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Shows a run's events as they come and keeps what the summary and the report need. Events come on the training thread;
 * what was kept is read after the run has ended.
 */
final class RunWatcher implements Consumer<TrainingEvent>, AutoCloseable {

    private final TrainingTable table;
    private final WorkBar bar;
    private final Dataset dataset;
    private final List<EpochResult> epochs = new ArrayList<>();
    private TrainingEvent.RunStarted started;
    private TrainingEvent.TestMeasured test;
    private TrainingEvent.RunFinished finished;
    private TrainingEvent.RunFailed failed;

    RunWatcher(Console console, Dataset dataset) {
        this.table = new TrainingTable(console);
        this.bar = new WorkBar(console);
        this.dataset = dataset;
    }

    @Override
    public synchronized void accept(TrainingEvent event) {
        if (event instanceof TrainingEvent.RunStarted run) {
            started = run;
            table.heading(dataset, run);
        } else if (event instanceof TrainingEvent.BatchProgress progress) {
            bar.report((double) progress.batchesDone() / progress.batchesPerEpoch(), String.format(Locale.ROOT,
                    "epoch %d, loss %.4f", progress.epoch(), progress.runningLoss()));
        } else if (event instanceof TrainingEvent.EpochFinished epoch) {
            bar.close();
            epochs.add(epoch.result());
            table.epoch(epoch.result());
        } else if (event instanceof TrainingEvent.RunRestored restored) {
            epochs.addAll(restored.epochs());
            restored.epochs().forEach(table::epoch);
            table.goesOn(epochs.size());
        } else if (event instanceof TrainingEvent.CheckpointFailed problem) {
            bar.close();
            table.note(problem.message());
        } else if (event instanceof TrainingEvent.StoppedEarly early) {
            table.note(String.format(Locale.ROOT,
                    "Stopped early: the validation MSE no longer falls. Epoch %d is kept, with %.4f.", early.bestEpoch(),
                    early.validationMse()));
        } else if (event instanceof TrainingEvent.TestMeasured measured) {
            test = measured;
        } else if (event instanceof TrainingEvent.RunFinished end) {
            finished = end;
        } else if (event instanceof TrainingEvent.RunFailed failure) {
            failed = failure;
        }
    }

    /** Takes the progress bar away. */
    @Override
    public synchronized void close() {
        bar.close();
    }

    synchronized Optional<TrainingEvent.RunStarted> started() {
        return Optional.ofNullable(started);
    }

    /** The one measurement of the test part of a run with a validation part. */
    synchronized Optional<TrainingEvent.TestMeasured> test() {
        return Optional.ofNullable(test);
    }

    synchronized Optional<TrainingEvent.RunFinished> finished() {
        return Optional.ofNullable(finished);
    }

    synchronized Optional<TrainingEvent.RunFailed> failed() {
        return Optional.ofNullable(failed);
    }

    synchronized List<EpochResult> epochs() {
        return List.copyOf(epochs);
    }
}
