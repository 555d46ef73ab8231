package io.marquee.evaluate;

import io.marquee.data.RatingScale;
import java.util.Locale;

/**
 * Divisions of a rating scale: its values, or ranges of it where it has no steps or very many.
 *
 * @param scale the scale
 * @param width distance between neighbouring values
 * @param values number of values
 */
record ScaleBins(RatingScale scale, double width, int values) {

    private static final int MOST_VALUES = 20;
    private static final int RANGES = 9;

    /** Quarter stars on the scale of MovieLens. */
    private static final int FINE = 18;

    static ScaleBins of(RatingScale scale) {
        double span = scale.maximum() - scale.minimum();
        double width = scale.step() > 0 && span / scale.step() < MOST_VALUES ? scale.step() : span / RANGES;
        return new ScaleBins(scale, width, (int) Math.round(span / width) + 1);
    }

    /** The value nearest to a rating. */
    int nearest(double rating) {
        return clamp((int) Math.round((rating - scale.minimum()) / width), values);
    }

    String label(int value) {
        double rating = scale.minimum() + value * width;
        return width == Math.rint(width) && rating == Math.rint(rating)
                ? String.format(Locale.ROOT, "%.0f", rating)
                : String.format(Locale.ROOT, "%.1f", rating);
    }

    double fineWidth() {
        return (scale.maximum() - scale.minimum()) / FINE;
    }

    /** Number of fine ranges of the scale. */
    int fine() {
        return FINE;
    }

    /** The fine range a prediction lies in. */
    int fineOf(double prediction) {
        return clamp((int) Math.floor((prediction - scale.minimum()) / fineWidth()), FINE);
    }

    double fineFrom(int range) {
        return scale.minimum() + range * fineWidth();
    }

    /** Number of residual ranges, from minus to plus the length of the scale. */
    int residuals() {
        return 2 * FINE;
    }

    /** The range a residual lies in. */
    int residualOf(double residual) {
        return clamp((int) Math.floor(residual / fineWidth()) + FINE, 2 * FINE);
    }

    double residualFrom(int range) {
        return (range - FINE) * fineWidth();
    }

    private static int clamp(int index, int size) {
        return Math.max(0, Math.min(size - 1, index));
    }
}
