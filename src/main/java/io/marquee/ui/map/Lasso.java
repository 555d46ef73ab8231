package io.marquee.ui.map;

import java.util.ArrayList;
import java.util.List;

/** A closed line drawn by hand, in map coordinates. */
final class Lasso {

    private final List<double[]> corners = new ArrayList<>();
    private double left = Double.POSITIVE_INFINITY;
    private double right = Double.NEGATIVE_INFINITY;
    private double bottom = Double.POSITIVE_INFINITY;
    private double top = Double.NEGATIVE_INFINITY;

    void add(double x, double y) {
        corners.add(new double[] {x, y});
        left = Math.min(left, x);
        right = Math.max(right, x);
        bottom = Math.min(bottom, y);
        top = Math.max(top, y);
    }

    List<double[]> corners() {
        return corners;
    }

    /** Whether a point is inside: a ray from it crosses the line an odd number of times. */
    boolean contains(double x, double y) {
        if (x < left || x > right || y < bottom || y > top) {
            return false;
        }
        boolean inside = false;
        for (int i = 0, before = corners.size() - 1; i < corners.size(); before = i++) {
            double[] a = corners.get(i);
            double[] b = corners.get(before);
            if (a[1] > y != b[1] > y && x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]) {
                inside = !inside;
            }
        }
        return inside;
    }
}
