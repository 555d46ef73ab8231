package io.marquee.chart;

/**
 * One line of a plot.
 *
 * @param name shown at the pointer
 * @param colour web colour, such as {@code #0969da}
 * @param style how it is drawn
 * @param owner number of what it belongs to, such as a run; lines of one owner are one thing to click at
 * @param x where its points lie
 * @param values its points
 */
public record PlotLine(String name, String colour, Style style, long owner, Positions x, MinMaxPyramid values) {

    /** How a line is drawn. */
    public enum Style {
        /** Every value, faint, behind the others; not read off. */
        FAINT,
        LINE,
        /** With a dot at each value where there is room. */
        DOTS,
        DASHED
    }
}
