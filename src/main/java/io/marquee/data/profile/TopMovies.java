package io.marquee.data.profile;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The movies at the top.
 *
 * @param mostRated movies with the most ratings
 * @param bestRated movies with the highest weighted mean
 * @param addedRatings ratings that each movie is given besides its own, for the weighted mean
 * @param addedMean mean of the added ratings: that of all ratings; NaN where there are none
 */
public record TopMovies(List<MovieTally> mostRated, List<Best> bestRated, long addedRatings, double addedMean) {

    private static final int SHOWN = 10;

    /**
     * A movie among the best rated.
     *
     * @param movie the movie with its plain mean
     * @param weightedMean what it is ranked by
     */
    public record Best(MovieTally movie, double weightedMean) {}

    public TopMovies {
        mostRated = List.copyOf(mostRated);
        bestRated = List.copyOf(bestRated);
    }

    /**
     * The plain mean would put movies with one rating of five stars first. Each movie is therefore given a number of
     * ratings {@code m} of the overall mean {@code C} besides its own {@code v} of mean {@code R}: it is ranked by
     * {@code (v R + m C) / (v + m)}, the posterior mean under a normal prior, known from the Internet Movie Database's
     * list of top rated movies. {@code m} is the mean number of ratings of a rated movie.
     *
     * @param ratings number of all ratings
     * @param mean mean of all ratings
     */
    static TopMovies of(List<MovieTally> movies, long ratings, double mean) {
        List<MovieTally> rated = movies.stream().filter(movie -> movie.ratings() > 0).toList();
        long prior = rated.isEmpty() ? 0 : Math.max(1, Math.round(ratings / (double) rated.size()));
        List<MovieTally> most = rated.stream()
                .sorted(Comparator.comparingInt(MovieTally::ratings).reversed().thenComparingInt(MovieTally::index))
                .limit(SHOWN).toList();
        List<Best> best = rated.stream()
                .map(movie -> new Best(movie,
                        (movie.ratings() * movie.mean() + prior * mean) / (movie.ratings() + prior)))
                .sorted(Comparator.comparingDouble(Best::weightedMean).reversed()
                        .thenComparingInt(found -> found.movie().index()))
                .limit(SHOWN).toList();
        return new TopMovies(most, best, prior, mean);
    }

    /** How the best rated were found, as a sentence. */
    public String rule() {
        return String.format(Locale.ROOT, "Ranked by the mean after %,d more rating%s of %.2f, the overall mean, so that "
                        + "a few ratings cannot put a movie first; %,d is what a rated movie has on average.",
                addedRatings, addedRatings == 1 ? "" : "s", addedMean, addedRatings);
    }
}
