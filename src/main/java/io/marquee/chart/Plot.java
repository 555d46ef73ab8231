package io.marquee.chart;

import java.util.List;

/**
 * Lines over one axis.
 *
 * @param lines the ones at the back first
 * @param horizontal what the horizontal axis counts, such as "epoch"
 * @param wholeNumbers whether only whole numbers make sense on it
 * @param vertical what the vertical axis measures, such as "test MSE"
 */
public record Plot(List<PlotLine> lines, String horizontal, boolean wholeNumbers, String vertical) {

    public Plot {
        lines = List.copyOf(lines);
    }

    /** Nothing to show. */
    public static Plot empty() {
        return new Plot(List.of(), "", false, "");
    }

    public boolean isEmpty() {
        return lines.stream().allMatch(line -> line.values().size() == 0);
    }
}
