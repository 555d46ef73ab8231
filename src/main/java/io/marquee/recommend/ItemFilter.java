package io.marquee.recommend;

import java.util.OptionalInt;
import java.util.Set;

/**
 * Which items may be recommended.
 *
 * @param genres an item needs at least one of them; empty for any
 * @param earliestYear first year of release; with a bound, items without a year are left out
 * @param latestYear last year of release
 * @param minimumRatings fewest ratings an item needs in the dataset
 * @param seen what to do with items the user has rated
 */
public record ItemFilter(
        Set<String> genres, OptionalInt earliestYear, OptionalInt latestYear, int minimumRatings, SeenRule seen) {

    /** Everything the user has not rated. */
    public static final ItemFilter UNSEEN =
            new ItemFilter(Set.of(), OptionalInt.empty(), OptionalInt.empty(), 0, SeenRule.HIDE_RATED);

    public ItemFilter {
        genres = Set.copyOf(genres);
    }

    /** The same filter with another rule for rated items. */
    public ItemFilter with(SeenRule rule) {
        return new ItemFilter(genres, earliestYear, latestYear, minimumRatings, rule);
    }
}
