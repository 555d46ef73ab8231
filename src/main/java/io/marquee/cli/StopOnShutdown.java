package io.marquee.cli;

import io.marquee.train.TrainingRun;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Makes Ctrl+C (or a polite kill) stop a run instead of losing it: while this is open, the process ends only once the
 * run has stopped and this is closed, so that the model and the report can still be written.
 */
final class StopOnShutdown implements AutoCloseable {

    /** Long enough to save a large model; short enough that a stuck disk does not hold the process for ever. */
    private static final int PATIENCE_SECONDS = 60;

    private final TrainingRun run;
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stopAndWait, "marquee-stop");
    private volatile boolean asked;

    private StopOnShutdown(TrainingRun run) {
        this.run = run;
    }

    static StopOnShutdown of(TrainingRun run) {
        StopOnShutdown stop = new StopOnShutdown(run);
        try {
            Runtime.getRuntime().addShutdownHook(stop.hook);
        } catch (IllegalStateException e) {
            // The process is ending already.
            stop.asked = true;
            run.stop();
        }
        return stop;
    }

    /** Whether the process was asked to end while the run lasted. */
    boolean asked() {
        return asked;
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: the hook is at work and now comes to its end.
            asked = true;
        }
    }

    private void stopAndWait() {
        asked = true;
        run.stop();
        try {
            done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
