package io.marquee.recommend;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/**
 * Finds which items can be among the best for a user by their rounded shares. Who asks at the same time shares the scan of
 * the items: reading them from memory takes longer than the arithmetic for one user does.
 */
final class SharedScan {

    private final RoundedProducts products;
    private final List<ScanCircle> circles;

    /** @param threads scans that may be under way at once */
    SharedScan(RoundedProducts products, int threads) {
        this.products = products;
        this.circles = Stream.generate(() -> new ScanCircle(products)).limit(threads).toList();
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
        float[] estimates = circles.stream().min(Comparator.comparingInt(ScanCircle::asking)).orElseThrow()
                .estimates(share);
        // So many items have at least this score less the bound, and one that may reach it at most the bound less.
        double least = lowestOfBest(estimates, candidates, count) - 2 * bound;
        BitSet left = new BitSet(estimates.length);
        for (int item = 0; item < estimates.length; item++) {
            if (!(estimates[item] < least)) {
                left.set(item);
            }
        }
        candidates.and(left);
    }

    /** The lowest of the {@code count} highest estimates of candidates, or of all if they are fewer. */
    private static float lowestOfBest(float[] estimates, BitSet candidates, int count) {
        PriorityQueue<Float> best = new PriorityQueue<>(count);
        float lowest = Float.NEGATIVE_INFINITY;
        for (int item = 0; item < estimates.length; item++) {
            // Soon few are higher: only of those it has to be known whether they are candidates.
            if (estimates[item] > lowest && candidates.get(item)) {
                if (best.size() == count) {
                    best.poll();
                }
                best.add(estimates[item]);
                lowest = best.size() == count ? best.peek() : lowest;
            }
        }
        return best.isEmpty() ? lowest : best.peek();
    }
}
