package io.marquee.evaluate.ranking;

import io.marquee.evaluate.work.Workers;
import io.marquee.model.Predictor;
import io.marquee.model.TrainedModel;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Has models rank the whole catalogue for the users of a {@link RankingTask}, on all cores. */
public final class RankingEvaluator {

    private static final String MODEL = "Network";
    private static final String POPULARITY = "Most rated first";

    private final RankingTask task;
    private final int threads;

    /** @param threads number of threads, at least 1; results do not depend on it */
    public RankingEvaluator(RankingTask task, int threads) {
        this.task = task;
        this.threads = threads;
    }

    /**
     * Ranks by a model's predictions, not clipped so that none are equal, and by popularity, which knows nothing of tastes.
     *
     * @param mayGoOn asked between users, from any thread
     * @return empty if {@code mayGoOn} said no
     */
    public Optional<RankingReport> evaluate(TrainedModel model, BooleanSupplier mayGoOn) {
        Predictor predictor = Predictor.of(model, false);
        Optional<RankingMetrics> network = rank(MODEL, () -> scorer(predictor), mayGoOn);
        Optional<RankingMetrics> popular = network.flatMap(done -> rank(POPULARITY, () -> this::scorePopularity, mayGoOn));
        return popular.map(baseline -> new RankingReport(task.protocol(), task.size(), task.eligible(), task.candidates(),
                task.threshold(), task.seed(), List.of(network.get(), baseline)));
    }

    private ItemScorer scorer(Predictor predictor) {
        Predictor.Scorer scorer = predictor.scorer();
        int[] users = new int[task.items()];
        int[] items = new int[task.items()];
        Arrays.setAll(items, item -> item);
        return (user, scores) -> {
            Arrays.fill(users, user);
            scorer.predict(users, items, items.length, scores);
        };
    }

    private void scorePopularity(int user, float[] scores) {
        for (int item = 0; item < scores.length; item++) {
            scores[item] = task.trainRaters(item);
        }
    }

    /** The metrics of one ranking; scorers are made one a thread. */
    Optional<RankingMetrics> rank(String name, Supplier<ItemScorer> scorers, BooleanSupplier mayGoOn) {
        UserRanking[] rankings = new UserRanking[task.size()];
        AtomicInteger next = new AtomicInteger();
        Runnable worker = () -> {
            ItemScorer scorer = scorers.get();
            float[] scores = new float[task.items()];
            for (int i = next.getAndIncrement(); i < rankings.length; i = next.getAndIncrement()) {
                if (!mayGoOn.getAsBoolean()) {
                    throw new CancellationException("Ranking stopped");
                }
                scorer.score(task.user(i), scores);
                rankings[i] = UserRanking.of(task, i, scores);
            }
        };
        return Workers.run("marquee-ranking", threads, worker) ? Optional.of(metrics(name, rankings)) : Optional.empty();
    }

    private RankingMetrics metrics(String name, UserRanking[] rankings) {
        int users = rankings.length;
        double ndcg = 0;
        double squares = 0;
        double recall = 0;
        double hits = 0;
        double reciprocal = 0;
        double information = 0;
        long listed = 0;
        BitSet shown = new BitSet();
        for (UserRanking ranking : rankings) {
            ndcg += ranking.ndcg();
            squares += ranking.ndcg() * ranking.ndcg();
            recall += ranking.recall();
            hits += ranking.recall() > 0 ? 1 : 0;
            reciprocal += ranking.reciprocalRank();
            for (int item : ranking.top()) {
                shown.set(item);
                information -= Math.log((double) task.trainRaters(item) / task.trainUsers()) / Math.log(2);
                listed++;
            }
        }
        double mean = ndcg / users;
        double deviation = Math.sqrt(Math.max(0, squares / users - mean * mean));
        return new RankingMetrics(name, mean, deviation / Math.sqrt(users), recall / users, hits / users, reciprocal / users,
                (double) shown.cardinality() / task.candidates(), information / listed);
    }
}
