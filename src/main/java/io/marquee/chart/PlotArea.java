package io.marquee.chart;

/**
 * The rectangle that the lines of a plot are drawn in, and the map from values to pixels.
 *
 * @param left left edge
 * @param top upper edge
 * @param width width, at least 1
 * @param height height, at least 1
 * @param view part of the plot shown
 */
public record PlotArea(double left, double top, double width, double height, PlotView view) {

    private static final double LEFT = 56;
    private static final double TOP = 22;
    private static final double RIGHT = 14;
    private static final double BOTTOM = 26;

    /** The area of a plot of a size, with room for its axes. */
    public static PlotArea of(double width, double height, PlotView view) {
        return new PlotArea(LEFT, TOP, Math.max(1, Math.floor(width - LEFT - RIGHT)),
                Math.max(1, Math.floor(height - TOP - BOTTOM)), view);
    }

    public double x(double position) {
        return left + view.horizontal().position(position) * width;
    }

    /** NaN where a logarithmic axis has no place for the value. */
    public double y(double value) {
        // Far outside is as good as just outside: rasterisers dislike coordinates of 1e30.
        return top + (1 - Math.max(-2, Math.min(3, view.vertical().position(view.scaled(value))))) * height;
    }

    /** The position at a pixel. */
    public double position(double x) {
        return view.horizontal().value((x - left) / width);
    }

    public double right() {
        return left + width;
    }

    public double bottom() {
        return top + height;
    }

    public boolean contains(double x, double y) {
        return x >= left && x <= right() && y >= top && y <= bottom();
    }
}
