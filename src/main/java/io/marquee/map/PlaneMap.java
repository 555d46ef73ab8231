package io.marquee.map;

/**
 * Points of a plane, scaled to fit into the unit square: the longer side spans 0 to 1, the other is centred.
 *
 * @param x one value a point
 * @param y one value a point
 * @param description how the plane was found, for people
 */
public record PlaneMap(float[] x, float[] y, String description) {

    public PlaneMap {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "A map needs as many x as y, not " + x.length + " and " + y.length + " coordinates");
        }
    }

    /** The number of points. */
    public int size() {
        return x.length;
    }

    /** The width the points span, at most 1. */
    public double width() {
        return span(x);
    }

    /** The height the points span, at most 1. */
    public double height() {
        return span(y);
    }

    private static double span(float[] values) {
        float most = 0;
        for (float value : values) {
            most = Math.max(most, Math.abs(value - 0.5f));
        }
        return 2.0 * most;
    }

    /** Scales points of any range into the unit square; both axes by the same factor, so that distances keep their ratio. */
    static PlaneMap fitted(double[] x, double[] y, String description) {
        double[] rangeX = range(x);
        double[] rangeY = range(y);
        double side = Math.max(rangeX[1] - rangeX[0], rangeY[1] - rangeY[0]);
        double factor = side > 0 ? 1 / side : 0;
        float[] fittedX = new float[x.length];
        float[] fittedY = new float[y.length];
        for (int i = 0; i < x.length; i++) {
            fittedX[i] = (float) (0.5 + (x[i] - (rangeX[0] + rangeX[1]) / 2) * factor);
            fittedY[i] = (float) (0.5 + (y[i] - (rangeY[0] + rangeY[1]) / 2) * factor);
        }
        return new PlaneMap(fittedX, fittedY, description);
    }

    private static double[] range(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return new double[] {least, most};
    }
}
