package io.marquee.recommend;

import io.marquee.model.WarmRows;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Finds the items whose embeddings point the same way: those the network treats alike. Immutable and thread-safe. */
public final class SimilarItems {

    private final ItemFacts facts;
    private final ItemEmbeddings embeddings;
    private final WarmRows warm;

    SimilarItems(ItemFacts facts, ItemEmbeddings embeddings, WarmRows warm) {
        this.facts = facts;
        this.embeddings = embeddings;
        this.warm = warm;
    }

    /** Whether the network has learnt an item, so that its embedding means something. */
    public boolean knows(int item) {
        return warm.warmItem(item);
    }

    /**
     * The nearest items by cosine, nearest first; empty for an item the network has not learnt.
     *
     * @param minimumRatings fewest ratings a neighbour needs: embeddings of rarely rated items are mostly chance
     */
    public List<SimilarItem> to(int item, int count, int minimumRatings) {
        if (!knows(item)) {
            return List.of();
        }
        float[] cosines = new float[facts.items().size()];
        for (int other = 0; other < cosines.length; other++) {
            cosines[other] = embeddings.cosine(item, other);
        }
        BitSet candidates = new BitSet();
        for (int other = 0; other < cosines.length; other++) {
            candidates.set(other, other != item && knows(other) && facts.ratingCount(other) >= minimumRatings);
        }
        int[] nearest = BestItems.of(cosines, candidates, count, facts);
        List<SimilarItem> similar = new ArrayList<>(nearest.length);
        for (int other : nearest) {
            similar.add(new SimilarItem(similar.size() + 1, facts.item(other), cosines[other],
                    ItemFacts.shared(facts.item(item), facts.item(other)), facts.ratingCount(other)));
        }
        return similar;
    }
}
