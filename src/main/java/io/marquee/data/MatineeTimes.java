package io.marquee.data;

/**
 * When users rate: they join in the course of 2025 and rate in sittings of about forty movies, half a minute each, some
 * days apart. The catalogue ends in 2024, so nobody rates what is not out yet.
 */
final class MatineeTimes {

    /** 2025-01-01T00:00Z, in seconds since 1970. */
    private static final int OPENED = 1_735_689_600;
    private static final int DAY = 86_400;
    private static final int JOINING_DAYS = 365;
    private static final double SECONDS_A_MOVIE = 30;
    private static final int MOVIES_A_SITTING = 40;
    private static final double DAYS_BETWEEN = 5;

    /** Whoever rates thousands comes back sooner, so that all ends in about this time. */
    private static final double DAYS_IN_ALL = 200;

    private MatineeTimes() {}

    /** Fills {@code times[from..to-1]} with strictly increasing times of one user, in seconds since 1970. */
    static void fill(int[] times, int from, int to, MatineeRandom random) {
        double days = Math.min(DAYS_BETWEEN, DAYS_IN_ALL * MOVIES_A_SITTING / (to - from));
        int time = OPENED + random.below(JOINING_DAYS * DAY);
        for (int k = from; k < to; k++) {
            times[k] = time;
            time += 1 + (int) (SECONDS_A_MOVIE * random.exponential());
            if (random.below(MOVIES_A_SITTING) == 0) {
                time += (int) (days * DAY * random.exponential());
            }
        }
    }
}
