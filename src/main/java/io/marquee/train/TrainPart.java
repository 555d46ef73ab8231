package io.marquee.train;

import io.marquee.data.Split;
import io.marquee.model.Centring;

/** The ratings that are trained on, and the order in which epochs visit them: what an engine needs to make its own batches. */
public final class TrainPart {

    private static final int BLOCK = 1024;

    private final Split split;
    private final Centring centring;
    private final int batchSize;
    private final long seed;
    private EpochOrder order;

    /**
     * @param centring what makes targets of ratings
     * @param seed draws the order of each epoch
     */
    public TrainPart(Split split, Centring centring, int batchSize, long seed) {
        this.split = split;
        this.centring = centring;
        this.batchSize = batchSize;
        this.seed = seed;
    }

    /** The number of ratings. */
    public int size() {
        return split.trainSize();
    }

    /** Ratings of a batch; the last of an epoch may have fewer. */
    public int batchSize() {
        return batchSize;
    }

    /** Copies user index, item index and centred rating of all ratings, in the order of the split. */
    public void copy(int[] users, int[] items, float[] targets) {
        copy(0, size(), users, items, targets);
    }

    /** The same of some ratings, to the beginning of the arrays. */
    public void copy(int first, int count, int[] users, int[] items, float[] targets) {
        int[] rows = new int[BLOCK];
        Batch block = new Batch(BLOCK);
        for (int from = 0; from < count; from += BLOCK) {
            int length = Math.min(BLOCK, count - from);
            for (int i = 0; i < length; i++) {
                rows[i] = split.trainRow(first + from + i);
            }
            split.ratings().gather(rows, 0, length, block.users(), block.items(), block.targets());
            System.arraycopy(block.users(), 0, users, from, length);
            System.arraycopy(block.items(), 0, items, from, length);
            for (int i = 0; i < length; i++) {
                targets[from + i] = centring.toTarget(block.targets()[i]);
            }
        }
    }

    /** The order of an epoch, the same that a {@link BatchFeeder} has: places of ratings in {@link #copy}'s arrays. */
    public synchronized int[] order(int epoch) {
        if (order == null) {
            order = new EpochOrder(size(), at -> at, seed);
        }
        order.begin(epoch);
        return order.permutation();
    }
}
