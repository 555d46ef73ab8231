package io.marquee.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Makes Ctrl+C (or a polite kill) stop work instead of losing it: while this is open, the process ends only once the
 * work has stopped and this is closed, so that what is finished can still be written.
 */
final class StopOnShutdown implements AutoCloseable {

    /** Long enough to save a large model; short enough that a stuck disk does not hold the process for ever. */
    private static final int PATIENCE_SECONDS = 60;

    private final Runnable stop;
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stopAndWait, "marquee-stop");
    private volatile boolean asked;

    private StopOnShutdown(Runnable stop) {
        this.stop = stop;
    }

    /** @param stop asks the work to stop; called from another thread */
    static StopOnShutdown of(Runnable stop) {
        StopOnShutdown onShutdown = new StopOnShutdown(stop);
        try {
            Runtime.getRuntime().addShutdownHook(onShutdown.hook);
        } catch (IllegalStateException e) {
            // The process is ending already.
            onShutdown.asked = true;
            stop.run();
        }
        return onShutdown;
    }

    /** Whether the process was asked to end while the work lasted. */
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
        stop.run();
        try {
            done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
