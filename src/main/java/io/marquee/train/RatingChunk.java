package io.marquee.train;

import io.marquee.data.RatingTable;
import io.marquee.model.Centring;

/**
 * The ratings of one chunk of an {@link EpochOrder} at a time, copied from the table in its order and taken in random order.
 */
final class RatingChunk {

    private static final int BLOCK = 1024;

    private final RatingTable ratings;
    private final Centring centring;
    private final EpochOrder order;
    private final Batch block = new Batch(BLOCK);
    private int[] users = new int[0];
    private int[] items = new int[0];
    private float[] targets = new float[0];
    private int[] places = new int[0];
    private int chunk;
    private int[] poolStarts;
    private int pool;
    private int size;
    private int taken;

    RatingChunk(RatingTable ratings, Centring centring, EpochOrder order) {
        this.ratings = ratings;
        this.centring = centring;
        this.order = order;
    }

    /** Goes to the beginning of an epoch; its first chunk is still to be loaded. */
    void begin() {
        chunk = -1;
        poolStarts = new int[1];
        pool = -1;
        size = 0;
        taken = 0;
    }

    /** Whether {@link #shuffleNext} or {@link #loadNext} is due. */
    boolean isEmpty() {
        return taken == size;
    }

    /** Whether the chunk holds no further pool. */
    boolean needsLoading() {
        return pool + 1 == poolStarts.length - 1;
    }

    /** Goes on to the next chunk and throws its ratings into pools. */
    void loadNext() {
        chunk++;
        int count = order.size(chunk);
        if (count > users.length) {
            // A little more than asked for, since chunks differ by some standard deviations only.
            int capacity = count + count / 32;
            users = new int[capacity];
            items = new int[capacity];
            targets = new float[capacity];
        }
        poolStarts = order.poolStarts(chunk);
        pool = -1;
        EpochOrder.Places place = order.places(chunk, poolStarts);
        for (int from = 0; from < count; from += BLOCK) {
            int rows = Math.min(BLOCK, count - from);
            ratings.gather(order.rows(), order.start(chunk) + from, rows, block.users(), block.items(), block.targets());
            for (int i = 0; i < rows; i++) {
                int at = place.next();
                users[at] = block.users()[i];
                items[at] = block.items()[i];
                targets[at] = centring.toTarget(block.targets()[i]);
            }
        }
    }

    /** Goes on to the next pool and draws its order. */
    void shuffleNext() {
        pool++;
        size = poolStarts[pool + 1] - poolStarts[pool];
        taken = 0;
        if (size > places.length) {
            places = new int[size + size / 32];
        }
        order.shuffle(chunk, pool, size, places);
    }

    /** Copies the next ratings of the pool into a batch from a place on, as many as are left but at most {@code count}. */
    int take(Batch batch, int to, int count) {
        int take = Math.min(count, size - taken);
        int start = poolStarts[pool];
        int[] batchUsers = batch.users();
        int[] batchItems = batch.items();
        float[] batchTargets = batch.targets();
        for (int i = 0; i < take; i++) {
            int place = start + places[taken + i];
            batchUsers[to + i] = users[place];
            batchItems[to + i] = items[place];
            batchTargets[to + i] = targets[place];
        }
        taken += take;
        return take;
    }
}
