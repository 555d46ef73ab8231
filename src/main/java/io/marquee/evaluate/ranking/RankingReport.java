package io.marquee.evaluate.ranking;

import java.util.List;

/**
 * Rankings by a model and by simpler ones, on the same users.
 *
 * @param protocol which users, which items count as relevant, and what was ranked, in words
 * @param users number of users ranked for
 * @param eligibleUsers number of users with a relevant item, from which they were drawn
 * @param candidates number of items that could be recommended
 * @param relevanceThreshold lowest rating that counts as relevant, in stars
 * @param seed seed of the choice of users
 * @param models one entry for each that ranked, the model first
 */
public record RankingReport(
        String protocol,
        int users,
        int eligibleUsers,
        int candidates,
        double relevanceThreshold,
        long seed,
        List<RankingMetrics> models) {

    public RankingReport {
        models = List.copyOf(models);
    }
}
