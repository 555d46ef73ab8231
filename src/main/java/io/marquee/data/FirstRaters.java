package io.marquee.data;

/**
 * Which movies a user came across by chance: each movie is given to one user, so that every movie is rated at least
 * once. A user gets at most one movie more than any other. Immutable.
 */
final class FirstRaters {

    private final int[] placeOfUser;
    private final int movies;

    FirstRaters(MatineePreset preset, long seed) {
        movies = preset.items();
        int[] order = new int[preset.users()];
        placeOfUser = new int[order.length];
        for (int user = 0; user < order.length; user++) {
            order[user] = user;
        }
        new MatineeRandom(seed, MatineeRandom.Purpose.FIRST_RATERS, 0).shuffle(order, 0, order.length);
        for (int place = 0; place < order.length; place++) {
            placeOfUser[order[place]] = place;
        }
    }

    /** Writes a user's movies to {@code target[from..]} and returns how many there are. */
    int fill(int user, int[] target, int from) {
        int count = 0;
        // Movies go round the users in their shuffled order.
        for (int movie = placeOfUser[user]; movie < movies; movie += placeOfUser.length) {
            target[from + count++] = movie;
        }
        return count;
    }
}
