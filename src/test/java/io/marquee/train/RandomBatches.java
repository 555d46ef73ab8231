package io.marquee.train;

import java.util.SplittableRandom;

/** Random batches, with popular rows that occur several times in one batch. */
public final class RandomBatches {

    private final SplittableRandom random;
    private final int users;
    private final int items;

    public RandomBatches(int users, int items, long seed) {
        this.users = users;
        this.items = items;
        this.random = new SplittableRandom(seed);
    }

    /** A batch of {@code size} ratings in a buffer of {@code capacity}. */
    public Batch next(int size, int capacity) {
        Batch batch = new Batch(capacity);
        for (int i = 0; i < size; i++) {
            batch.users()[i] = skewed(users);
            batch.items()[i] = skewed(items);
            batch.targets()[i] = random.nextInt(10) * 0.5f - 3;
        }
        batch.setSize(size);
        return batch;
    }

    private int skewed(int bound) {
        double uniform = random.nextDouble();
        return (int) (bound * uniform * uniform);
    }
}
