package io.marquee.data.read;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * A rating scale that fits the values of a sample, with the values that are none.
 *
 * @param minimum lowest rating
 * @param maximum highest rating
 * @param missing values that mean that there is no rating
 * @param implicit values that mean that the item was met, not rated
 * @param usual whether it is a scale that people rate on; otherwise it is only what the sample had
 */
record ScaleGuess(double minimum, double maximum, List<Double> missing, List<Double> implicit, boolean usual) {

    private static final double JESTER_MISSING = 99;

    static ScaleGuess of(NavigableSet<Double> sample) {
        NavigableSet<Double> values = new TreeSet<>(sample);
        if (values.isEmpty()) {
            return new ScaleGuess(0.5, 5, List.of(), List.of(), false);
        }
        if (values.size() > 1 && values.last() == JESTER_MISSING && values.lower(JESTER_MISSING) <= 10) {
            values.remove(JESTER_MISSING);
            return scale(values, List.of(JESTER_MISSING), List.of());
        }
        // A single value below a scale of whole numbers from 1 on: Book-Crossing has 0 there, MyAnimeList -1.
        double lowest = values.first();
        boolean whole = values.stream().allMatch(value -> value == Math.rint(value));
        boolean tenPoints = values.last() > 5 && values.last() <= 10;
        if (whole && (lowest == -1 || lowest == 0 && tenPoints) && values.size() > 1 && values.higher(lowest) >= 1) {
            values.remove(lowest);
            return scale(values, List.of(), List.of(lowest));
        }
        return scale(values, List.of(), List.of());
    }

    private static ScaleGuess scale(NavigableSet<Double> values, List<Double> missing, List<Double> implicit) {
        double lowest = values.first();
        double highest = values.last();
        boolean whole = values.stream().allMatch(value -> value == Math.rint(value));
        double[] scale;
        if (lowest < 0) {
            scale = lowest >= -10 && highest <= 10 ? new double[] {-10, 10} : null;
        } else if (highest <= 1 && !whole) {
            scale = new double[] {0, 1};
        } else if (highest <= 5) {
            scale = new double[] {lowest >= 1 && whole ? 1 : lowest >= 0.5 ? 0.5 : 0, 5};
        } else if (highest <= 10) {
            scale = new double[] {lowest >= 1 ? 1 : 0, 10};
        } else {
            scale = highest <= 100 ? new double[] {lowest >= 1 ? 1 : 0, 100} : null;
        }
        return scale != null
                ? new ScaleGuess(scale[0], scale[1], missing, implicit, true)
                : new ScaleGuess(lowest, highest > lowest ? highest : lowest + 1, missing, implicit, false);
    }
}
