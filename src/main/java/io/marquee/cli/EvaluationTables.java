package io.marquee.cli;

import io.marquee.evaluate.CalibrationBin;
import io.marquee.evaluate.ErrorGroup;
import io.marquee.evaluate.ErrorReport;
import io.marquee.evaluate.ResidualBin;
import io.marquee.evaluate.baseline.BaselineResult;
import io.marquee.evaluate.ranking.RankingMetrics;
import io.marquee.evaluate.ranking.RankingReport;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints where a model is wrong, how it ranks, and what simpler models reach. */
final class EvaluationTables {

    private static final int BAR = 30;

    private final Console console;

    EvaluationTables(Console console) {
        this.console = console;
    }

    void errors(ErrorReport report) {
        groups("Errors by rating", report.byRating());
        groups("Errors by the user's train ratings", report.byActivity());
        groups("Errors by the movie's train ratings", report.byPopularity());
        residuals(report.residuals());
        calibration(report.calibration());
    }

    private void groups(String title, List<ErrorGroup> groups) {
        console.result("");
        console.result("%-36s  %11s  %7s  %7s  %10s", title, "Ratings", "RMSE", "MAE", "Mean error");
        for (ErrorGroup group : groups) {
            console.result("  %-34s  %,11d  %7.4f  %7.4f  %+10.4f", group.label(), group.ratings(), group.rmse(),
                    group.mae(), group.meanError());
        }
    }

    private void residuals(List<ResidualBin> bins) {
        long most = bins.stream().mapToLong(ResidualBin::ratings).max().orElse(0);
        console.result("");
        console.result("%-36s  %11s", "Residuals (prediction - rating)", "Ratings");
        for (ResidualBin bin : bins) {
            if (bin.ratings() > 0) {
                console.result("  %-34s  %,11d  %s", range(bin.from(), bin.to(), "%+.2f"), bin.ratings(),
                        "#".repeat((int) Math.round((double) BAR * bin.ratings() / most)));
            }
        }
    }

    private void calibration(List<CalibrationBin> bins) {
        console.result("");
        console.result("%-36s  %11s  %9s  %9s", "Calibration (by prediction)", "Ratings", "Predicted", "Given");
        for (CalibrationBin bin : bins) {
            console.result("  %-34s  %,11d  %9.3f  %9.3f", range(bin.from(), bin.to(), "%.2f"), bin.ratings(),
                    bin.meanPrediction(), bin.meanRating());
        }
    }

    private static String range(double from, double to, String format) {
        return String.format(Locale.ROOT, format + " to " + format, from, to);
    }

    void ranking(RankingReport report) {
        console.result("");
        console.result("%-20s  %16s  %9s  %6s  %6s  %8s  %12s", "Ranking", "NDCG@10", "Recall@10", "Hit@10", "MRR",
                "Coverage", "Novelty");
        for (RankingMetrics model : report.models()) {
            console.result("  %-18s  %7.4f +- %6.4f  %9.4f  %6.4f  %6.4f  %6.1f %%  %7.2f bits", model.model(),
                    model.ndcg(), model.ndcgStandardError(), model.recall(), model.hitRate(), model.reciprocalRank(),
                    100 * model.coverage(), model.novelty());
        }
        console.result("Ranking protocol: %s.", report.protocol());
    }

    /** One line that says what simpler models reach. */
    void baselines(List<BaselineResult> baselines) {
        if (!baselines.isEmpty()) {
            console.result("Baselines: test MSE %s.", baselines.stream()
                    .map(baseline -> String.format(Locale.ROOT, "%.4f by %s", baseline.testMse(),
                            baseline.name().toLowerCase(Locale.ROOT)))
                    .collect(Collectors.joining(", ")));
        }
    }
}
