package io.marquee.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The latent truth about the movies of the built-in dataset: one to three genres with weights, a quality and how often
 * people rate them. Immutable.
 */
final class MatineeMovies {

    /** Spread of quality, in stars, as it meets the eye in ratings; unpopular movies scatter around a lower mean. */
    private static final double QUALITY_SD = 0.36;

    /** How far popularity follows quality, as a correlation. */
    private static final double FAME_OF_QUALITY = 0.4;

    private static final int FIRST_YEAR = 1930;
    private static final int LAST_YEAR = 2024;

    /** How much each of one, two or three genres makes up of a movie. */
    private static final double[][] GENRE_WEIGHTS = {{1}, {0.65, 0.35}, {0.5, 0.3, 0.2}};
    private static final double[] GENRE_COUNT_SHARES = {0.35, 0.42, 0.23};

    private final List<List<MatineeGenre>> genres;
    private final double[] moods;
    private final int[] years;
    private final double[] popularity;
    private final double[] quality;

    private MatineeMovies(List<List<MatineeGenre>> genres, double[] moods, int[] years, double[] popularity,
            double[] quality) {
        this.genres = genres;
        this.moods = moods;
        this.years = years;
        this.popularity = popularity;
        this.quality = quality;
    }

    /** The movies of a size and seed. */
    static MatineeMovies of(MatineePreset preset, long seed) {
        int size = preset.items();
        var random = new MatineeRandom(seed, MatineeRandom.Purpose.MOVIES, 0);
        List<List<MatineeGenre>> genres = new ArrayList<>(size);
        double[] moods = new double[size * MatineeGenre.MOODS];
        int[] years = new int[size];
        double[] quality = new double[size];
        for (int movie = 0; movie < size; movie++) {
            List<MatineeGenre> chosen = chooseGenres(random);
            genres.add(chosen);
            double[] weights = GENRE_WEIGHTS[chosen.size() - 1];
            for (int mood = 0; mood < MatineeGenre.MOODS; mood++) {
                for (int g = 0; g < weights.length; g++) {
                    moods[movie * MatineeGenre.MOODS + mood] += weights[g] * chosen.get(g).mood(mood);
                }
            }
            years[movie] = chooseYear(chosen.get(0), random);
            quality[movie] = QUALITY_SD * random.gaussian();
        }
        double[] popularity = popularity(quality, preset.popularitySteepness(),
                new MatineeRandom(seed, MatineeRandom.Purpose.POPULARITY, 0));
        centre(quality, popularity);
        return new MatineeMovies(genres, moods, years, popularity, quality);
    }

    private static List<MatineeGenre> chooseGenres(MatineeRandom random) {
        MatineeGenre[] all = MatineeGenre.values();
        double[] shares = new double[all.length];
        for (MatineeGenre genre : all) {
            shares[genre.ordinal()] = genre.share();
        }
        List<MatineeGenre> chosen = new ArrayList<>();
        MatineeGenre first = all[random.choose(shares)];
        int count = 1 + random.choose(GENRE_COUNT_SHARES);
        chosen.add(first);
        while (chosen.size() < count) {
            // Neighbours go together: a horror mystery is common, a horror romance is not.
            for (MatineeGenre genre : all) {
                shares[genre.ordinal()] =
                        chosen.contains(genre) ? 0 : genre.share() * StrictMath.exp(3.5 * first.affinity(genre));
            }
            chosen.add(all[random.choose(shares)]);
        }
        return List.copyOf(chosen);
    }

    private static int chooseYear(MatineeGenre genre, MatineeRandom random) {
        double age = StrictMath.pow(random.uniform(), genre.recency());
        return LAST_YEAR - (int) (age * (LAST_YEAR - FIRST_YEAR + 1));
    }

    /**
     * Relative popularity by rank r of M: exp(-s sqrt(r / M)), which runs close to the curves of MovieLens. The rank
     * follows quality in part.
     */
    private static double[] popularity(double[] quality, double steepness, MatineeRandom random) {
        int size = quality.length;
        double[] fame = new double[size];
        double chance = Math.sqrt(1 - FAME_OF_QUALITY * FAME_OF_QUALITY);
        for (int movie = 0; movie < size; movie++) {
            fame[movie] = FAME_OF_QUALITY * quality[movie] / QUALITY_SD + chance * random.gaussian();
        }
        int[] byFame = IntStream.range(0, size).boxed()
                .sorted((a, b) -> Double.compare(fame[b], fame[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] popularity = new double[size];
        for (int rank = 0; rank < size; rank++) {
            popularity[byFame[rank]] = StrictMath.exp(-steepness * Math.sqrt((double) rank / size));
        }
        return popularity;
    }

    /** Makes the mean quality of what people rate zero, so that it does not move the mean rating. */
    private static void centre(double[] quality, double[] popularity) {
        double sum = 0;
        double weight = 0;
        for (int movie = 0; movie < quality.length; movie++) {
            sum += quality[movie] * popularity[movie];
            weight += popularity[movie];
        }
        for (int movie = 0; movie < quality.length; movie++) {
            quality[movie] -= sum / weight;
        }
    }

    int size() {
        return years.length;
    }

    /** The genres of a movie, the one that makes up most of it first. */
    List<MatineeGenre> genres(int movie) {
        return genres.get(movie);
    }

    /** Where a movie stands on a mood: the weighted mean of its genres. */
    double mood(int movie, int mood) {
        return moods[movie * MatineeGenre.MOODS + mood];
    }

    int year(int movie) {
        return years[movie];
    }

    /** How often a movie is chosen, relative to the others. */
    double popularity(int movie) {
        return popularity[movie];
    }

    /** How much better than the usual movie it is, in stars. */
    double quality(int movie) {
        return quality[movie];
    }
}
