package io.marquee.chart;

/**
 * A series of values that gives the lowest and the highest of any part of it in a few steps: above the values lie levels
 * of fewer and fewer pairs, each of the extremes of four pairs below. So a chart of a million points costs as much to
 * draw as one of a thousand, at any zoom, and no spike is ever left out. Immutable; takes a third more memory than the
 * values.
 */
public final class MinMaxPyramid {

    private static final int SHIFT = 2;
    private static final int FAN = 1 << SHIFT;

    private final float[] values;
    private final float[][] lows;
    private final float[][] highs;

    /** @param values the series, which must not be changed afterwards; values that are not finite are left out */
    public MinMaxPyramid(float[] values) {
        this.values = values;
        int levels = 0;
        for (int size = values.length; size > FAN; size = groups(size)) {
            levels++;
        }
        lows = new float[levels][];
        highs = new float[levels][];
        for (int level = 0; level < levels; level++) {
            float[] below = level == 0 ? values : lows[level - 1];
            float[] above = level == 0 ? values : highs[level - 1];
            build(level, below, above);
        }
    }

    private static int groups(int size) {
        return (size + FAN - 1) >>> SHIFT;
    }

    private void build(int level, float[] below, float[] above) {
        int size = groups(below.length);
        lows[level] = new float[size];
        highs[level] = new float[size];
        for (int i = 0; i < size; i++) {
            float low = Float.POSITIVE_INFINITY;
            float high = Float.NEGATIVE_INFINITY;
            int end = Math.min(below.length, (i + 1) << SHIFT);
            for (int j = i << SHIFT; j < end; j++) {
                // An empty pair below is (infinity, -infinity) and changes nothing; a value may be anything.
                if (level > 0 || Float.isFinite(below[j])) {
                    low = Math.min(low, below[j]);
                    high = Math.max(high, above[j]);
                }
            }
            lows[level][i] = low;
            highs[level][i] = high;
        }
    }

    /** Number of values. */
    public int size() {
        return values.length;
    }

    /** One value, finite or not. */
    public float value(int index) {
        return values[index];
    }

    /**
     * The extremes of a part.
     *
     * @param from first index
     * @param to index after the last
     * @param extremes gets the lowest and the highest finite value
     * @return whether there is one
     */
    public boolean extremes(int from, int to, float[] extremes) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        int first = Math.max(0, from);
        int end = Math.min(values.length, to);
        int level = -1;
        while (first < end) {
            // Up to a whole group on both sides at this level; what lies between is done a level higher.
            boolean top = level == lows.length - 1;
            while (first < end && (top || (first & FAN - 1) != 0)) {
                low = Math.min(low, low(level, first));
                high = Math.max(high, high(level, first));
                first++;
            }
            while (first < end && (end & FAN - 1) != 0) {
                end--;
                low = Math.min(low, low(level, end));
                high = Math.max(high, high(level, end));
            }
            first >>>= SHIFT;
            end >>>= SHIFT;
            level++;
        }
        extremes[0] = low;
        extremes[1] = high;
        return low <= high;
    }

    private float low(int level, int index) {
        if (level >= 0) {
            return lows[level][index];
        }
        return Float.isFinite(values[index]) ? values[index] : Float.POSITIVE_INFINITY;
    }

    private float high(int level, int index) {
        if (level >= 0) {
            return highs[level][index];
        }
        return Float.isFinite(values[index]) ? values[index] : Float.NEGATIVE_INFINITY;
    }
}
