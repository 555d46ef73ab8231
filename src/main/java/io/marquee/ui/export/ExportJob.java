package io.marquee.ui.export;

import io.marquee.data.Progress;

/** How far an export is, and whether it should stop; written by one thread and read by another. */
final class ExportJob implements Progress {

    private volatile double fraction;
    private volatile String doing = "";
    private volatile boolean cancelled;

    @Override
    public void report(double done, String what) {
        fraction = done;
        doing = what;
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    double fraction() {
        return fraction;
    }

    String doing() {
        return doing;
    }

    void stop() {
        cancelled = true;
    }
}
