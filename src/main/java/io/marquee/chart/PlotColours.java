package io.marquee.chart;

import java.util.List;

/**
 * The colours of plots in one theme, as web colours. Lines have colours of their own.
 *
 * @param text names and values
 * @param muted axis labels
 * @param grid grid lines
 * @param card background
 * @param lines colours of lines by number, to stay apart for the colour-blind (after Okabe and Ito, 2008, darkened or
 *     lightened to have contrast with the background)
 */
public record PlotColours(String text, String muted, String grid, String card, List<String> lines) {

    public static final PlotColours LIGHT = new PlotColours("#24292f", "#57606a", "#d0d7de", "#ffffff",
            List.of("#0969da", "#bc4c00", "#1a7f37", "#a0439c", "#9a6700", "#0e7c86", "#cf222e", "#57606a"));

    public static final PlotColours DARK = new PlotColours("#e6edf3", "#9198a1", "#3d444d", "#1c2128",
            List.of("#58a6ff", "#f0883e", "#3fb950", "#d38bd0", "#d9b036", "#39c5cf", "#ff7b72", "#9198a1"));

    public PlotColours {
        lines = List.copyOf(lines);
    }

    /** The colour of a number; they come again after the last. */
    public String line(int number) {
        return lines.get(Math.floorMod(number, lines.size()));
    }
}
