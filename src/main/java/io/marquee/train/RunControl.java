package io.marquee.train;

/**
 * The brake between whoever steers a run and the threads that work for it: workers ask {@link #mayGoOn} at every safe
 * point and are held there while the run is paused.
 */
final class RunControl {

    private final Runnable onPaused;
    private final Runnable onResumed;
    private boolean paused;
    private boolean stopped;
    private boolean held;
    private long pausedNanos;

    /**
     * @param onPaused called from the worker that is held first
     * @param onResumed called from that worker when it goes on
     */
    RunControl(Runnable onPaused, Runnable onResumed) {
        this.onPaused = onPaused;
        this.onResumed = onResumed;
    }

    synchronized void pause() {
        if (!stopped) {
            paused = true;
        }
    }

    synchronized void resume() {
        paused = false;
        notifyAll();
    }

    synchronized void stop() {
        stopped = true;
        paused = false;
        notifyAll();
    }

    synchronized boolean stopped() {
        return stopped;
    }

    /** Nanoseconds the run was held so far. */
    synchronized long pausedNanos() {
        return pausedNanos;
    }

    /** Blocks while the run is paused. Returns false once it is to end. */
    synchronized boolean mayGoOn() {
        if (!paused) {
            return !stopped;
        }
        boolean first = !held;
        if (first) {
            held = true;
            onPaused.run();
        }
        long since = System.nanoTime();
        boolean interrupted = false;
        while (paused) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
                stopped = true;
                paused = false;
            }
        }
        if (first) {
            held = false;
            pausedNanos += System.nanoTime() - since;
            onResumed.run();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return !stopped;
    }
}
