package io.marquee.ui.chart;

import javafx.scene.paint.Color;

/**
 * The colours of charts in one theme, chosen to stay apart for the colour-blind and to have enough contrast on the
 * theme's background.
 *
 * @param text titles and legends
 * @param muted axis labels and empty states
 * @param grid grid lines
 * @param card background of the read-off at the pointer
 * @param primary smoothed loss and train part
 * @param secondary test part, and a place that is pointed out
 * @param level noise floor
 * @param mean baseline of the mean rating
 * @param means baseline of user and item means
 * @param factors baseline of a matrix factorisation
 */
public record ChartPalette(
        Color text, Color muted, Color grid, Color card, Color primary, Color secondary, Color level, Color mean, Color means,
        Color factors) {

    public static final ChartPalette LIGHT = new ChartPalette(
            Color.web("#24292f"), Color.web("#57606a"), Color.web("#d0d7de", 0.7), Color.web("#ffffff"),
            Color.web("#0969da"), Color.web("#bc4c00"), Color.web("#1a7f37"),
            Color.web("#6e7781"), Color.web("#8250df"), Color.web("#bf3989"));

    public static final ChartPalette DARK = new ChartPalette(
            Color.web("#e6edf3"), Color.web("#9198a1"), Color.web("#3d444d", 0.7), Color.web("#1c2128"),
            Color.web("#58a6ff"), Color.web("#f0883e"), Color.web("#3fb950"),
            Color.web("#8b949e"), Color.web("#a371f7"), Color.web("#f778ba"));

    /** The colour of a line. */
    Color of(ChartSeries.Style style) {
        return switch (style) {
            case RAW -> primary.deriveColor(0, 1, 1, 0.28);
            case SMOOTH, TRAIN -> primary;
            case TEST, PLACE -> secondary;
            case LEVEL -> level;
            case MEAN -> mean;
            case MEANS -> means;
            case FACTORS -> factors;
        };
    }
}
