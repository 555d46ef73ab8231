package io.marquee.ui.map;

import io.marquee.data.Progress;

/** How far UMAP is, and whether anybody still wants it; written by one thread and read by another. */
final class UmapJob implements Progress {

    private volatile double fraction;
    private volatile boolean cancelled;

    @Override
    public void report(double done, String what) {
        fraction = done;
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    double fraction() {
        return fraction;
    }

    void cancel() {
        cancelled = true;
    }
}
