package io.marquee.train;

import io.marquee.data.Progress;
import java.util.concurrent.CancellationException;

/**
 * How fast an engine trains.
 *
 * @param secondsPerRating wall clock a rating takes
 * @param waitingSeconds the part of it that passed waiting for a batch
 */
record Pace(double secondsPerRating, double waitingSeconds) {

    private static final int WARM_UP_LIMIT = 15;
    private static final int WARM_UP_STEADY = 2;

    /** Trains for some seconds. */
    static Pace measure(TrainingEngine engine, double seconds, BatchSource batches, Progress progress)
            throws InterruptedException {
        long waitedBefore = batches.waitingNanos();
        long start = System.nanoTime();
        long elapsed;
        long ratings = 0;
        do {
            if (progress.cancelled()) {
                throw new CancellationException();
            }
            Batch batch = batches.next();
            engine.train(batch);
            ratings += batch.size();
            elapsed = System.nanoTime() - start;
        } while (elapsed < seconds * 1e9);
        return new Pace(elapsed / 1e9 / ratings, (batches.waitingNanos() - waitedBefore) / 1e9 / ratings);
    }

    /** Trains until the compiler has done its work and the rate no longer rises, but not for ever. */
    static void warmUp(TrainingEngine engine, double slice, BatchSource batches, Progress progress)
            throws InterruptedException {
        double best = Double.POSITIVE_INFINITY;
        int steady = 0;
        for (int i = 0; i < WARM_UP_LIMIT && steady < WARM_UP_STEADY; i++) {
            double pace = measure(engine, slice, batches, progress).secondsPerRating();
            steady = pace > 0.9 * best ? steady + 1 : 0;
            best = Math.min(best, pace);
        }
    }
}
