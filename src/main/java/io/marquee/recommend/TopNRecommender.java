package io.marquee.recommend;

import io.marquee.data.IdIndex;
import io.marquee.model.Predictor;
import io.marquee.model.TrainedModel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Scores the whole catalogue of rated items for a user and keeps the best. Items the network has not learnt (those rated
 * in the test part only) are never recommended: nothing is known of them.
 *
 * <p>Predictions above the scale's maximum are ordered by how far above they are, and shown as the maximum.
 */
public final class TopNRecommender implements Recommender {

    /** Where diversity is asked for, it is chosen from so many times as many candidates, and at least so many. */
    private static final int POOL_FACTOR = 10;
    private static final int POOL = 200;

    private final TrainedModel model;
    private final Predictor predictor;
    private final ItemFacts facts;
    private final CatalogueScorer scorer;
    private final MaximalMarginalRelevance diversifier;
    private final BitSet learnt = new BitSet();

    /** For a few questions: nothing is kept between them. */
    public TopNRecommender(TrainedModel model) {
        this(model, Predictor.of(model, true), new ItemFacts(model), new CatalogueScorer(model, false),
                new ItemEmbeddings(model.weights().items()));
    }

    TopNRecommender(TrainedModel model, Predictor predictor, ItemFacts facts, CatalogueScorer scorer,
            ItemEmbeddings embeddings) {
        this.model = model;
        this.predictor = predictor;
        this.facts = facts;
        this.scorer = scorer;
        this.diversifier = new MaximalMarginalRelevance(embeddings);
        for (int item = 0; item < scorer.items(); item++) {
            learnt.set(item, predictor.warm().warmItem(item));
        }
    }

    @Override
    public List<Recommendation> recommend(String userId, int count, boolean includeRated) {
        RecommendationRequest request = RecommendationRequest.top(count);
        SeenRule rule = includeRated ? SeenRule.SHOW_RATED : SeenRule.HIDE_RATED;
        return recommend(user(userId), new RecommendationRequest(count, request.filter().with(rule), 0));
    }

    /** The items with the highest predicted rating among those that pass the request's filter, highest first. */
    public List<Recommendation> recommend(AskedUser user, RecommendationRequest request) {
        int pool = request.diversity() == 0 ? request.count()
                : (int) Math.max(POOL, Math.min(scorer.items(), (long) POOL_FACTOR * request.count()));
        BitSet candidates = candidates(user.ratings(), request.filter());
        float[] scores = scorer.scorer().scoreBest(user.embedding(), candidates, pool);
        int[] best = BestItems.of(scores, candidates, pool, facts);
        int[] chosen = diversifier.choose(best, scores, request.count(), request.diversity());
        List<Recommendation> recommendations = new ArrayList<>(chosen.length);
        for (int item : chosen) {
            recommendations.add(new Recommendation(recommendations.size() + 1, facts.item(item),
                    model.scale().clip(scores[item]), facts.ratingCount(item), actual(user.ratings(), item)));
        }
        return recommendations;
    }

    private BitSet candidates(UserRatings rated, ItemFilter filter) {
        BitSet candidates = facts.passing(filter);
        candidates.and(learnt);
        for (int k = 0; k < rated.size(); k++) {
            boolean hidden = switch (filter.seen()) {
                case HIDE_RATED -> true;
                case HIDE_TRAINED -> !rated.inTest()[k];
                case SHOW_RATED -> false;
            };
            if (hidden) {
                candidates.clear(rated.items()[k]);
            }
        }
        return candidates;
    }

    private static Optional<ActualRating> actual(UserRatings rated, int item) {
        int k = rated.find(item);
        return k < 0 ? Optional.empty() : Optional.of(new ActualRating(rated.ratings()[k], rated.inTest()[k]));
    }

    /**
     * A user of the dataset.
     *
     * @throws UnknownUserException if the model does not know the user
     */
    public AskedUser user(String userId) {
        int user = model.users().indexOf(userId.strip());
        if (user == IdIndex.UNKNOWN) {
            throw new UnknownUserException(
                    userId.strip(), model.users().id(0), model.users().id(model.users().size() - 1));
        }
        return new AskedUser(predictor.userEmbedding(user), UserRatings.of(model.history(), user));
    }

    @Override
    public List<RatedItem> ratedBy(String userId) {
        return rated(user(userId).ratings());
    }

    /** Ratings with their items, highest rating first, then by title. */
    List<RatedItem> rated(UserRatings ratings) {
        List<RatedItem> rated = new ArrayList<>(ratings.size());
        for (int k = 0; k < ratings.size(); k++) {
            rated.add(new RatedItem(facts.item(ratings.items()[k]), ratings.ratings()[k], ratings.inTest()[k]));
        }
        rated.sort(Comparator.comparingDouble(RatedItem::rating)
                .reversed()
                .thenComparing(ratedItem -> ratedItem.item().title()));
        return rated;
    }

    @Override
    public List<String> searchUsers(String prefix, int limit) {
        IdIndex users = model.users();
        String wanted = prefix.strip();
        List<String> found = new ArrayList<>();
        if (!wanted.isEmpty() && users.indexOf(wanted) != IdIndex.UNKNOWN && limit > 0) {
            found.add(wanted);
        }
        for (int user = 0; user < users.size() && found.size() < limit; user++) {
            String id = users.id(user);
            if (id.startsWith(wanted) && !id.equals(wanted)) {
                found.add(id);
            }
        }
        return found;
    }
}
