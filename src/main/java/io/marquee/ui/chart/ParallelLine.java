package io.marquee.ui.chart;

import java.util.List;

/**
 * One line across all axes.
 *
 * @param id what it is of
 * @param places where it crosses each axis, from 0 to 1; NaN from the axis on that it does not reach
 * @param share its place among all from 0, the best, to 1, the worst, which its colour tells; NaN where that is not known
 * @param title first line of what is read off it
 * @param details further lines
 */
public record ParallelLine(int id, List<Double> places, double share, String title, List<String> details) {

    public ParallelLine {
        places = List.copyOf(places);
        details = List.copyOf(details);
    }

    /** Number of axes it crosses. */
    int length() {
        int length = 0;
        while (length < places.size() && !Double.isNaN(places.get(length))) {
            length++;
        }
        return length;
    }
}
