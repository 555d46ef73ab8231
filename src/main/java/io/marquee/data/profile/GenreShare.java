package io.marquee.data.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of the data is about a genre. A movie of several genres counts for each of them, so that shares add up to
 * more than one.
 *
 * @param genre name
 * @param movies movies of this genre, rated or not
 * @param ratings ratings of these movies
 * @param share part of all ratings, 0 to 1
 * @param mean mean of these ratings; NaN where there are none
 */
public record GenreShare(String genre, int movies, long ratings, double share, double mean) {

    private static final class Sums {
        private int movies;
        private long ratings;
        private double stars;
    }

    /** Most ratings first. */
    static List<GenreShare> of(List<MovieTally> movies) {
        Map<String, Sums> genres = new LinkedHashMap<>();
        long all = 0;
        for (MovieTally movie : movies) {
            all += movie.ratings();
            for (String genre : movie.item().genres()) {
                Sums sums = genres.computeIfAbsent(genre, name -> new Sums());
                sums.movies++;
                sums.ratings += movie.ratings();
                sums.stars += movie.ratings() == 0 ? 0 : movie.ratings() * movie.mean();
            }
        }
        List<GenreShare> shares = new ArrayList<>();
        for (Map.Entry<String, Sums> genre : genres.entrySet()) {
            Sums sums = genre.getValue();
            shares.add(new GenreShare(genre.getKey(), sums.movies, sums.ratings,
                    all == 0 ? 0 : sums.ratings / (double) all,
                    sums.ratings == 0 ? Double.NaN : sums.stars / sums.ratings));
        }
        shares.sort(Comparator.comparingLong(GenreShare::ratings).reversed().thenComparing(GenreShare::genre));
        return shares;
    }
}
