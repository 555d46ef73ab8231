package io.marquee.data;

import java.util.List;

/**
 * What the built-in dataset was made from: who likes what, and the mean rating that a user would give to a movie. A
 * trained model can be held against it. Users and items are dense indices, which for this dataset are the original ids
 * less one. Immutable.
 *
 * <p>The true mean is base + user bias + movie quality + taste, the taste being the inner product of the user's likings
 * and the movie's place in a space of three moods (see {@link MatineeGenre}). A rating is the true mean plus Gaussian
 * noise of standard deviation {@value #NOISE_SD}, rounded to half stars and clipped to 0.5 to 5.
 */
public final class MatineeTruth {

    /** Standard deviation of the noise before rounding and clipping, in stars. */
    static final double NOISE_SD = 0.86;

    /** True mean of a usual movie for a usual user, in stars; people choose what they like, which lifts the mean. */
    private static final double BASE = 3.42;

    private final MatineeUsers users;
    private final MatineeMovies movies;
    private final HalfStarNoise noise;

    private MatineeTruth(MatineeUsers users, MatineeMovies movies) {
        this.users = users;
        this.movies = movies;
        this.noise = new HalfStarNoise(NOISE_SD);
    }

    /** The truth behind the dataset of a size and seed. */
    public static MatineeTruth of(MatineePreset preset, long seed) {
        return new MatineeTruth(MatineeUsers.of(preset, seed), MatineeMovies.of(preset, seed));
    }

    MatineeUsers users() {
        return users;
    }

    MatineeMovies movies() {
        return movies;
    }

    HalfStarNoise noise() {
        return noise;
    }

    /** The one or two genres a user likes best, best first, as the catalogue writes them. */
    public List<String> favouriteGenres(int user) {
        return users.favourites(user).stream().map(MatineeGenre::label).toList();
    }

    /** The one or two genres a user likes least, worst first, as the catalogue writes them. */
    public List<String> dislikedGenres(int user) {
        return users.disliked(user).stream().map(MatineeGenre::label).toList();
    }

    /** The mean before noise, rounding and clipping, in stars; it may lie outside the scale. */
    public double trueMean(int user, int item) {
        double sum = BASE + users.bias(user) + movies.quality(item);
        for (int mood = 0; mood < MatineeGenre.MOODS; mood++) {
            sum += users.taste(user, mood) * movies.mood(item, mood);
        }
        return sum;
    }

    /** The mean of the rating as it is given, rounded and clipped, in stars: no prediction has a lower expected MSE. */
    public double expectedRating(int user, int item) {
        return noise.mean(trueMean(user, item));
    }

    /** The variance of the rating around {@link #expectedRating}, in squared stars: the MSE of that prediction. */
    public double ratingVariance(int user, int item) {
        return noise.exactVariance(trueMean(user, item));
    }
}
