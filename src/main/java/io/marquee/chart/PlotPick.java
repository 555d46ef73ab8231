package io.marquee.chart;

/** Finds the line that a point means. */
public final class PlotPick {

    /** How far from a line a click may be to mean it, in pixels. */
    private static final double REACH = 12;

    private PlotPick() {}

    /** The owner of the line nearest to a pixel; -1 where none is near. */
    public static long owner(Plot plot, PlotArea area, double x, double y) {
        double nearest = REACH;
        long owner = -1;
        for (PlotLine line : plot.lines()) {
            double distance = distance(line, area, x, y);
            // Of lines at one distance the last is drawn in front.
            if (distance <= nearest && (line.style() != PlotLine.Style.FAINT || owner == -1)) {
                nearest = distance;
                owner = line.owner();
            }
        }
        return owner;
    }

    /** Distance upright to what the line covers a few pixels to the left and right, or to its stretch between points. */
    private static double distance(PlotLine line, PlotArea area, double x, double y) {
        int size = line.values().size();
        if (size == 0) {
            return Double.POSITIVE_INFINITY;
        }
        int from = line.x().firstAtOrAfter(area.position(x - 3), size);
        int to = line.x().firstAtOrAfter(area.position(x + 3), size);
        float[] extremes = new float[2];
        if (from < to && line.values().extremes(from, to, extremes)) {
            return outside(y, area.y(extremes[1]), area.y(extremes[0]));
        }
        if (from == 0 || from == size) {
            return Double.POSITIVE_INFINITY;
        }
        double before = area.x(line.x().at(from - 1));
        double after = area.x(line.x().at(from));
        double start = area.y(line.values().value(from - 1));
        double end = area.y(line.values().value(from));
        double between = after > before ? start + (end - start) * (x - before) / (after - before) : start;
        return Double.isNaN(between) ? Double.POSITIVE_INFINITY : Math.abs(y - between);
    }

    private static double outside(double y, double top, double bottom) {
        return y < top ? top - y : y > bottom ? y - bottom : 0;
    }
}
