package io.marquee.chart;

/** What a plot is painted on: a canvas of the window, or an SVG file. Coordinates in pixels, y downwards. */
public interface PlotSurface {

    /** Which part of a text is at its coordinates. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /**
     * A colour.
     *
     * @param web web colour
     * @param opacity 0 to 1
     */
    record Ink(String web, double opacity) {
        public static Ink of(String web) {
            return new Ink(web, 1);
        }
    }

    void line(double x1, double y1, double x2, double y2, Ink ink, double width);

    /** A line through the first {@code count} points. */
    void path(double[] x, double[] y, int count, Ink ink, double width, boolean dashed);

    /**
     * Upright bars, one pixel wide, side by side.
     *
     * @param left left edge of the first
     * @param tops upper ends; no bar where not finite
     * @param bottoms lower ends
     */
    void bars(double left, double[] tops, double[] bottoms, Ink ink);

    void dot(double x, double y, double radius, Ink ink);

    void box(double x, double y, double width, double height, Ink fill, Ink border);

    /** A text whose middle is at the height of {@code y}. */
    void text(double x, double y, String text, Anchor anchor, Ink ink, boolean bold);

    double textWidth(String text, boolean bold);

    /** From here on only this rectangle is painted in, until {@link #unclip}. */
    void clip(double x, double y, double width, double height);

    void unclip();
}
