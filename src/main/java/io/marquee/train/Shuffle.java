package io.marquee.train;

import java.util.SplittableRandom;

/** Seeded permutations of the train part, one an epoch. */
final class Shuffle {

    private final long seed;

    Shuffle(long seed) {
        this.seed = seed;
    }

    /**
     * Permutes in place, uniformly (Fisher and Yates; Knuth, TAOCP vol. 2, algorithm P). Depends on the seed, the epoch
     * and the order found.
     */
    void permute(int[] rows, int epoch) {
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + epoch);
        for (int i = rows.length - 1; i > 0; i--) {
            // Lemire's multiply-shift maps 32 random bits to 0..i without a division; its bias is below 2^-32 x i.
            int j = (int) (((random.nextInt() & 0xFFFFFFFFL) * (i + 1L)) >>> 32);
            int swap = rows[i];
            rows[i] = rows[j];
            rows[j] = swap;
        }
    }
}
