package io.marquee.tune;

import io.marquee.train.EpochResult;
import io.marquee.train.TrainingEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Hears what the run of a trial tells, on the training thread, and is asked about it from the search's. */
final class TrialWatch implements Consumer<TrainingEvent> {

    private final int target;
    private final boolean keepsBest;
    private final List<EpochResult> epochs = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private int epoch;
    private double done;
    private double testMse = Double.NaN;
    private TrainingEvent.RunFinished finished;
    private TrainingEvent.RunFailed failed;

    /**
     * @param target epoch after which the trial is compared
     * @param keepsBest whether its run keeps the best epoch, not the last
     */
    TrialWatch(int target, boolean keepsBest) {
        this.target = target;
        this.keepsBest = keepsBest;
    }

    @Override
    public synchronized void accept(TrainingEvent event) {
        if (event instanceof TrainingEvent.BatchProgress progress) {
            epoch = progress.epoch();
            done = (double) progress.batchesDone() / progress.batchesPerEpoch();
        } else if (event instanceof TrainingEvent.EpochFinished end) {
            add(end.result());
        } else if (event instanceof TrainingEvent.RunRestored restored) {
            restored.epochs().forEach(this::add);
        } else if (event instanceof TrainingEvent.TestMeasured measured) {
            testMse = measured.mse();
        } else if (event instanceof TrainingEvent.RunFinished end) {
            finished = end;
            ended.countDown();
        } else if (event instanceof TrainingEvent.RunFailed end) {
            failed = end;
            ended.countDown();
        }
    }

    private void add(EpochResult result) {
        if (result.epoch() <= target) {
            epochs.add(result);
            epoch = result.epoch();
            done = 1;
        }
    }

    boolean awaitEnd(long millis) throws InterruptedException {
        return ended.await(millis, TimeUnit.MILLISECONDS);
    }

    /** Epochs finished, no more than were to be. */
    synchronized int epochs() {
        return epochs.isEmpty() ? 0 : epochs.get(epochs.size() - 1).epoch();
    }

    /** Validation MSE of the epoch the run would keep; NaN before the first. */
    synchronized double validationMse() {
        return keepsBest || epochs.isEmpty() ? lowestMse() : epochs.get(epochs.size() - 1).validationMse();
    }

    /** Lowest validation MSE of any epoch; NaN before the first. */
    synchronized double lowestMse() {
        return epochs.stream().mapToDouble(EpochResult::validationMse).min().orElse(Double.NaN);
    }

    /** Share of the trial's epochs that is done, from 0 to 1. */
    synchronized double fraction() {
        return epoch == 0 ? 0 : Math.min(1, (epoch - 1 + done) / target);
    }

    synchronized double testMse() {
        return testMse;
    }

    synchronized Optional<TrainingEvent.RunFailed> failed() {
        return Optional.ofNullable(failed);
    }

    /** Whether the trial came as far as it was to: to its epoch, or to where its validation error no longer fell. */
    synchronized boolean arrived() {
        return finished != null && (epochs() >= target || !finished.stopped());
    }
}
