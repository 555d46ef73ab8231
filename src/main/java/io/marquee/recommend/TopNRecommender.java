package io.marquee.recommend;

import io.marquee.data.IdIndex;
import io.marquee.data.Item;
import io.marquee.data.RatedItems;
import io.marquee.model.Predictor;
import io.marquee.model.TrainedModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Scores the whole catalogue of rated items for a user and keeps the best. Items the network has not learnt (those rated
 * in the test part only) are never recommended: nothing is known of them.
 */
public final class TopNRecommender implements Recommender {

    private static final int CHUNK = 4096;

    private final TrainedModel model;
    private final Predictor predictor;
    private final List<Item> items;
    private final int[] ratingCounts;

    public TopNRecommender(TrainedModel model) {
        this.model = model;
        this.predictor = Predictor.of(model, true);
        this.items = model.catalogue().itemsOf(model.items());
        this.ratingCounts = ratingCounts(model);
    }

    private static int[] ratingCounts(TrainedModel model) {
        int[] counts = new int[model.items().size()];
        RatedItems history = model.history();
        for (int user = 0; user < history.users(); user++) {
            for (int k = 0; k < history.count(user); k++) {
                counts[history.item(user, k)]++;
            }
        }
        return counts;
    }

    @Override
    public List<Recommendation> recommend(String userId, int count, boolean includeRated) {
        if (count < 1) {
            throw new IllegalArgumentException("Ask for at least one recommendation, not " + count + ".");
        }
        int user = userIndex(userId);
        int[] candidates = candidates(user, includeRated);
        // The worst of the best on top; ties go to the item rated more often, then to the lower index.
        Comparator<Scored> worstFirst = Comparator.comparingDouble(Scored::rating)
                .thenComparingInt(scored -> ratingCounts[scored.item])
                .thenComparing(Comparator.comparingInt(Scored::item).reversed());
        PriorityQueue<Scored> best = new PriorityQueue<>(worstFirst);
        Predictor.Scorer scorer = predictor.scorer();
        int[] users = new int[CHUNK];
        int[] chunk = new int[CHUNK];
        float[] ratings = new float[CHUNK];
        Arrays.fill(users, user);
        for (int from = 0; from < candidates.length; from += CHUNK) {
            int size = Math.min(CHUNK, candidates.length - from);
            System.arraycopy(candidates, from, chunk, 0, size);
            scorer.predict(users, chunk, size, ratings);
            for (int i = 0; i < size; i++) {
                best.add(new Scored(chunk[i], ratings[i]));
                if (best.size() > count) {
                    best.poll();
                }
            }
        }
        return ranked(best, worstFirst);
    }

    private List<Recommendation> ranked(PriorityQueue<Scored> best, Comparator<Scored> worstFirst) {
        List<Scored> sorted = new ArrayList<>(best);
        sorted.sort(worstFirst.reversed());
        List<Recommendation> ranked = new ArrayList<>(sorted.size());
        for (Scored scored : sorted) {
            ranked.add(new Recommendation(
                    ranked.size() + 1, items.get(scored.item), scored.rating, ratingCounts[scored.item]));
        }
        return ranked;
    }

    private int[] candidates(int user, boolean includeRated) {
        boolean[] excluded = new boolean[items.size()];
        if (!includeRated) {
            for (int k = 0; k < model.history().count(user); k++) {
                excluded[model.history().item(user, k)] = true;
            }
        }
        int[] candidates = new int[items.size()];
        int count = 0;
        for (int item = 0; item < excluded.length; item++) {
            if (!excluded[item] && predictor.warm().warmItem(item)) {
                candidates[count++] = item;
            }
        }
        return Arrays.copyOf(candidates, count);
    }

    @Override
    public List<RatedItem> ratedBy(String userId) {
        int user = userIndex(userId);
        RatedItems history = model.history();
        List<RatedItem> rated = new ArrayList<>(history.count(user));
        for (int k = 0; k < history.count(user); k++) {
            rated.add(new RatedItem(items.get(history.item(user, k)), history.rating(user, k)));
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

    private int userIndex(String userId) {
        int user = model.users().indexOf(userId.strip());
        if (user == IdIndex.UNKNOWN) {
            throw new UnknownUserException(
                    userId.strip(), model.users().id(0), model.users().id(model.users().size() - 1));
        }
        return user;
    }

    private record Scored(int item, float rating) {}
}
