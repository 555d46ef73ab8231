package io.marquee.chart;

/** Where the points of a line lie on the horizontal axis; never descending. */
@FunctionalInterface
public interface Positions {

    /** The position of a point. */
    double at(int index);

    /** The index of the first of so many points at or after a position; {@code size} where all are before it. */
    default int firstAtOrAfter(double position, int size) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at(middle) < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The index of the nearest of so many points, at least one. */
    default int nearest(double position, int size) {
        int after = firstAtOrAfter(position, size);
        if (after == 0) {
            return 0;
        }
        return after == size || position - at(after - 1) <= at(after) - position ? after - 1 : after;
    }

    /** Points at equal distances. */
    static Positions steps(double first, double step) {
        return index -> first + index * step;
    }
}
