package io.marquee.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the lines of a plot say at one place.
 *
 * @param heading the place
 * @param entries a value of each line
 * @param left lines that were left out for want of room
 */
record PlotReadOff(String heading, List<Entry> entries, int left) {

    private static final int ENTRIES = 10;

    /** How far beyond its end a line still says something, in pixels. */
    private static final double REACH = 12;

    /** A line's point nearest to the place. */
    record Entry(String name, String colour, long owner, double x, double value) {
        String words() {
            return String.format(Locale.ROOT, "%s  %.4f", name, value);
        }
    }

    static PlotReadOff at(Plot plot, PlotArea area, double pixel, long first) {
        double position = area.position(pixel);
        List<Entry> entries = new ArrayList<>();
        int left = 0;
        for (PlotLine line : plot.lines()) {
            int size = line.values().size();
            if (line.style() == PlotLine.Style.FAINT || size == 0 || area.x(line.x().at(size - 1)) < pixel - REACH) {
                continue;
            }
            int index = line.x().nearest(position, size);
            float value = line.values().value(index);
            if (!Float.isFinite(value)) {
                continue;
            }
            Entry entry = new Entry(PlotPainter.shortened(line.name()), line.colour(), line.owner(), line.x().at(index), value);
            if (line.owner() == first) {
                entries.add(0, entry);
            } else {
                entries.add(entry);
            }
        }
        if (entries.size() > ENTRIES) {
            left = entries.size() - ENTRIES;
            entries = entries.subList(0, ENTRIES);
        }
        String where = plot.wholeNumbers()
                ? String.format(Locale.ROOT, "%,.0f", position)
                : String.format(Locale.ROOT, "%,.2f", position);
        return new PlotReadOff(plot.horizontal() + " " + where, entries, left);
    }
}
