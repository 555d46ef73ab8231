package io.marquee.data;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sizes of the built-in dataset Matinee; each is like the MovieLens dataset of the same name. */
public enum MatineePreset {
    SMALL("100k", "Matinee 100k", 900, 1_700, 100_000, 5.5),
    MEDIUM("1m", "Matinee 1m", 6_040, 3_700, 1_000_000, 6),
    LARGE("20m", "Matinee, MovieLens 20M size", 138_493, 26_744, 20_000_263, 11);

    private final String id;
    private final String displayName;
    private final int users;
    private final int items;
    private final int ratings;
    private final double popularitySteepness;

    MatineePreset(String id, String displayName, int users, int items, int ratings, double popularitySteepness) {
        this.id = id;
        this.displayName = displayName;
        this.users = users;
        this.items = items;
        this.ratings = ratings;
        this.popularitySteepness = popularitySteepness;
    }

    /** The size by its own name, such as "100k", or by that of the MovieLens dataset it is like, such as "ml-100k". */
    public static Optional<MatineePreset> parse(String text) {
        String word = text.strip();
        return Arrays.stream(values())
                .filter(preset -> word.equalsIgnoreCase(preset.id) || word.equalsIgnoreCase("ml-" + preset.id))
                .findFirst();
    }

    /** All names as people read them in a sentence. */
    static String names() {
        return Arrays.stream(values()).map(MatineePreset::id).collect(Collectors.joining(", "));
    }

    /** The name by which it is asked for, as in {@code matinee:100k}. */
    public String id() {
        return id;
    }

    /** What people call the dataset. */
    public String displayName() {
        return displayName;
    }

    /** The number of users, each with at least 20 ratings. */
    public int users() {
        return users;
    }

    /** The number of movies, each rated at least once. */
    public int items() {
        return items;
    }

    /** The exact number of ratings. */
    public int ratings() {
        return ratings;
    }

    /** How fast popularity falls from movie to movie; see {@link MatineeMovies}. Fitted by eye to MovieLens' curves. */
    double popularitySteepness() {
        return popularitySteepness;
    }
}
