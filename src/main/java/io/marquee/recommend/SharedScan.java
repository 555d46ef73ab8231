package io.marquee.recommend;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Scans the rounded shares of all items for several users in one pass: reading them from memory takes longer than the
 * arithmetic for one user does. Who comes while a scan is under way waits for the next, and shares it.
 */
final class SharedScan {

    /** Users of one scan: their levels stay in the first-level cache. */
    private static final int MOST_USERS = 8;

    private final RoundedProducts products;
    private final int items;
    private final int mostScans;
    private final Deque<Question> waiting = new ArrayDeque<>();
    private int scans;

    /** @param mostScans scans that may be under way at once */
    SharedScan(RoundedProducts products, int items, int mostScans) {
        this.products = products;
        this.items = items;
        this.mostScans = mostScans;
    }

    /**
     * Takes out of some candidates those that cannot be among the best of them for a user. Blocks meanwhile.
     *
     * @param share the user's share
     * @param offset size of what is added to a score later
     * @param count how many of the best are wanted, at least 1
     */
    void keepBest(float[] share, double offset, BitSet candidates, int count) {
        double bound = products.bound(share, offset);
        if (!Double.isFinite(bound)) {
            return;
        }
        float[] estimates = estimates(share);
        PriorityQueue<Float> best = new PriorityQueue<>(count);
        for (int item = candidates.nextSetBit(0); item >= 0; item = candidates.nextSetBit(item + 1)) {
            if (best.size() < count) {
                best.add(estimates[item]);
            } else if (estimates[item] > best.peek()) {
                best.poll();
                best.add(estimates[item]);
            }
        }
        // So many items have at least this score less the bound, and one that may reach it at most the bound less.
        double least = best.isEmpty() ? 0 : best.peek() - 2 * bound;
        for (int item = candidates.nextSetBit(0); item >= 0; item = candidates.nextSetBit(item + 1)) {
            if (estimates[item] < least) {
                candidates.clear(item);
            }
        }
    }

    private float[] estimates(float[] share) {
        Question own = new Question(share);
        List<Question> round = join(own);
        while (!round.isEmpty()) {
            try {
                answer(round);
            } finally {
                end(round);
            }
            round = own.done ? List.of() : next(own);
        }
        if (own.estimates == null) {
            throw new IllegalStateException("The scan that was to answer this question failed.");
        }
        return own.estimates;
    }

    private synchronized List<Question> join(Question own) {
        waiting.add(own);
        return next(own);
    }

    /** Waits until another thread has answered the question, or this one may scan; none in the first case. */
    private synchronized List<Question> next(Question own) {
        boolean interrupted = false;
        while (!own.done && (scans == mostScans || !waiting.contains(own))) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        List<Question> round = new ArrayList<>();
        if (!own.done) {
            scans++;
            while (round.size() < MOST_USERS && !waiting.isEmpty()) {
                round.add(waiting.remove());
            }
        }
        return round;
    }

    private void answer(List<Question> round) {
        short[] users = new short[round.size() * products.width()];
        float[][] estimates = new float[round.size()][items];
        for (int i = 0; i < round.size(); i++) {
            products.round(round.get(i).share, users, i);
        }
        products.estimate(users, estimates);
        for (int i = 0; i < round.size(); i++) {
            round.get(i).estimates = estimates[i];
        }
    }

    private synchronized void end(List<Question> round) {
        scans--;
        round.forEach(question -> question.done = true);
        notifyAll();
    }

    private static final class Question {
        private final float[] share;
        private float[] estimates;
        private volatile boolean done;

        private Question(float[] share) {
            this.share = share;
        }
    }
}
