package io.marquee.recommend;

import java.util.Arrays;

/**
 * Orders items so that each is a compromise between a high prediction and being unlike those before it: the next item is
 * the one with the highest (1 - diversity) relevance - diversity similarity, similarity being the highest cosine to an item
 * chosen already.
 *
 * <p>J. Carbonell and J. Goldstein, The use of MMR, diversity-based reranking for reordering documents and producing
 * summaries, SIGIR 1998, with lambda = 1 - diversity. Relevance is the prediction, stretched so that it goes from 0 to 1
 * over the candidates: that puts it on one scale with cosines.
 */
final class MaximalMarginalRelevance {

    private final ItemEmbeddings embeddings;

    MaximalMarginalRelevance(ItemEmbeddings embeddings) {
        this.embeddings = embeddings;
    }

    /**
     * Chooses items.
     *
     * @param candidates item indices, best first
     * @param scores predictions by item index
     * @param count how many to choose
     */
    int[] choose(int[] candidates, float[] scores, int count, double diversity) {
        int size = Math.min(count, candidates.length);
        if (size == 0 || diversity == 0) {
            return Arrays.copyOf(candidates, size);
        }
        double best = scores[candidates[0]];
        double span = Math.max(1e-9, best - scores[candidates[candidates.length - 1]]);
        double[] nearest = new double[candidates.length];
        Arrays.fill(nearest, -1);
        boolean[] taken = new boolean[candidates.length];
        int[] chosen = new int[size];
        for (int place = 0; place < size; place++) {
            int next = -1;
            double highest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < candidates.length; i++) {
                double relevance = 1 - (best - scores[candidates[i]]) / span;
                // The first item has nothing to be unlike.
                double value = (1 - diversity) * relevance - (place == 0 ? 0 : diversity * nearest[i]);
                if (!taken[i] && (next < 0 || value > highest)) {
                    next = i;
                    highest = value;
                }
            }
            taken[next] = true;
            chosen[place] = candidates[next];
            for (int i = 0; i < candidates.length; i++) {
                nearest[i] = Math.max(nearest[i], embeddings.cosine(candidates[i], chosen[place]));
            }
        }
        return chosen;
    }
}
