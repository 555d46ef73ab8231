package io.marquee.chart;

import java.util.Locale;

/** The points of a plot as a table, tabs between the columns, for spreadsheets. */
public final class PlotText {

    /** As much as a spreadsheet likes to be pasted; of longer lines every so many points are given. */
    private static final int MOST_POINTS = 2000;

    private PlotText() {}

    /** One line a point: name of the line, place, value. */
    public static String of(Plot plot) {
        StringBuilder text = new StringBuilder();
        text.append("line\t").append(plot.horizontal()).append('\t').append(plot.vertical()).append('\n');
        for (PlotLine line : plot.lines()) {
            int size = line.values().size();
            int every = Math.max(1, (size + MOST_POINTS - 1) / MOST_POINTS);
            for (int i = every - 1; line.style() != PlotLine.Style.FAINT && i < size; i += every) {
                if (Float.isFinite(line.values().value(i))) {
                    text.append(String.format(Locale.ROOT, "%s\t%.6g\t%s%n", line.name(), line.x().at(i),
                            line.values().value(i)));
                }
            }
        }
        return text.toString();
    }
}
