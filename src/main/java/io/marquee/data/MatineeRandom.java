package io.marquee.data;

import java.util.SplittableRandom;

/**
 * A stream of random numbers for one purpose, and for one user where each user has their own. Only exactly specified
 * arithmetic, so that a seed gives the same data on every machine and Java version.
 */
final class MatineeRandom {

    /** What a stream is for; streams of different purposes have nothing in common. */
    enum Purpose { MOVIES, POPULARITY, FIRST_RATERS, TITLES, USERS, RATINGS }

    private final SplittableRandom bits;
    private double spare = Double.NaN;

    MatineeRandom(long seed, Purpose purpose, int number) {
        this.bits = new SplittableRandom(mix(mix(mix(seed) + purpose.ordinal()) + number));
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood, Fast splittable pseudorandom number generators, 2014). */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Uniform in 0 (inclusive) to 1 (exclusive). */
    double uniform() {
        return (bits.nextLong() >>> 11) * 0x1p-53;
    }

    /** Uniform in 0 to bound-1, by Lemire's multiply-shift; the bias is below bound / 2^32. */
    int below(int bound) {
        return (int) (((bits.nextLong() >>> 32) * bound) >>> 32);
    }

    /** Standard normal, by Marsaglia's polar method; every second number is for free. */
    double gaussian() {
        if (!Double.isNaN(spare)) {
            double result = spare;
            spare = Double.NaN;
            return result;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * uniform() - 1;
            y = 2 * uniform() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double scale = Math.sqrt(-2 * StrictMath.log(square) / square);
        spare = y * scale;
        return x * scale;
    }

    /** Exponential with mean 1. */
    double exponential() {
        return -StrictMath.log(1 - uniform());
    }

    /** An index of {@code weights} by weight; weights are not negative and not all zero. */
    int choose(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = uniform() * sum;
        int last = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                last = i;
                left -= weights[i];
                if (left < 0) {
                    return i;
                }
            }
        }
        // Rounding may leave a trace above zero.
        return last;
    }

    /** Permutes uniformly (Knuth, TAOCP vol. 2, algorithm P). */
    void shuffle(int[] values, int from, int to) {
        for (int i = to - 1; i > from; i--) {
            int j = from + below(i - from + 1);
            int swap = values[i];
            values[i] = values[j];
            values[j] = swap;
        }
    }
}
