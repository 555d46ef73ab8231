package io.marquee.ui.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A logarithmic axis from 1 to a power of ten.
 *
 * @param decades how many powers of ten it spans, at least 1
 */
record LogAxis(int decades) {

    private static final String[] UNITS = {"", "k", "M", "G"};

    /** An axis that reaches a value, which is at least 1. */
    static LogAxis upTo(double value) {
        return new LogAxis((int) Math.max(1, Math.ceil(Math.log10(value) - 1e-9)));
    }

    /** Where a value lies, 0 at 1, 1 at the end. */
    double position(double value) {
        return Math.log10(value) / decades;
    }

    /** The value at a position, the inverse of {@link #position}. */
    double value(double position) {
        return Math.pow(10, position * decades);
    }

    /** The powers of ten, as they are written: 1, 10, 100, 1k. */
    List<String> labels() {
        List<String> labels = new ArrayList<>();
        for (int power = 0; power <= decades; power++) {
            labels.add("1" + "0".repeat(power % 3) + UNITS[Math.min(UNITS.length - 1, power / 3)]);
        }
        return labels;
    }
}
