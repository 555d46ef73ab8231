package io.marquee.ui.run;

import atlantafx.base.theme.Styles;
import io.marquee.runs.SettingsWords;
import io.marquee.train.LearningRateCurve;
import io.marquee.ui.DisabledTooltips;
import io.marquee.ui.Icons;
import io.marquee.ui.chart.ChartData;
import io.marquee.ui.chart.ChartLabels;
import io.marquee.ui.chart.ChartPalette;
import io.marquee.ui.chart.LineChartCanvas;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Shows how the loss answers to the learning rate, and the suggested rate with a button that takes it. */
public final class RateFinderDialog extends Dialog<ButtonType> {

    private static final ButtonType USE = new ButtonType("Use it", ButtonBar.ButtonData.OK_DONE);

    /** @param use gets the suggested rate when a person takes it */
    public RateFinderDialog(Window owner, RateFinderViewModel model, ObservableValue<ChartPalette> palette,
            DoubleConsumer use) {
        initOwner(owner);
        setTitle("Find a learning rate");
        setResizable(true);
        LineChartCanvas chart = new LineChartCanvas(new ChartLabels("Loss by learning rate (MSE)",
                "rate", "Some hundred steps are being trained at rising rates."));
        chart.setId("rate-chart");
        chart.setPrefSize(640, 320);
        chart.setMinSize(320, 200);
        chart.paletteProperty().bind(palette);
        Label words = new Label();
        words.setId("rate-words");
        words.setWrapText(true);
        words.setMinHeight(VBox.USE_PREF_SIZE);
        words.setMaxWidth(640);
        words.textProperty().bind(Bindings.createStringBinding(() -> words(model), model.curveProperty(),
                model.failureProperty(), model.searchingProperty()));
        words.getStyleClass().add(Styles.TEXT_MUTED);
        VBox content = new VBox(8, chart, words);
        content.setFillWidth(true);
        getDialogPane().setContent(content);
        getDialogPane().getButtonTypes().addAll(USE, ButtonType.CLOSE);
        Button take = (Button) getDialogPane().lookupButton(USE);
        take.setId("rate-use");
        take.disableProperty().bind(model.curveProperty().isNull());
        Icons.explain(take, "Put the suggested rate into the form", "No rate has been found: the words above say how far the search is.");
        DisabledTooltips.install(getDialogPane().getScene());
        take.setOnAction(event -> use.accept(model.curveProperty().get().suggestion()));
        model.curveProperty().addListener((property, before, curve) -> show(curve, chart));
        show(model.curveProperty().get(), chart);
        setOnHidden(event -> model.cancel());
    }

    private static void show(LearningRateCurve curve, LineChartCanvas chart) {
        chart.dataProperty().set(curve == null ? ChartData.empty() : ChartData.curve("loss",
                curve.points().stream().mapToDouble(LearningRateCurve.Point::learningRate).toArray(),
                curve.points().stream().mapToDouble(LearningRateCurve.Point::loss).toArray(),
                "suggested " + SettingsWords.number(curve.suggestion()), curve.suggestion()));
    }

    private static String words(RateFinderViewModel model) {
        if (!model.failureProperty().get().isEmpty()) {
            return model.failureProperty().get();
        }
        LearningRateCurve curve = model.curveProperty().get();
        if (curve == null) {
            return "Training some hundred steps while the learning rate grows …";
        }
        return String.format(Locale.ROOT, "Suggested: %s, a tenth of the rate with the lowest loss, or of the highest it bears. "
                + "Measured on %,d ratings of the train part, one step each batch; the loss is smoothed.", SettingsWords.number(curve.suggestion()), curve.ratings());
    }
}
