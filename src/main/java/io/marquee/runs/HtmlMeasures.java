package io.marquee.runs;

import io.marquee.evaluate.ErrorGroup;
import io.marquee.evaluate.ErrorReport;
import io.marquee.evaluate.baseline.BaselineResult;
import io.marquee.evaluate.ranking.RankingReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The part of a report that says what was measured after a run. */
final class HtmlMeasures {

    private final HtmlPage page;

    HtmlMeasures(HtmlPage page) {
        this.page = page;
    }

    void write(RunMeasures measures, double testMse) {
        if (!measures.baselines().isEmpty()) {
            baselines(measures.baselines(), testMse);
        }
        measures.errors().ifPresent(this::errors);
        measures.ranking().ifPresent(this::ranking);
    }

    private void baselines(List<BaselineResult> baselines, double testMse) {
        page.heading("Baselines");
        List<List<String>> rows = new ArrayList<>();
        for (BaselineResult baseline : baselines) {
            rows.add(List.of(baseline.name() + ": " + baseline.method(), number(baseline.testMse()),
                    number(baseline.testRmse()), number(baseline.testMae())));
        }
        rows.add(List.of("This network, last epoch", number(testMse), number(Math.sqrt(testMse)), ""));
        page.table(List.of("On the same test part", "MSE", "RMSE", "MAE"), rows);
    }

    private void errors(ErrorReport errors) {
        page.heading("Where it is wrong");
        page.paragraph(String.format(Locale.ROOT, "MAE %.4f, RMSE %.4f over %,d test ratings. Bias is the mean of prediction "
                + "minus rating.", errors.overall().mae(), errors.overall().rmse(), errors.overall().ratings()));
        groups("Rating given", errors.byRating());
        groups("Train ratings of the user", errors.byActivity());
        groups("Train ratings of the movie", errors.byPopularity());
        List<List<String>> rows = new ArrayList<>();
        errors.calibration().forEach(bin -> rows.add(List.of(
                String.format(Locale.ROOT, "%.2f to %.2f", bin.from(), bin.to()),
                String.format(Locale.ROOT, "%,d", bin.ratings()), number(bin.meanPrediction()), number(bin.meanRating()))));
        page.table(List.of("Predicted stars", "Ratings", "Mean prediction", "Mean rating"), rows);
    }

    private void groups(String heading, List<ErrorGroup> groups) {
        List<List<String>> rows = new ArrayList<>();
        for (ErrorGroup group : groups) {
            rows.add(List.of(group.label(), String.format(Locale.ROOT, "%,d", group.ratings()), number(group.mse()),
                    number(group.rmse()), number(group.mae()), number(group.meanError())));
        }
        page.table(List.of(heading, "Ratings", "MSE", "RMSE", "MAE", "Bias"), rows);
    }

    private void ranking(RankingReport ranking) {
        page.heading("Ranking of the whole catalogue");
        page.paragraph(ranking.protocol());
        List<List<String>> rows = new ArrayList<>();
        ranking.models().forEach(model -> rows.add(List.of(model.model(),
                number(model.ndcg()) + " ± " + number(model.ndcgStandardError()), number(model.recall()),
                number(model.hitRate()), number(model.reciprocalRank()), number(model.coverage()), number(model.novelty()))));
        page.table(List.of("Model", "NDCG@10", "Recall@10", "Hit@10", "MRR", "Coverage", "Novelty (bits)"), rows);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.4f", value);
    }
}
