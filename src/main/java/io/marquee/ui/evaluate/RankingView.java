package io.marquee.ui.evaluate;

import atlantafx.base.theme.Styles;
import io.marquee.evaluate.ModelEvaluation;
import io.marquee.evaluate.ranking.RankingMetrics;
import io.marquee.evaluate.ranking.RankingReport;
import io.marquee.ui.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** How well the model ranks the whole catalogue, beside a ranking that knows nothing of tastes, and the protocol. */
public final class RankingView extends StackPane {

    private static final String NOBODY = "No user gave a movie of the test part four stars of five or more, so there is "
            + "nothing a ranking could have found.";

    private final GridPane table = new GridPane();
    private final Label protocol = new Label();
    private final ScrollPane results;
    private final Label message = new Label();

    public RankingView(EvaluationViewModel model) {
        setId("ranking-view");
        table.setId("ranking-table");
        table.getStyleClass().add("ranking-table");
        protocol.setWrapText(true);
        protocol.setMinHeight(USE_PREF_SIZE);
        protocol.setId("ranking-protocol");
        protocol.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        results = new ScrollPane(new VBox(10, table, protocol));
        results.setFitToWidth(true);
        results.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        results.getStyleClass().add("chart-scroll");
        message.setWrapText(true);
        message.getStyleClass().add("empty-text");
        getChildren().addAll(results, message);
        model.messageProperty().addListener((property, before, now) -> show(model));
        model.evaluationProperty().addListener((property, before, now) -> show(model));
        show(model);
    }

    /** One column: a metric, what it means, its text, and its value, of which more is better unless said otherwise. */
    private record Metric(String name, String meaning, Function<RankingMetrics, String> text,
            ToDoubleFunction<RankingMetrics> value) {}

    private static List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>();
        metrics.add(new Metric("NDCG@10", "Whether relevant movies are in the top ten, and how high: 1 is the best order there "
                + "could be. Behind ± is the standard error over users.", model -> String.format(Locale.ROOT,
                        "%.3f ± %.3f", model.ndcg(), model.ndcgStandardError()), RankingMetrics::ndcg));
        metrics.add(plain("Recall@10", "The part of a user's relevant movies that is in the top ten.",
                RankingMetrics::recall));
        metrics.add(plain("Hit@10", "The part of the users who find a relevant movie in their top ten.",
                RankingMetrics::hitRate));
        metrics.add(plain("MRR", "One divided by the rank of the first relevant movie, averaged over users.",
                RankingMetrics::reciprocalRank));
        metrics.add(new Metric("Coverage", "The part of the catalogue that is in anybody's top ten.",
                model -> String.format(Locale.ROOT, "%.1f %%", 100 * model.coverage()), RankingMetrics::coverage));
        metrics.add(new Metric("Novelty, bits", "How little known the recommended movies are: the mean of -log2 of the part of the "
                + "users who have rated them, in bits.", model -> String.format(Locale.ROOT, "%.2f", model.novelty()),
                RankingMetrics::novelty));
        return metrics;
    }

    private static Metric plain(String name, String meaning, ToDoubleFunction<RankingMetrics> value) {
        return new Metric(name, meaning, model -> String.format(Locale.ROOT, "%.3f", value.applyAsDouble(model)), value);
    }

    private void show(EvaluationViewModel model) {
        ModelEvaluation evaluation = model.evaluationProperty().get();
        boolean ranked = evaluation != null && evaluation.ranking().isPresent();
        results.setVisible(ranked);
        message.setVisible(!ranked);
        message.setText(evaluation == null ? model.messageProperty().get() : NOBODY);
        if (ranked) {
            show(evaluation.ranking().get());
        }
    }

    private void show(RankingReport report) {
        table.getChildren().clear();
        table.getColumnConstraints().setAll(new ColumnConstraints());
        List<Metric> metrics = metrics();
        for (int row = 0; row < report.models().size(); row++) {
            Label name = new Label(report.models().get(row).model());
            name.setMinWidth(USE_PREF_SIZE);
            table.add(name, 0, row + 1);
        }
        for (int column = 0; column < metrics.size(); column++) {
            Metric metric = metrics.get(column);
            ColumnConstraints right = new ColumnConstraints();
            right.setHalignment(HPos.RIGHT);
            right.setHgrow(Priority.ALWAYS);
            table.getColumnConstraints().add(right);
            Label heading = new Label(metric.name());
            heading.setMinWidth(USE_PREF_SIZE);
            heading.getStyleClass().add(Styles.TEXT_MUTED);
            Icons.explain(heading, metric.meaning());
            table.add(heading, column + 1, 0);
            double best = report.models().stream().mapToDouble(metric.value()).max().orElse(Double.NaN);
            for (int row = 0; row < report.models().size(); row++) {
                RankingMetrics ranked = report.models().get(row);
                Label value = new Label(metric.text().apply(ranked));
                value.setMinWidth(USE_PREF_SIZE);
                if (metric.value().applyAsDouble(ranked) == best) {
                    value.getStyleClass().add(Styles.TEXT_BOLD);
                }
                table.add(value, column + 1, row + 1);
            }
        }
        protocol.setText("Rankings " + report.protocol() + ".");
    }
}
