package io.marquee.ui.run;

import io.marquee.chart.Smoother;
import io.marquee.train.EpochResult;
import io.marquee.train.TrainingEvent;
import io.marquee.ui.chart.BucketSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where the training thread leaves what happened and the window looks some times a second. The training thread never
 * waits for the window: it only takes a lock for the moment a few numbers are written or copied.
 */
public final class TrainingMonitor implements Consumer<TrainingEvent> {

    /** Each bucket becomes two points of the raw line: 1,000 points at most. */
    private static final int BUCKETS = 500;

    /** Losses are smoothed over this part of an epoch, within bounds. */
    private static final int SMOOTHED_PARTS_PER_EPOCH = 20;

    private final Object lock = new Object();
    private TrainingEvent.RunStarted started;
    private BucketSeries losses;
    private final List<EpochResult> epochs = new ArrayList<>();
    private int epoch;
    private int batchesDone;
    private double runningLoss = Double.NaN;
    private double ratingsPerSecond = Double.NaN;
    private boolean paused;
    private int epochsPlanned;
    private String note = "";
    private TrainingEvent ending;
    private long version;

    /**
     * What is known of a run at one moment.
     *
     * @param version grows with each change, so that nothing is redrawn for nothing
     * @param started how the run began; empty before
     * @param losses loss of each batch so far
     * @param epochs finished epochs
     * @param epoch current epoch, counted from 1; 0 before the first batch
     * @param batchesDone batches done in it
     * @param runningLoss mean train MSE of the current epoch so far; NaN before the first batch
     * @param ratingsPerSecond current rate; NaN before the first batch
     * @param paused whether the run is held
     * @param epochsPlanned number of epochs the run is to have; 0 before it has begun
     * @param note what happened last besides batches and epochs, as a sentence; empty for nothing
     * @param ending the last event of an ended run
     */
    public record Snapshot(
            long version,
            Optional<TrainingEvent.RunStarted> started,
            BucketSeries.Snapshot losses,
            List<EpochResult> epochs,
            int epoch,
            int batchesDone,
            double runningLoss,
            double ratingsPerSecond,
            boolean paused,
            int epochsPlanned,
            String note,
            Optional<TrainingEvent> ending) {

        /** Before a run. */
        public static Snapshot empty() {
            return new Snapshot(0, Optional.empty(), BucketSeries.Snapshot.empty(), List.of(), 0, 0, Double.NaN,
                    Double.NaN, false, 0, "", Optional.empty());
        }

        /** Part of the run's batches done, 0 to 1. */
        public double fraction() {
            if (started.isEmpty()) {
                return 0;
            }
            long perEpoch = Math.max(1, started.get().batchesPerEpoch());
            long all = perEpoch * epochsPlanned;
            long done = epochs.size() >= epoch ? perEpoch * epochs.size() : perEpoch * (epoch - 1) + batchesDone;
            return Math.min(1, (double) done / all);
        }
    }

    @Override
    public void accept(TrainingEvent event) {
        synchronized (lock) {
            version++;
            RunNotes.of(event).ifPresent(sentence -> note = sentence);
            if (event instanceof TrainingEvent.BatchProgress progress) {
                batches(progress);
            } else if (event instanceof TrainingEvent.EpochFinished finished) {
                epochs.add(finished.result());
                ratingsPerSecond = finished.result().ratingsPerSecond();
            } else if (event instanceof TrainingEvent.RunStarted start) {
                started = start;
                epochsPlanned = start.hyperparameters().epochs();
                losses = series(start, 0);
            } else if (event instanceof TrainingEvent.RunPaused) {
                paused = true;
            } else if (event instanceof TrainingEvent.RunResumed) {
                paused = false;
            } else if (event instanceof TrainingEvent.EpochsAdded added) {
                epochsPlanned = added.epochs();
            } else if (event instanceof TrainingEvent.RunRestored restored) {
                restore(restored.epochs());
            } else if (event instanceof TrainingEvent.RunFinished || event instanceof TrainingEvent.RunFailed) {
                ending = event;
            }
        }
    }

    private static BucketSeries series(TrainingEvent.RunStarted start, long batchesBefore) {
        return new BucketSeries(BUCKETS, new Smoother(
                Math.max(8, Math.min(1000, start.batchesPerEpoch() / (double) SMOOTHED_PARTS_PER_EPOCH))), batchesBefore);
    }

    private void restore(List<EpochResult> before) {
        epochs.addAll(before);
        epoch = before.get(before.size() - 1).epoch();
        losses = series(started, (long) epoch * started.batchesPerEpoch());
        batchesDone = started.batchesPerEpoch();
    }

    private void batches(TrainingEvent.BatchProgress progress) {
        epoch = progress.epoch();
        batchesDone = progress.batchesDone();
        runningLoss = progress.runningLoss();
        ratingsPerSecond = progress.ratingsPerSecond();
        for (Float loss : progress.losses()) {
            losses.add(loss);
        }
    }

    /** A number that grows with each event. */
    public long version() {
        synchronized (lock) {
            return version;
        }
    }

    /** A copy of what is known now. */
    public Snapshot snapshot() {
        synchronized (lock) {
            return new Snapshot(version, Optional.ofNullable(started),
                    losses == null ? BucketSeries.Snapshot.empty() : losses.snapshot(),
                    List.copyOf(epochs), epoch, batchesDone, runningLoss, ratingsPerSecond, paused,
                    epochsPlanned, note, Optional.ofNullable(ending));
        }
    }
}
