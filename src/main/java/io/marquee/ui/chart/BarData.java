package io.marquee.ui.chart;

import java.util.List;

/**
 * What a chart of bars shows. Immutable.
 *
 * @param caption what is counted, or the gist of it, for the corner opposite the title
 * @param bars in the order they are drawn
 */
public record BarData(String caption, List<Bar> bars) {

    /** No bars. */
    public static final BarData NONE = new BarData("", List.of());

    public BarData {
        bars = List.copyOf(bars);
    }
}
