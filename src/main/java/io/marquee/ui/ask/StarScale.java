package io.marquee.ui.ask;

import io.marquee.data.RatingScale;

/**
 * A rating scale as five stars. Scales from nothing or little upward keep their proportions, so that half stars of
 * MovieLens are half stars here; a scale with ratings below zero is stretched over the five.
 */
record StarScale(RatingScale scale) {

    static final int STARS = 5;

    /** Steps of a continuous scale. */
    private static final double STEPS = 20;

    private double zero() {
        return Math.min(0, scale.minimum());
    }

    /** How many of the five stars a rating fills. */
    double stars(double rating) {
        return (rating - zero()) / (scale.maximum() - zero()) * STARS;
    }

    /** The rating that is nearest to so many stars. */
    double rating(double stars) {
        double rating = zero() + stars / STARS * (scale.maximum() - zero());
        return scale.clip(Math.round(rating / step()) * step());
    }

    /** The distance between neighbouring ratings. */
    double step() {
        return scale.step() > 0 ? scale.step() : (scale.maximum() - scale.minimum()) / STEPS;
    }

    /** A rating some steps higher, or lower; the middle of the scale where there is none yet. */
    double stepped(double rating, int steps) {
        return Double.isNaN(rating) ? rating(STARS * 0.6) : scale.clip(rating + steps * step());
    }
}
