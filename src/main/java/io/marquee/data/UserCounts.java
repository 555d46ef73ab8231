package io.marquee.data;

/**
 * How many ratings each user gives: 20, which everybody has, and a log-normal rest, capped. The sum is exact.
 */
final class UserCounts {

    static final int MINIMUM = 20;

    /** Standard deviation of the logarithm of the rest; gives the mean of twice the median that MovieLens has. */
    private static final double LOG_SD = 1.25;

    /** No user rates more than this share of the movies. */
    private static final double CAP = 0.4;

    private UserCounts() {}

    /** The counts of all users. */
    static int[] of(MatineePreset preset, long seed) {
        double[] weights = new double[preset.users()];
        for (int user = 0; user < weights.length; user++) {
            var random = new MatineeRandom(seed, MatineeRandom.Purpose.USERS, 1 + user);
            weights[user] = StrictMath.exp(LOG_SD * random.gaussian());
        }
        double cap = CAP * preset.items() - MINIMUM;
        double rest = preset.ratings() - (double) MINIMUM * preset.users();
        double scale = scale(weights, cap, rest);
        int[] counts = new int[weights.length];
        double whole = 0;
        long given = 0;
        for (int user = 0; user < counts.length; user++) {
            // Rounding the running sum, not each part, keeps the sum exact.
            whole += Math.min(cap, scale * weights[user]);
            long until = user == counts.length - 1 ? Math.round(rest) : Math.round(whole);
            counts[user] = MINIMUM + (int) (until - given);
            given = until;
        }
        return counts;
    }

    /** The factor by which the capped weights sum to {@code sum}, by bisection. */
    private static double scale(double[] weights, double cap, double sum) {
        double low = 0;
        double high = sum;
        for (int step = 0; step < 100; step++) {
            double middle = (low + high) / 2;
            double total = 0;
            for (double weight : weights) {
                total += Math.min(cap, middle * weight);
            }
            if (total < sum) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
