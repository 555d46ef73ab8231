package io.marquee.recommend;

import java.util.concurrent.locks.LockSupport;

/** One user's way through all blocks of items, and the thread that waits for it. */
final class ScanQuestion {

    private final Thread thread = Thread.currentThread();
    private final int[] levels;
    private final float[] estimates;
    private int taken;
    private boolean failed;
    private volatile boolean done;
    private volatile boolean leads;

    /** @param levels the user's rounded share */
    ScanQuestion(int[] levels, int items) {
        this.levels = levels;
        this.estimates = new float[items];
    }

    int[] levels() {
        return levels;
    }

    boolean done() {
        return done;
    }

    /** Whether the waiting thread is to scan for itself and the others. */
    boolean leads() {
        return leads;
    }

    void lead() {
        leads = true;
        LockSupport.unpark(thread);
    }

    /** Takes over a block's estimates; true if it was the last. */
    boolean take(float[] sums, int from, int item, int count, int blocks) {
        System.arraycopy(sums, from, estimates, item, Math.min(count, estimates.length - item));
        if (++taken < blocks) {
            return false;
        }
        end();
        return true;
    }

    void fail() {
        failed = true;
        end();
    }

    private void end() {
        done = true;
        LockSupport.unpark(thread);
    }

    /** @throws IllegalStateException if the scan failed, in whatever thread it was */
    float[] answer() {
        if (failed) {
            throw new IllegalStateException("The scan that was to answer this question failed.");
        }
        return estimates;
    }
}
