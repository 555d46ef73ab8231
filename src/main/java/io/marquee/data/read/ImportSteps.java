package io.marquee.data.read;

import io.marquee.data.Progress;
import java.util.concurrent.CancellationException;

/** The progress of one step of an import, as a part of the whole, with a check whether the import is still wanted. */
public final class ImportSteps implements Progress {

    private static final int ROWS_BETWEEN_CHECKS = 4096;

    private final Progress whole;
    private final double from;
    private final double to;
    private int rows;

    /**
     * @param whole progress of the whole import
     * @param from share of the whole that is done when this step begins
     * @param to share of the whole that is done when this step ends
     */
    public ImportSteps(Progress whole, double from, double to) {
        this.whole = whole;
        this.from = from;
        this.to = to;
    }

    @Override
    public void report(double fraction, String what) {
        whole.report(from + (to - from) * Math.max(0, Math.min(1, fraction)), what);
    }

    @Override
    public boolean cancelled() {
        return whole.cancelled();
    }

    /**
     * Says how far the step is, unless the import is not wanted any more.
     *
     * @throws CancellationException if it is not
     */
    public void check(double fraction, String what) {
        if (cancelled()) {
            throw new CancellationException("Opening the data was cancelled.");
        }
        report(fraction, what);
    }

    /** As {@link #check}, for calls after each row; looks up only every few thousand rows. */
    void row(SourceStream source, String what) {
        if (++rows % ROWS_BETWEEN_CHECKS == 0) {
            check(source.fraction(), what);
        }
    }
}
