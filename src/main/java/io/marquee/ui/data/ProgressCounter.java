package io.marquee.ui.data;

import io.marquee.data.Progress;

/** Progress that the working thread writes and the window polls. */
final class ProgressCounter implements Progress {

    private volatile double fraction = -1;
    private volatile String what = "Opening";
    private volatile boolean cancelled;

    @Override
    public void report(double newFraction, String newWhat) {
        fraction = newFraction;
        what = newWhat;
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    void cancel() {
        cancelled = true;
    }

    /** Part done, 0 to 1; -1 while nothing is known. */
    double fraction() {
        return fraction;
    }

    String what() {
        return what;
    }
}
