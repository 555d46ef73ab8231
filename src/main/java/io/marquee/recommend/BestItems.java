package io.marquee.recommend;

import java.util.BitSet;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Picks the items with the highest scores. */
final class BestItems {

    private BestItems() {}

    /**
     * The candidates with the highest scores, best first; ties go to the item rated more often, then to the lower index.
     *
     * @param scores by item index
     */
    static int[] of(float[] scores, BitSet candidates, int count, ItemFacts facts) {
        Comparator<Integer> worstFirst = Comparator.<Integer>comparingDouble(item -> scores[item])
                .thenComparingInt(facts::ratingCount)
                .thenComparing(Comparator.reverseOrder());
        PriorityQueue<Integer> best = new PriorityQueue<>(worstFirst);
        for (int item = candidates.nextSetBit(0); item >= 0; item = candidates.nextSetBit(item + 1)) {
            if (best.size() < count) {
                best.add(item);
            } else if (scores[item] >= scores[best.peek()] && worstFirst.compare(item, best.peek()) > 0) {
                best.poll();
                best.add(item);
            }
        }
        return best.stream().sorted(worstFirst.reversed()).mapToInt(Integer::intValue).toArray();
    }
}
