package io.marquee.cli;

import io.marquee.data.FilterSpec;
import picocli.CommandLine.Option;

/** Which part of a dataset to use. */
final class FilterOptions {

    @Option(names = "--min-user-ratings", paramLabel = "K", defaultValue = "0", converter = Numbers.Whole.class,
            description = "Keep users with at least K ratings in the train part; repeated until all users and movies left "
                    + "have theirs.")
    private int minUserRatings;

    @Option(names = "--min-movie-ratings", paramLabel = "K", defaultValue = "0", converter = Numbers.Whole.class,
            description = "Keep movies with at least K ratings in the train part; repeated until all users and movies left "
                    + "have theirs.")
    private int minItemRatings;

    @Option(names = "--min-rating", paramLabel = "R", converter = Numbers.Real.class,
            description = "Keep ratings of at least R.")
    private Double minRating;

    @Option(names = "--max-rating", paramLabel = "R", converter = Numbers.Real.class,
            description = "Keep ratings of at most R.")
    private Double maxRating;

    @Option(names = "--from", paramLabel = "DAY", description = "Keep ratings given from this day (UTC) on: 2005-01-31.")
    private String from;

    @Option(names = "--until", paramLabel = "DAY", description = "Keep ratings given until this day (UTC), included.")
    private String until;

    @Option(names = "--sample-users", paramLabel = "N", defaultValue = "0", converter = Numbers.Whole.class,
            description = "Keep N users, drawn at random with the seed.")
    private int sampleUsers;

    /** @param seed seed of the draw of users */
    FilterSpec spec(long seed) {
        try {
            return new FilterSpec(minUserRatings, minItemRatings, minRating, maxRating, from, until, sampleUsers, seed);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(e.getMessage());
        }
    }
}
