package io.marquee.ui.chart;

import java.util.Arrays;

/**
 * A dense line as one vertical bar for each column of pixels, from the lowest to the highest point of the line there. A
 * stroked path of a thousand points that goes up and down costs the software renderer several milliseconds of
 * anti-aliasing, which training would pay for; as many plain rectangles cost next to nothing and look the same.
 */
final class PixelColumns {

    private final double left;
    private final double[] tops;
    private final double[] bottoms;

    /**
     * @param left coordinate of the first column
     * @param columns number of columns
     */
    PixelColumns(double left, int columns) {
        this.left = left;
        tops = new double[columns];
        bottoms = new double[columns];
        Arrays.fill(tops, Double.POSITIVE_INFINITY);
        Arrays.fill(bottoms, Double.NEGATIVE_INFINITY);
    }

    /** Adds the line from one point to another further right or straight above or below. */
    void line(double x1, double y1, double x2, double y2) {
        int first = Math.max(0, column(x1));
        int last = Math.min(tops.length - 1, column(x2));
        for (int column = first; column <= last; column++) {
            if (x2 - x1 < 1e-9) {
                cover(column, y1);
                cover(column, y2);
            } else {
                double from = Math.max(x1, left + column);
                double to = Math.min(x2, left + column + 1);
                cover(column, y1 + (y2 - y1) * (from - x1) / (x2 - x1));
                cover(column, y1 + (y2 - y1) * (to - x1) / (x2 - x1));
            }
        }
    }

    private int column(double x) {
        return (int) Math.floor(x - left);
    }

    private void cover(int column, double y) {
        tops[column] = Math.min(tops[column], y);
        bottoms[column] = Math.max(bottoms[column], y);
    }

    int count() {
        return tops.length;
    }

    boolean isEmpty(int column) {
        return tops[column] > bottoms[column];
    }

    double left(int column) {
        return left + column;
    }

    double top(int column) {
        return tops[column];
    }

    double bottom(int column) {
        return bottoms[column];
    }
}
