package io.marquee.ui.run;

import io.marquee.evaluate.baseline.BaselineKind;
import io.marquee.evaluate.baseline.BaselineResult;
import io.marquee.train.EpochResult;
import io.marquee.ui.chart.ChartData;
import io.marquee.ui.chart.ChartLabels;
import io.marquee.ui.chart.ChartLevel;
import io.marquee.ui.chart.ChartPalette;
import io.marquee.ui.chart.ChartSeries;
import io.marquee.ui.chart.LineChartCanvas;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

/** Loss per batch and error per epoch: side by side where there is room, one above the other where there is not. */
public final class ChartsPane extends Region {

    private static final double SIDE_BY_SIDE_WIDTH = 860;
    private static final double GAP = 12;

    /** A long run begins with an axis of so many epochs, and its curve never fills less than half from there on. */
    private static final int EPOCHS_AT_FIRST = 30;

    private final LineChartCanvas batches = new LineChartCanvas(new ChartLabels("Loss per batch (MSE)", "batch",
            "The loss of each batch appears here while training."));
    private final LineChartCanvas epochs = new LineChartCanvas(new ChartLabels("Error per epoch (MSE)", "epoch",
            "Train and test error appear here after the first epoch."));
    private final ObservableValue<List<BaselineResult>> baselines;
    private final ObjectProperty<ChartPalette> palette = new SimpleObjectProperty<>(ChartPalette.LIGHT);

    /** @param baselines what simple models reach on the test part of the run, as far as it is known */
    public ChartsPane(RunViewModel model, ObservableValue<List<BaselineResult>> baselines) {
        this.baselines = baselines;
        getStyleClass().add("charts");
        batches.setId("batch-chart");
        epochs.setId("epoch-chart");
        batches.paletteProperty().bind(palette);
        epochs.paletteProperty().bind(palette);
        getChildren().addAll(batches, epochs);
        model.snapshotProperty().addListener((property, before, now) -> show(before, now));
        baselines.addListener(change -> epochs.dataProperty().set(epochData(model.snapshotProperty().get())));
        show(TrainingMonitor.Snapshot.empty(), model.snapshotProperty().get());
    }

    public ObjectProperty<ChartPalette> paletteProperty() {
        return palette;
    }

    private void show(TrainingMonitor.Snapshot before, TrainingMonitor.Snapshot now) {
        if (before.losses().count() != now.losses().count()) {
            batches.dataProperty().set(ChartData.batchLoss(now.losses()));
        }
        if (!before.epochs().equals(now.epochs())) {
            epochs.dataProperty().set(epochData(now));
        }
    }

    private ChartData epochData(TrainingMonitor.Snapshot now) {
        int planned = Math.min(Math.max(1, now.epochsPlanned()), Math.max(EPOCHS_AT_FIRST, 2 * now.epochs().size()));
        List<ChartLevel> levels = new ArrayList<>();
        for (BaselineResult baseline : baselines.getValue()) {
            levels.add(new ChartLevel(baseline.kind().shortLabel(), style(baseline.kind()),
                    baseline.validationMse().orElse(baseline.testMse())));
        }
        now.started().ifPresent(started -> started.noiseFloor().ifPresent(floor ->
                levels.add(new ChartLevel("floor", ChartSeries.Style.LEVEL, floor))));
        boolean validates = now.started().map(started -> started.protocol().validationRatings() > 0).orElse(false);
        return ChartData.epochErrors(planned, column(now.epochs(), EpochResult::trainMse),
                validates ? "validation" : "test", column(now.epochs(), EpochResult::comparedMse), levels);
    }

    private static ChartSeries.Style style(BaselineKind kind) {
        return switch (kind) {
            case GLOBAL_MEAN -> ChartSeries.Style.MEAN;
            case MEANS -> ChartSeries.Style.MEANS;
            case FACTORIZATION -> ChartSeries.Style.FACTORS;
        };
    }

    private static double[] column(List<EpochResult> epochs, ToDoubleFunction<EpochResult> value) {
        return epochs.stream().mapToDouble(value).toArray();
    }

    @Override
    protected void layoutChildren() {
        double x = snappedLeftInset();
        double y = snappedTopInset();
        double width = getWidth() - x - snappedRightInset();
        double height = getHeight() - y - snappedBottomInset();
        if (width >= SIDE_BY_SIDE_WIDTH) {
            double half = Math.floor((width - GAP) / 2);
            batches.resizeRelocate(x, y, half, height);
            epochs.resizeRelocate(x + half + GAP, y, width - half - GAP, height);
        } else {
            double half = Math.floor((height - GAP) / 2);
            batches.resizeRelocate(x, y, width, half);
            epochs.resizeRelocate(x, y + half + GAP, width, height - half - GAP);
        }
    }

    @Override
    protected double computeMinHeight(double width) {
        return 250;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 320;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 380;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 700;
    }
}
