package io.marquee.evaluate;

import io.marquee.data.Split;
import io.marquee.evaluate.ranking.RankingEvaluator;
import io.marquee.evaluate.ranking.RankingReport;
import io.marquee.evaluate.ranking.RankingTask;
import io.marquee.model.TrainedModel;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * All that is measured of a trained model.
 *
 * @param errors where its predictions are wrong
 * @param ranking how good the head of its rankings is; empty where no user has a relevant item to find, or nobody asked
 */
public record ModelEvaluation(ErrorReport errors, Optional<RankingReport> ranking) {

    /**
     * Measures a model on the test part of the split it was trained on.
     *
     * @param rankingUsers most users to rank for; 0 for no ranking
     * @param seed seed of the choice of users
     * @param mayGoOn asked from time to time, from any thread
     * @return empty if {@code mayGoOn} said no
     */
    public static Optional<ModelEvaluation> onTest(
            TrainedModel model, Split split, int rankingUsers, long seed, BooleanSupplier mayGoOn) {
        Optional<ErrorReport> errors = new ErrorAnalysis(model).onTest(split, mayGoOn);
        if (errors.isEmpty()) {
            return Optional.empty();
        }
        RankingTask task = RankingTask.of(split, rankingUsers, seed);
        if (task.size() == 0) {
            return Optional.of(new ModelEvaluation(errors.get(), Optional.empty()));
        }
        return rank(model, task, mayGoOn).map(ranking -> new ModelEvaluation(errors.get(), Optional.of(ranking)));
    }

    /** The ranking of a model on its own, by the ratings that were held out of its training; likewise. */
    public static Optional<RankingReport> rank(TrainedModel model, int rankingUsers, long seed, BooleanSupplier mayGoOn) {
        RankingTask task = RankingTask.of(model, rankingUsers, seed);
        return task.size() == 0 ? Optional.empty() : rank(model, task, mayGoOn);
    }

    private static Optional<RankingReport> rank(TrainedModel model, RankingTask task, BooleanSupplier mayGoOn) {
        return new RankingEvaluator(task, Runtime.getRuntime().availableProcessors()).evaluate(model, mayGoOn);
    }
}
