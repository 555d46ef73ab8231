package io.marquee.train;

import io.marquee.data.Split;
import io.marquee.model.Centring;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Prepares the batches of all epochs ahead of the training, on a thread of its own: copies ratings from the table's columns
 * into reused buffers in the order of each epoch.
 *
 * <p>Batches are handed over in groups of some ten thousand ratings, so that threads meet some ten times a second even
 * where batches are small. Two groups exist: one is trained on while the other is filled.
 */
final class BatchFeeder implements BatchSource, AutoCloseable {

    private static final int GROUP_RATINGS = 1 << 16;
    private static final int GROUPS = 2;

    private final int trainSize;
    private final int batchSize;
    private final EpochOrder order;
    private final RatingChunk chunk;
    private final BlockingQueue<Group> filled = new ArrayBlockingQueue<>(GROUPS);
    private final BlockingQueue<Group> free = new ArrayBlockingQueue<>(GROUPS);
    private final AtomicLong shuffleNanos = new AtomicLong();
    private final AtomicLong fillNanos = new AtomicLong();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final Thread thread;
    private Group current;
    private int nextInGroup;
    private long waitingNanos;

    /**
     * @param firstEpoch epoch to begin with, counted from 1; there is no last
     */
    BatchFeeder(Split split, Centring centring, int batchSize, int firstEpoch, long seed) {
        this.trainSize = split.trainSize();
        this.batchSize = batchSize;
        this.order = new EpochOrder(split, seed);
        this.chunk = new RatingChunk(split.ratings(), centring, order);
        int batches = Math.min(Math.max(1, GROUP_RATINGS / batchSize), batchesPerEpoch(trainSize, batchSize));
        for (int i = 0; i < GROUPS; i++) {
            free.add(new Group(batches, Math.min(batchSize, trainSize)));
        }
        thread = new Thread(() -> feed(firstEpoch), "marquee-batches");
        thread.setDaemon(true);
        thread.start();
    }

    static int batchesPerEpoch(int trainRatings, int batchSize) {
        return (int) (((long) trainRatings + batchSize - 1) / batchSize);
    }

    /**
     * The next batch, valid until the next call. Epochs follow each other without a mark; each has
     * {@link #batchesPerEpoch} batches, of which the last may be smaller.
     *
     * @throws IllegalStateException if preparing it failed
     */
    @Override
    public Batch next() throws InterruptedException {
        if (current == null || nextInGroup == current.used) {
            long since = System.nanoTime();
            if (current != null) {
                free.put(current);
            }
            current = filled.take();
            nextInGroup = 0;
            waitingNanos += System.nanoTime() - since;
            if (failure.get() != null) {
                throw new IllegalStateException("Batches could not be prepared", failure.get());
            }
        }
        return current.batches[nextInGroup++];
    }

    /** Nanoseconds of processor time the feeding thread spent permuting, so far. */
    long shuffleNanos() {
        return shuffleNanos.get();
    }

    /** Nanoseconds of processor time the feeding thread spent copying ratings, so far. */
    long fillNanos() {
        return fillNanos.get();
    }

    @Override
    public long waitingNanos() {
        return waitingNanos;
    }

    private void feed(int firstEpoch) {
        try {
            ThreadClock clock = new ThreadClock();
            for (int epoch = firstEpoch; ; epoch++) {
                order.begin(epoch);
                chunk.begin();
                shuffleNanos.addAndGet(clock.lap());
                for (int left = trainSize; left > 0; ) {
                    Group group = free.take();
                    clock.lap();
                    left -= fill(group, left, clock);
                    filled.put(group);
                }
            }
        } catch (InterruptedException e) {
            // close() ends the thread this way; nobody waits for another batch.
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failure.set(e);
            filled.offer(new Group(0, 0));
        }
    }

    /** Fills batches with the next ratings of the epoch, of which there are {@code left}; returns how many it took. */
    private int fill(Group group, int left, ThreadClock clock) {
        group.used = 0;
        int taken = 0;
        while (group.used < group.batches.length && taken < left) {
            Batch batch = group.batches[group.used++];
            int size = Math.min(batchSize, left - taken);
            for (int done = 0; done < size; ) {
                while (chunk.isEmpty()) {
                    if (chunk.needsLoading()) {
                        chunk.loadNext();
                    }
                    fillNanos.addAndGet(clock.lap());
                    chunk.shuffleNext();
                    shuffleNanos.addAndGet(clock.lap());
                }
                done += chunk.take(batch, done, size - done);
            }
            batch.setSize(size);
            taken += size;
        }
        fillNanos.addAndGet(clock.lap());
        return taken;
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    /** Batches handed over together. */
    private static final class Group {
        private final Batch[] batches;
        private int used;

        Group(int count, int capacity) {
            batches = new Batch[count];
            for (int i = 0; i < count; i++) {
                batches[i] = new Batch(capacity);
            }
        }
    }
}
