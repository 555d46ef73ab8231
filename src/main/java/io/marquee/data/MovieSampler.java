package io.marquee.data;

import java.util.Arrays;

/**
 * Chooses the movies a user rates: without replacement, one after the other, with chances in proportion to popularity
 * times a factor that grows with the user's taste for the movie's first genre.
 *
 * <p>Most users are served by rejection: a genre, then a movie of it from an alias table, then again if it was there
 * before. Users who rate a large part of everything would reject too often; they take the lowest of exponential keys
 * divided by weights, which gives the same distribution (Efraimidis and Spirakis, Weighted random sampling with a
 * reservoir, 2006). One sampler serves one thread.
 */
final class MovieSampler {

    /** The logarithm of the factor, for a taste of one star. */
    private static final double SELECTION = 0.8;

    /** Users with more than this part of all movies take the second way. */
    private static final int HEAVY_PART = 8;

    private final MatineeTruth truth;
    private final MoviesByGenre byGenre;
    private final int[] stamps;
    private final double[] genreFactors = new double[MatineeGenre.values().length];
    private final double[] genreWeights = new double[genreFactors.length];
    private int stamp;

    MovieSampler(MatineeTruth truth, MoviesByGenre byGenre) {
        this.truth = truth;
        this.byGenre = byGenre;
        this.stamps = new int[truth.movies().size()];
    }

    /**
     * Fills {@code target[from..to-1]} with distinct movies in random order.
     *
     * @param given number of movies that stand at the start of that range already and stay in the choice
     */
    void sample(int user, MatineeRandom random, int[] target, int from, int to, int given) {
        for (MatineeGenre genre : MatineeGenre.values()) {
            double factor = StrictMath.exp(SELECTION * truth.users().taste(user, genre));
            genreFactors[genre.ordinal()] = factor;
            genreWeights[genre.ordinal()] = factor * byGenre.popularity(genre);
        }
        if (to - from > stamps.length / HEAVY_PART) {
            byKeys(random, target, from, to, given);
        } else {
            byRejection(random, target, from, to, given);
        }
        // Neither what was given nor what is popular comes first in time.
        random.shuffle(target, from, to);
    }

    private void byRejection(MatineeRandom random, int[] target, int from, int to, int given) {
        stamp++;
        for (int k = from; k < from + given; k++) {
            stamps[target[k]] = stamp;
        }
        for (int k = from + given; k < to; k++) {
            int movie;
            do {
                movie = byGenre.draw(random.choose(genreWeights), random);
            } while (stamps[movie] == stamp);
            stamps[movie] = stamp;
            target[k] = movie;
        }
    }

    private void byKeys(MatineeRandom random, int[] target, int from, int to, int given) {
        MatineeMovies movies = truth.movies();
        double[] keys = new double[movies.size()];
        for (int movie = 0; movie < keys.length; movie++) {
            double factor = genreFactors[movies.genres(movie).get(0).ordinal()];
            keys[movie] = random.exponential() / (movies.popularity(movie) * factor);
        }
        for (int k = from; k < from + given; k++) {
            keys[target[k]] = -1;
        }
        double[] sorted = keys.clone();
        Arrays.sort(sorted);
        double highest = sorted[to - from - 1];
        int k = from;
        for (int movie = 0; movie < keys.length && k < to; movie++) {
            if (keys[movie] <= highest) {
                target[k++] = movie;
            }
        }
    }
}
