package io.marquee.data;

import java.util.Locale;

/**
 * A genre of the built-in dataset: a place in a space of three moods. Tastes are directions in the same space, so that
 * who likes one genre likes its neighbours too, and a few dozen ratings tell a taste.
 *
 * <p>The moods are spectacle (against intimacy), darkness (against lightness) and fancy (against reality).
 */
enum MatineeGenre {
    ACTION("Action", 0.10, 1.6, 1.0, 0.3, 0.0),
    ADVENTURE("Adventure", 0.06, 1.4, 0.9, -0.4, 0.5),
    ANIMATION("Animation", 0.04, 1.7, 0.2, -0.9, 0.7),
    COMEDY("Comedy", 0.16, 1.5, -0.3, -1.0, -0.1),
    CRIME("Crime", 0.07, 1.4, 0.3, 0.9, -0.6),
    DOCUMENTARY("Documentary", 0.05, 2.1, -0.6, 0.0, -1.0),
    DRAMA("Drama", 0.17, 1.4, -0.9, 0.2, -0.5),
    FANTASY("Fantasy", 0.04, 1.8, 0.4, -0.3, 1.1),
    HORROR("Horror", 0.07, 1.6, 0.2, 1.1, 0.5),
    MYSTERY("Mystery", 0.04, 1.3, -0.3, 1.0, 0.1),
    ROMANCE("Romance", 0.09, 1.4, -1.0, -0.5, 0.2),
    SCIENCE_FICTION("Science Fiction", 0.06, 1.6, 0.7, 0.3, 0.9),
    THRILLER("Thriller", 0.09, 1.7, 0.6, 0.9, -0.2),
    WESTERN("Western", 0.03, 0.8, 0.8, 0.2, -0.8);

    /** The number of moods. */
    static final int MOODS = 3;

    private final String label;
    private final double share;
    private final double recency;
    private final double[] moods;

    MatineeGenre(String label, double share, double recency, double... moods) {
        this.label = label;
        this.share = share;
        this.recency = recency;
        this.moods = moods;
    }

    /** The genre as catalogues write it. */
    String label() {
        return label;
    }

    /** How many movies have it as their first genre, relative to the other genres. */
    double share() {
        return share;
    }

    /** How much its movies crowd toward the present: 1 is evenly over the years, more is later. */
    double recency() {
        return recency;
    }

    /** Its place on a mood, about -1 to 1. */
    double mood(int mood) {
        return moods[mood];
    }

    /** How near two genres are: the inner product of their places. */
    double affinity(MatineeGenre other) {
        double sum = 0;
        for (int mood = 0; mood < MOODS; mood++) {
            sum += moods[mood] * other.moods[mood];
        }
        return sum;
    }

    /** The name of the file of words that its titles are made of. */
    String vocabulary() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
    }
}
