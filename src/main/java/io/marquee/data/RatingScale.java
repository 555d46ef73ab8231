package io.marquee.data;

/**
 * The scale ratings are given on, in the dataset's own units (stars for MovieLens).
 *
 * @param minimum lowest rating that can be given
 * @param maximum highest rating that can be given, above {@code minimum}
 * @param step distance between neighbouring ratings; 0 for a continuous scale
 */
public record RatingScale(double minimum, double maximum, double step) {

    /** The scale of MovieLens since 2003: 0.5 to 5 stars in half stars. */
    public static final RatingScale HALF_STARS = new RatingScale(0.5, 5.0, 0.5);

    public RatingScale {
        if (!(minimum < maximum) || !(step >= 0) || !Double.isFinite(maximum - minimum) || !Double.isFinite(step)) {
            throw new IllegalArgumentException(
                    "A rating scale needs finite numbers with minimum < maximum and a step of at least 0, not "
                            + minimum + ", " + maximum + ", " + step);
        }
    }

    /** The rating on this scale that is nearest to {@code rating}; steps are not rounded to. */
    public double clip(double rating) {
        return Math.max(minimum, Math.min(maximum, rating));
    }

    /** Whether {@code rating} lies within the scale. NaN does not. */
    public boolean contains(double rating) {
        return rating >= minimum && rating <= maximum;
    }
}
