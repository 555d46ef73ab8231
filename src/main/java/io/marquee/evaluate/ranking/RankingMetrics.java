package io.marquee.evaluate.ranking;

/**
 * How good one model's rankings of the whole catalogue are; means over users. The cut-off is {@link RankingTask#CUT_OFF}.
 *
 * @param model what ranked
 * @param ndcg normalised discounted cumulative gain of the top ten with relevance 0 or 1, discount 1 / log2(rank + 1)
 *     (Jarvelin and Kekalainen, Cumulated gain-based evaluation of IR techniques, ACM TOIS 20, 2002), 0 to 1
 * @param ndcgStandardError standard deviation of {@code ndcg} over users divided by the root of their number
 * @param recall part of a user's relevant items that is in the top ten, 0 to 1
 * @param hitRate part of the users with a relevant item in the top ten, 0 to 1
 * @param reciprocalRank mean reciprocal rank of the first relevant item in the whole ranking; 0 for a user none of whose
 *     relevant items can be ranked
 * @param coverage part of the items that could be recommended that is in the top ten of some user, 0 to 1
 * @param novelty mean self-information of the items in the top tens, -log2 of the part of the users with a train rating of
 *     the item (Vargas and Castells, Rank and relevance in novelty and diversity metrics, RecSys 2011), in bits
 */
public record RankingMetrics(
        String model,
        double ndcg,
        double ndcgStandardError,
        double recall,
        double hitRate,
        double reciprocalRank,
        double coverage,
        double novelty) {}
