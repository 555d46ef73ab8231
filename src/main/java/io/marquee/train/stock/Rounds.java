package io.marquee.train.stock;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.dataset.api.MultiDataSetPreProcessor;
import org.nd4j.linalg.dataset.api.iterator.MultiDataSetIterator;

/**
 * Hands the shares of one batch after the other to a ParallelWrapper, which pulls them from here, and tells when a batch is
 * done: when it comes for the next one.
 *
 * <p>ParallelWrapper asks {@link #hasNext} before each share, once more after the last share of a round, whose answer it does
 * not use, and then only when the round is trained and averaged.
 */
final class Rounds implements MultiDataSetIterator {

    private static final long serialVersionUID = 1L;

    private static final List<MultiDataSet> END = List.of();

    private final transient Workers workers;
    private final transient Queue<MultiDataSet> shares = new ArrayDeque<>();
    private final transient BlockingQueue<List<MultiDataSet>> given = new ArrayBlockingQueue<>(1);
    private final transient BlockingQueue<Boolean> done = new ArrayBlockingQueue<>(1);
    private final transient AtomicReference<Throwable> failure = new AtomicReference<>();
    private boolean underWay;
    private boolean justEmptied;
    private boolean over;

    Rounds(Workers workers) {
        this.workers = workers;
    }

    /**
     * Has a batch trained, and waits until it is.
     *
     * @param batch its shares, one for each worker
     * @throws IllegalStateException if training it failed
     */
    void train(List<MultiDataSet> batch) throws InterruptedException {
        if (failure.get() == null) {
            given.put(batch);
            done.take();
        }
        if (failure.get() != null) {
            throw new IllegalStateException("A worker of DL4J's ParallelWrapper failed", failure.get());
        }
    }

    /** There are no more batches. */
    void end() {
        given.offer(END);
    }

    /** Training has ended by a failure: nobody comes for another round. */
    void fail(Throwable cause) {
        failure.set(cause);
        done.offer(Boolean.FALSE);
    }

    @Override
    public boolean hasNext() {
        if (!shares.isEmpty()) {
            return true;
        }
        if (justEmptied || over) {
            justEmptied = false;
            return false;
        }
        try {
            if (underWay) {
                underWay = false;
                done.put(Boolean.TRUE);
            } else {
                workers.awaitCopies();
            }
            shares.addAll(given.take());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        underWay = !shares.isEmpty();
        over = !underWay;
        return underWay;
    }

    @Override
    public MultiDataSet next() {
        MultiDataSet share = shares.remove();
        justEmptied = shares.isEmpty();
        return share;
    }

    @Override
    public MultiDataSet next(int number) {
        throw new UnsupportedOperationException("Shares are handed out one by one");
    }

    @Override
    public void setPreProcessor(MultiDataSetPreProcessor preProcessor) {
        throw new UnsupportedOperationException("Ratings are trained on as they are");
    }

    @Override
    public MultiDataSetPreProcessor getPreProcessor() {
        return null;
    }

    @Override
    public boolean resetSupported() {
        return false;
    }

    /** ParallelWrapper must not run ahead: a batch is given when the one before is done. */
    @Override
    public boolean asyncSupported() {
        return false;
    }

    @Override
    public void reset() {
        throw new UnsupportedOperationException("Batches are given once");
    }
}
