package io.marquee.data;

import java.util.concurrent.CancellationException;

/** The progress of one step of an import, as a part of the whole, with a check whether the import is still wanted. */
final class ImportSteps implements Progress {

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
    ImportSteps(Progress whole, double from, double to) {
        this.whole = whole;
        this.from = from;
        this.to = to;
    }

    @Override
    public void report(double fraction, String what) {
        whole.report(from + (to - from) * fraction, what);
    }

    @Override
    public boolean cancelled() {
        return whole.cancelled();
    }

    /**
     * Called after each row; looks up only every few thousand rows.
     *
     * @throws CancellationException if the import is not wanted any more
     */
    void row(SourceStream source, String what) {
        if (++rows % ROWS_BETWEEN_CHECKS == 0) {
            if (cancelled()) {
                throw new CancellationException("Opening the data was cancelled.");
            }
            report(source.fraction(), what);
        }
    }
}
