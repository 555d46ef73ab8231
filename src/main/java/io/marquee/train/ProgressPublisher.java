package io.marquee.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Gathers batch losses into a few {@link TrainingEvent.BatchProgress} events a second. */
final class ProgressPublisher {

    private static final long INTERVAL_NANOS = 50_000_000;

    private final Consumer<TrainingEvent> events;
    private final int batchesPerEpoch;
    private final List<Float> losses = new ArrayList<>();
    private int epoch;
    private int batchesDone;
    private double squaredErrors;
    private long ratings;
    private long ratingsSinceEvent;
    private long lastEvent;

    ProgressPublisher(Consumer<TrainingEvent> events, int batchesPerEpoch) {
        this.events = events;
        this.batchesPerEpoch = batchesPerEpoch;
    }

    void beginEpoch(int number) {
        epoch = number;
        batchesDone = 0;
        squaredErrors = 0;
        ratings = 0;
        ratingsSinceEvent = 0;
        lastEvent = System.nanoTime();
    }

    /** @param meanSquaredError of the batch, in squared stars */
    void batchDone(double meanSquaredError, int size) {
        batchesDone++;
        squaredErrors += meanSquaredError * size;
        ratings += size;
        ratingsSinceEvent += size;
        losses.add((float) meanSquaredError);
        long now = System.nanoTime();
        if (now - lastEvent >= INTERVAL_NANOS || batchesDone == batchesPerEpoch) {
            publish(now);
        }
    }

    /** Mean squared error of this epoch's ratings so far, in squared stars. */
    double runningLoss() {
        return squaredErrors / ratings;
    }

    /** Batches done in this epoch. */
    int batchesDone() {
        return batchesDone;
    }

    private void publish(long now) {
        double rate = ratingsSinceEvent / Math.max(1e-9, (now - lastEvent) / 1e9);
        events.accept(new TrainingEvent.BatchProgress(
                epoch, batchesDone, batchesPerEpoch, losses, runningLoss(), rate));
        losses.clear();
        ratingsSinceEvent = 0;
        lastEvent = now;
    }
}
