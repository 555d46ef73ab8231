package io.marquee.profile;

import io.marquee.data.RatingScale;
import java.util.List;

/**
 * What someone has rated themselves.
 *
 * @param format always {@link #FORMAT}
 * @param formatVersion version of the file format; readers refuse newer ones
 * @param scale scale the ratings are given on
 * @param ratings the ratings, newest first
 */
public record Profile(String format, int formatVersion, RatingScale scale, List<OwnRating> ratings) {

    static final String FORMAT = "marquee-profile";
    static final int VERSION = 1;

    public Profile {
        ratings = ratings == null ? List.of() : List.copyOf(ratings);
    }

    public static Profile of(RatingScale scale, List<OwnRating> ratings) {
        return new Profile(FORMAT, VERSION, scale, ratings);
    }

    /** The same profile on another scale: ratings keep their place between its ends, and are rounded to its steps. */
    public Profile on(RatingScale target) {
        if (target.equals(scale)) {
            return this;
        }
        return of(target, ratings.stream().map(each -> new OwnRating(each.movieId(), each.title(), each.year(),
                moved(each.rating(), target))).toList());
    }

    private double moved(double rating, RatingScale target) {
        double share = (rating - scale.minimum()) / (scale.maximum() - scale.minimum());
        double moved = target.minimum() + share * (target.maximum() - target.minimum());
        return target.clip(target.step() > 0 ? Math.round(moved / target.step()) * target.step() : moved);
    }
}
