package io.marquee.export;

import io.marquee.data.Progress;
import java.util.Locale;

/** Tells how many users are done and how long the others will take at the pace so far. */
final class TimeLeft {

    private final int total;
    private final int before;
    private final Progress progress;
    private final long start = System.nanoTime();

    /**
     * @param total users there are
     * @param before users that were done before; they say nothing of the pace
     */
    TimeLeft(int total, int before, Progress progress) {
        this.total = total;
        this.before = before;
        this.progress = progress;
        report(before);
    }

    boolean cancelled() {
        return progress.cancelled();
    }

    void report(int done) {
        String left = done > before ? ", " + inWords((System.nanoTime() - start) / 1e9 / (done - before) * (total - done)) : "";
        progress.report((double) done / total,
                String.format(Locale.ROOT, "%,d of %,d users%s", done, total, left));
    }

    static String inWords(double seconds) {
        return seconds < 60
                ? String.format(Locale.ROOT, "%.0f s left", seconds)
                : String.format(Locale.ROOT, "%.0f min left", Math.ceil(seconds / 60));
    }
}
