package io.marquee.evaluate.baseline;

import java.util.concurrent.CancellationException;

/**
 * How fast baselines work: beside a training run for a tenth of one core's time, so that the run hardly feels it; at full
 * speed once the run is over. Small datasets are done within the time that is free.
 */
final class Pace {

    private static final long FREE_NANOS = 300_000_000;

    /** Rest after work, in multiples of the work. */
    private static final int REST = 9;

    /** Shorter work is not yet rested from: a rest costs some time by itself. */
    private static final long SHORTEST_NANOS = 5_000_000;

    private final long start = System.nanoTime();
    private volatile boolean beside;
    private volatile boolean cancelled;
    private long rested = start;

    /** @param beside whether a training run is under way; then one thread only may work */
    Pace(boolean beside) {
        this.beside = beside;
    }

    /** The training run is over. */
    synchronized void fullSpeed() {
        beside = false;
        notifyAll();
    }

    /** Nobody wants the result any more. */
    synchronized void cancel() {
        cancelled = true;
        notifyAll();
    }

    boolean isBeside() {
        return beside;
    }

    /**
     * Called by whoever works, at least some hundred times a second; rests where it is time to.
     *
     * @throws CancellationException if nobody wants the result any more
     */
    void step() {
        if (beside) {
            rest();
        }
        if (cancelled) {
            throw new CancellationException("The baselines are no longer wanted");
        }
    }

    private synchronized void rest() {
        long now = System.nanoTime();
        if (now - start < FREE_NANOS) {
            rested = now;
        } else if (now - rested >= SHORTEST_NANOS) {
            sleep(now + REST * (now - rested));
            rested = System.nanoTime();
        }
    }

    private synchronized void sleep(long end) {
        try {
            for (long left = end - System.nanoTime(); left > 0 && beside && !cancelled; left = end - System.nanoTime()) {
                wait(left / 1_000_000, (int) (left % 1_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancelled = true;
        }
    }
}
