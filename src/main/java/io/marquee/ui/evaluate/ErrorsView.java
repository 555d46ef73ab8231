package io.marquee.ui.evaluate;

import io.marquee.chart.AxisRange;
import io.marquee.evaluate.CalibrationBin;
import io.marquee.evaluate.ErrorGroup;
import io.marquee.evaluate.ErrorMetrics;
import io.marquee.evaluate.ErrorReport;
import io.marquee.evaluate.ModelEvaluation;
import io.marquee.evaluate.ResidualBin;
import io.marquee.ui.chart.Bar;
import io.marquee.ui.chart.BarData;
import io.marquee.ui.chart.ChartData;
import io.marquee.ui.chart.ChartLabels;
import io.marquee.ui.chart.ChartPalette;
import io.marquee.ui.chart.ChartSeries;
import io.marquee.ui.chart.ColumnChartCanvas;
import io.marquee.ui.chart.LineChartCanvas;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;

/** Where the model is wrong: small charts of its errors by rating, user and movie, its residuals and its calibration. */
public final class ErrorsView extends StackPane {

    private final ColumnChartCanvas byRating = rmse("RMSE by rating");
    private final ColumnChartCanvas byActivity = rmse("RMSE by user's train ratings");
    private final ColumnChartCanvas byPopularity = rmse("RMSE by movie's train ratings");
    private final ColumnChartCanvas residuals = new ColumnChartCanvas("Prediction minus rating", "");
    private final LineChartCanvas calibration =
            new LineChartCanvas(new ChartLabels("Calibration", "predicted", ""));
    private final ScrollPane charts;
    private final Label message = new Label();

    /** @param palette colours of the theme */
    public ErrorsView(EvaluationViewModel model, ObservableValue<ChartPalette> palette) {
        setId("errors-view");
        for (ColumnChartCanvas chart : List.of(byRating, byActivity, byPopularity, residuals)) {
            chart.paletteProperty().bind(palette);
        }
        calibration.paletteProperty().bind(palette);
        charts = new ScrollPane(new ChartGrid(byRating, byActivity, byPopularity, residuals, calibration));
        charts.setFitToWidth(true);
        charts.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        charts.getStyleClass().add("chart-scroll");
        message.setWrapText(true);
        message.getStyleClass().add("empty-text");
        message.textProperty().bind(model.messageProperty());
        getChildren().addAll(charts, message);
        model.evaluationProperty().addListener((property, before, now) -> show(now));
        show(model.evaluationProperty().get());
    }

    private static ColumnChartCanvas rmse(String title) {
        return ColumnChartCanvas.ofFractions(title, "");
    }

    private void show(ModelEvaluation evaluation) {
        charts.setVisible(evaluation != null);
        message.setVisible(evaluation == null);
        if (evaluation == null) {
            return;
        }
        ErrorReport errors = evaluation.errors();
        byRating.dataProperty().set(groups(errors.byRating(), caption(errors.overall()), "stars"));
        byActivity.dataProperty().set(groups(errors.byActivity(), "", "train ratings"));
        byPopularity.dataProperty().set(groups(errors.byPopularity(), "", "train ratings"));
        residuals.dataProperty().set(residuals(errors.residuals()));
        calibration.dataProperty().set(calibration(errors.calibration()));
    }

    private static String caption(ErrorMetrics overall) {
        return String.format(Locale.ROOT, "MAE %.4f", overall.mae());
    }

    private static BarData groups(List<ErrorGroup> groups, String caption, String unit) {
        List<Bar> bars = new ArrayList<>();
        for (ErrorGroup group : groups) {
            int dash = group.label().indexOf('-');
            String mark = dash < 0 ? group.label().replace(" or more", "") : group.label().substring(0, dash);
            bars.add(new Bar(group.label() + " " + unit, mark, group.rmse(), String.format(Locale.ROOT,
                    "RMSE %.3f, MAE %.3f, mean error %+.3f; %,d ratings", group.rmse(), group.mae(), group.meanError(),
                    group.ratings())));
        }
        return new BarData(caption, bars);
    }

    private static BarData residuals(List<ResidualBin> bins) {
        int first = 0;
        int last = bins.size() - 1;
        while (first < last && bins.get(first).ratings() == 0) {
            first++;
        }
        while (last > first && bins.get(last).ratings() == 0) {
            last--;
        }
        long all = bins.stream().mapToLong(ResidualBin::ratings).sum();
        List<Bar> bars = new ArrayList<>();
        for (ResidualBin bin : bins.subList(first, last + 1)) {
            boolean whole = bin.from() == Math.rint(bin.from());
            bars.add(new Bar(String.format(Locale.ROOT, "%+.2f to %+.2f stars", bin.from(), bin.to()),
                    whole ? String.format(Locale.ROOT, "%+.0f", bin.from()) : "", bin.ratings(), String.format(Locale.ROOT,
                            "%,d ratings, %.1f %%", bin.ratings(), 100.0 * bin.ratings() / all)));
        }
        return new BarData("number of ratings", bars);
    }

    private static ChartData calibration(List<CalibrationBin> bins) {
        double[] predicted = bins.stream().mapToDouble(CalibrationBin::meanPrediction).toArray();
        double[] given = bins.stream().mapToDouble(CalibrationBin::meanRating).toArray();
        double low = Math.floor(Math.min(bins.get(0).from(), min(given)));
        double high = Math.ceil(Math.max(bins.get(bins.size() - 1).to(), max(given)));
        AxisRange range = new AxisRange(low, high);
        return new ChartData(List.of(
                new ChartSeries("as predicted", ChartSeries.Style.MEAN, predicted, predicted),
                new ChartSeries("given", ChartSeries.Style.TEST, predicted, given)), range, range);
    }

    private static double min(double[] values) {
        return Arrays.stream(values).min().orElse(0);
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElse(1);
    }
}
