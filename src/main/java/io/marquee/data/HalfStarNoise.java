package io.marquee.data;

/**
 * How a true mean becomes a rating: Gaussian noise is added, the sum is rounded to half stars and clipped to 0.5 to 5.
 *
 * <p>The distribution of the result is known exactly: the rating k/2 takes all of the normal distribution between
 * k/2 - 1/4 and k/2 + 1/4, and the lowest and the highest rating the tails as well.
 */
final class HalfStarNoise {

    /** Ratings are 1 to this many half stars. */
    private static final int CODES = 10;
    private static final double STEP = 0.5;

    /** Grid of the variance table, in stars. */
    private static final double LOWEST = -4;
    private static final double HIGHEST = 10;
    private static final double GRID = 1.0 / 64;

    private final double sd;
    private final double[] variances;

    /** @param sd standard deviation of the Gaussian noise, in stars */
    HalfStarNoise(double sd) {
        this.sd = sd;
        this.variances = new double[(int) Math.round((HIGHEST - LOWEST) / GRID) + 1];
        for (int i = 0; i < variances.length; i++) {
            variances[i] = exactVariance(LOWEST + i * GRID);
        }
    }

    /** Draws a rating, in half stars: 1 to 10. */
    byte draw(double trueMean, MatineeRandom random) {
        double noisy = trueMean + sd * random.gaussian();
        return (byte) Math.max(1, Math.min(CODES, Math.round(noisy / STEP)));
    }

    /** The mean rating given a true mean, in stars: the best prediction there is. */
    double mean(double trueMean) {
        return moment(trueMean, 0, false);
    }

    /** The variance of the rating given a true mean, in squared stars. */
    double exactVariance(double trueMean) {
        return moment(trueMean, mean(trueMean), true);
    }

    /** {@link #exactVariance} from a table by linear interpolation, right to 1e-4, for millions of ratings. */
    double variance(double trueMean) {
        double position = (Math.max(LOWEST, Math.min(HIGHEST, trueMean)) - LOWEST) / GRID;
        int index = Math.min(variances.length - 2, (int) position);
        double part = position - index;
        return variances[index] * (1 - part) + variances[index + 1] * part;
    }

    private double moment(double trueMean, double centre, boolean squared) {
        double sum = 0;
        double below = 0;
        for (int code = 1; code <= CODES; code++) {
            double upTo = code == CODES ? 1 : normalBelow((code * STEP + STEP / 2 - trueMean) / sd);
            double distance = code * STEP - centre;
            sum += (upTo - below) * (squared ? distance * distance : distance);
            below = upTo;
        }
        return sum;
    }

    /** The standard normal distribution function, right to 7.5e-8 (Abramowitz and Stegun, formula 26.2.17). */
    static double normalBelow(double z) {
        double t = 1 / (1 + 0.2316419 * Math.abs(z));
        double polynomial = t * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        double tail = StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * polynomial;
        return z < 0 ? tail : 1 - tail;
    }
}
