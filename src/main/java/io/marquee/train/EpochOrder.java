package io.marquee.train;

import io.marquee.data.Split;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

/**
 * The order in which an epoch visits the train part: a uniform random permutation that depends on the seed and the number
 * of the epoch only, so that any epoch can be repeated without those before it.
 *
 * <p>Swapping millions of rows across the whole part would miss the cache with each swap. Instead each row is thrown into one
 * of a few chunks at random, each rating of a chunk into one of its pools, and each pool is shuffled by itself while it is in
 * the cache; all three together are a uniform permutation (Sanders, Random permutations on distributed, external and
 * hierarchical memory, Information Processing Letters 67, 1998). The rows of a chunk ascend, so that the table is read almost
 * in its order.
 */
final class EpochOrder {

    /** Some million: reading every tenth row of a table costs little more than reading all. */
    private static final int CHUNK_RATINGS = 1 << 21;

    /** The ids and targets of so many ratings take a second-level cache. */
    private static final int POOL_RATINGS = 1 << 16;

    private final IntUnaryOperator rowAt;
    private final long seed;
    private final int poolRatings;
    private final int[] rows;
    private final int[] starts;
    private int epoch;

    EpochOrder(Split split, long seed) {
        this(split, seed, CHUNK_RATINGS, POOL_RATINGS);
    }

    /** @param rowAt what stands at each of {@code ratings} places before they are put in order */
    EpochOrder(int ratings, IntUnaryOperator rowAt, long seed) {
        this(ratings, rowAt, seed, CHUNK_RATINGS, POOL_RATINGS);
    }

    /**
     * @param chunkRatings about how many ratings a chunk has
     * @param poolRatings about how many ratings a pool has
     */
    EpochOrder(Split split, long seed, int chunkRatings, int poolRatings) {
        this(split.trainSize(), split::trainRow, seed, chunkRatings, poolRatings);
    }

    private EpochOrder(int ratings, IntUnaryOperator rowAt, long seed, int chunkRatings, int poolRatings) {
        this.rowAt = rowAt;
        this.seed = seed;
        this.poolRatings = poolRatings;
        this.rows = new int[ratings];
        this.starts = new int[parts(rows.length, chunkRatings) + 1];
    }

    private static int parts(int ratings, int each) {
        return (int) Math.max(1, Math.round((double) ratings / each));
    }

    /** Throws the rows into the chunks of an epoch. */
    void begin(int newEpoch) {
        epoch = newEpoch;
        int[] next = throwInto(starts, rows.length, random(0, 0));
        SplittableRandom random = random(0, 0);
        for (int i = 0; i < rows.length; i++) {
            rows[next[below(random, chunks())]++] = rowAt.applyAsInt(i);
        }
    }

    /**
     * Draws how many of {@code count} throws fall into each part.
     *
     * @param starts receives where each part begins, and the end of the last
     * @return where each part begins
     */
    private static int[] throwInto(int[] starts, int count, SplittableRandom random) {
        int parts = starts.length - 1;
        int[] sizes = new int[parts];
        for (int i = 0; i < count; i++) {
            sizes[below(random, parts)]++;
        }
        starts[0] = 0;
        for (int part = 0; part < parts; part++) {
            starts[part + 1] = starts[part] + sizes[part];
        }
        return starts.clone();
    }

    /** The number of chunks, at least one. */
    int chunks() {
        return starts.length - 1;
    }

    /** Where a chunk's rows begin in {@link #rows}. */
    int start(int chunk) {
        return starts[chunk];
    }

    /** The number of rows in a chunk; 0 is possible. */
    int size(int chunk) {
        return starts[chunk + 1] - starts[chunk];
    }

    /** Table rows, chunk by chunk, ascending in each. */
    int[] rows() {
        return rows;
    }

    /** Where each pool of a chunk begins in it, and the end of the last. */
    int[] poolStarts(int chunk) {
        int[] pools = new int[parts(size(chunk), poolRatings) + 1];
        throwInto(pools, size(chunk), random(chunk + 1, 0));
        return pools;
    }

    /**
     * Draws the place in its chunk of each of its ratings, pool by pool.
     *
     * @param poolStarts as {@link #poolStarts} gave them
     */
    Places places(int chunk, int[] poolStarts) {
        return new Places(poolStarts.clone(), random(chunk + 1, 0));
    }

    /**
     * The order within a pool: fills the first {@code size} places with a permutation of 0..size-1 (Fisher and Yates; Knuth,
     * TAOCP vol. 2, algorithm P).
     */
    void shuffle(int chunk, int pool, int size, int[] order) {
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        SplittableRandom random = random(chunk + 1, pool + 1);
        for (int i = size - 1; i > 0; i--) {
            int j = below(random, i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
    }

    /** All rows in the order of the epoch begun last. */
    int[] permutation() {
        int[] ordered = new int[rows.length];
        int at = 0;
        for (int chunk = 0; chunk < chunks(); chunk++) {
            int[] poolStarts = poolStarts(chunk);
            Places places = places(chunk, poolStarts);
            int[] thrown = new int[size(chunk)];
            for (int i = 0; i < thrown.length; i++) {
                thrown[places.next()] = rows[start(chunk) + i];
            }
            int[] within = new int[thrown.length];
            for (int pool = 0; pool < poolStarts.length - 1; pool++) {
                int size = poolStarts[pool + 1] - poolStarts[pool];
                shuffle(chunk, pool, size, within);
                for (int i = 0; i < size; i++) {
                    ordered[at++] = thrown[poolStarts[pool] + within[i]];
                }
            }
        }
        return ordered;
    }

    /** Numbers for one purpose. Seeds are mixed, since neighbouring ones could give the same numbers, only shifted. */
    private SplittableRandom random(int chunk, int pool) {
        return new SplittableRandom(mixed(mixed(mixed(seed) + epoch) + chunk) + pool);
    }

    private static long mixed(long number) {
        return new SplittableRandom(number).nextLong();
    }

    /** Lemire's multiply-shift maps 32 random bits to 0..bound-1 without a division; its bias is below 2^-32 x bound. */
    private static int below(SplittableRandom random, int bound) {
        return (int) (((random.nextInt() & 0xFFFFFFFFL) * bound) >>> 32);
    }

    /** Places in a chunk, one after the other. */
    static final class Places {

        private final int[] next;
        private final SplittableRandom random;

        private Places(int[] next, SplittableRandom random) {
            this.next = next;
            this.random = random;
        }

        /** The place of the next rating. */
        int next() {
            return next[below(random, next.length - 1)]++;
        }
    }
}
