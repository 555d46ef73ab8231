package io.marquee.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The latent truth about the users of the built-in dataset: a bias and a taste, as a direction among moods. Immutable.
 */
final class MatineeUsers {

    /** Spread of how generous people are, in stars. */
    private static final double BIAS_SD = 0.36;

    /** Spread of tastes on each mood, in stars. The first moods divide people most. */
    private static final double[] TASTE_SDS = {0.56, 0.54, 0.44};

    /** A second genre counts as a favourite (or disliked) from this share of the first one's taste. */
    private static final double NEAR_THE_FIRST = 0.8;

    private final double[] bias;
    private final double[] tastes;

    private MatineeUsers(double[] bias, double[] tastes) {
        this.bias = bias;
        this.tastes = tastes;
    }

    /** The users of a size and seed. */
    static MatineeUsers of(MatineePreset preset, long seed) {
        var random = new MatineeRandom(seed, MatineeRandom.Purpose.USERS, 0);
        double[] bias = new double[preset.users()];
        double[] tastes = new double[preset.users() * MatineeGenre.MOODS];
        for (int user = 0; user < bias.length; user++) {
            bias[user] = BIAS_SD * random.gaussian();
            for (int mood = 0; mood < MatineeGenre.MOODS; mood++) {
                tastes[user * MatineeGenre.MOODS + mood] = TASTE_SDS[mood] * random.gaussian();
            }
        }
        return new MatineeUsers(bias, tastes);
    }

    int size() {
        return bias.length;
    }

    /** How much higher than others a user rates, in stars. */
    double bias(int user) {
        return bias[user];
    }

    /** How much a user likes a mood, in stars for a movie that stands at 1 on it. */
    double taste(int user, int mood) {
        return tastes[user * MatineeGenre.MOODS + mood];
    }

    /** How much a user likes a genre, in stars for a movie of that genre alone. */
    double taste(int user, MatineeGenre genre) {
        double sum = 0;
        for (int mood = 0; mood < MatineeGenre.MOODS; mood++) {
            sum += taste(user, mood) * genre.mood(mood);
        }
        return sum;
    }

    /** The one or two genres a user likes best, best first. */
    List<MatineeGenre> favourites(int user) {
        return extremes(user, 1);
    }

    /** The one or two genres a user likes least, worst first. */
    List<MatineeGenre> disliked(int user) {
        return extremes(user, -1);
    }

    private List<MatineeGenre> extremes(int user, int sign) {
        List<MatineeGenre> ordered = Stream.of(MatineeGenre.values())
                .sorted(Comparator.comparingDouble(genre -> -sign * taste(user, genre)))
                .toList();
        List<MatineeGenre> result = new ArrayList<>(ordered.subList(0, 1));
        if (sign * taste(user, ordered.get(1)) >= NEAR_THE_FIRST * sign * taste(user, ordered.get(0))) {
            result.add(ordered.get(1));
        }
        return result;
    }
}
