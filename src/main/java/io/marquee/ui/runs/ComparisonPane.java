package io.marquee.ui.runs;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import io.marquee.chart.Plot;
import io.marquee.chart.PlotColours;
import io.marquee.runs.CurveAxis;
import io.marquee.runs.CurveMeasure;
import io.marquee.ui.Icons;
import io.marquee.ui.chart.PlotCanvas;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The curves of the selected runs over each other, and how they are drawn. */
final class ComparisonPane extends VBox {

    private static final double TITLE_INDENT = 10;

    private final RunsViewModel model;
    private final ObservableValue<PlotColours> colours;
    private final PlotCanvas canvas = new PlotCanvas();
    private final ToggleGroup measures = new ToggleGroup();
    private final ToggleGroup axes = new ToggleGroup();
    private final ToggleButton logarithmic = new ToggleButton("Log");
    private final Label smoothingWords = new Label();
    private final Label warning = new Label();

    /** @param actions what the buttons do that need more than this pane */
    ComparisonPane(RunsViewModel model, ObservableValue<PlotColours> colours, PictureActions actions) {
        this.model = model;
        this.colours = colours;
        getStyleClass().add("comparison");
        canvas.setId("run-plot");
        canvas.coloursProperty().bind(colours);
        canvas.logarithmicProperty().bind(logarithmic.selectedProperty());
        canvas.chosenProperty().bind(model.chosenProperty());
        canvas.onPick(owner -> {
            if (owner != -1) {
                model.chosenProperty().set(owner);
            }
        });
        VBox.setVgrow(canvas, Priority.ALWAYS);
        // Its title stands below the first button.
        VBox.setMargin(canvas, new Insets(0, 0, 0, TITLE_INDENT));
        warning.setId("comparison-warning");
        warning.setWrapText(true);
        warning.setMaxWidth(Double.MAX_VALUE);
        warning.setMinHeight(USE_PREF_SIZE);
        warning.getStyleClass().add("protocol-warning");
        warning.managedProperty().bind(warning.visibleProperty());
        getChildren().addAll(toolbar(actions), warning, canvas);
        model.comparedProperty().addListener(change -> show());
        colours.addListener(change -> show());
        show();
    }

    /** What is done with the picture. */
    record PictureActions(Consumer<PlotCanvas> save, Consumer<Plot> copy) {}

    private HBox toolbar(PictureActions actions) {
        HBox measure = choice(measures, CurveMeasure.values(), CurveMeasure.BATCH_LOSS, CurveMeasure::title, value -> switch (value) {
            case BATCH_LOSS -> "The loss of each batch, faint, and smoothed";
            case TEST -> "Error on the test part after each epoch";
            case VALIDATION -> "Error on the validation part after each epoch, of runs that have one";
            case TRAIN -> "Error on the train part during each epoch";
            case ALL -> "Validation and test error as lines, train error dashed";
        });
        HBox axis = choice(axes, CurveAxis.values(), CurveAxis.EPOCH,
                value -> value == CurveAxis.SECONDS ? "Time" : capitalised(value.words()),
                value -> value == CurveAxis.SECONDS ? "By training time, pauses excluded" : "By " + value.words());
        logarithmic.setId("log-axis");
        logarithmic.getStyleClass().add(Styles.SMALL);
        logarithmic.setMinWidth(USE_PREF_SIZE);
        Icons.explain(logarithmic, "Logarithmic axis of errors");
        MenuButton save = new MenuButton(null, Icons.of(MaterialDesignD.DOTS_VERTICAL));
        Icons.named(save, "Save or copy the chart");
        save.setId("plot-menu");
        save.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL, Tweaks.NO_ARROW);
        MenuItem picture = new MenuItem("Save as PNG or SVG…");
        picture.setOnAction(event -> actions.save().accept(canvas));
        MenuItem copy = new MenuItem("Copy as table");
        copy.setOnAction(event -> actions.copy().accept(canvas.plotProperty().get()));
        save.getItems().addAll(picture, copy);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox view = new HBox(
                icon("plot-nearer", MaterialDesignP.PLUS, "Nearer (+, or the wheel; with Ctrl the wheel stretches upwards)", () -> canvas.zoom(true)),
                icon("plot-farther", MaterialDesignM.MINUS, "Farther (−)", () -> canvas.zoom(false)),
                icon("plot-all", MaterialDesignF.FIT_TO_PAGE_OUTLINE, "Show all (Home, or a double click)", canvas::showAll), save);
        view.setMinWidth(USE_PREF_SIZE);
        HBox bar = new HBox(8, measure, axis, logarithmic, smoothing(), gap, view);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("comparison-bar");
        return bar;
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private <T> HBox choice(ToggleGroup group, T[] values, T first, Function<T, String> title,
            Function<T, String> help) {
        HBox box = new HBox();
        List<ToggleButton> buttons = new ArrayList<>();
        for (T value : values) {
            ToggleButton button = new ToggleButton(title.apply(value));
            button.setId("plot-" + value.toString().toLowerCase(Locale.ROOT).replace('_', '-'));
            button.setUserData(value);
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
            button.getStyleClass().addAll(Styles.SMALL, buttons.isEmpty() ? Styles.LEFT_PILL
                    : buttons.size() == values.length - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
            button.setSelected(value == first);
            button.setOnAction(event -> {
                button.setSelected(true);
                show();
            });
            Icons.explain(button, help.apply(value));
            buttons.add(button);
        }
        box.getChildren().addAll(buttons);
        return box;
    }

    private static ButtonBase icon(String id, Ikon icon, String help, Runnable action) {
        Button button = Icons.named(new Button(null, Icons.of(icon)), help);
        button.setId(id);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** From not at all to over a thousand batches; each step of the slider doubles. */
    private HBox smoothing() {
        Slider slider = new Slider(0, 10, Math.log(model.smoothingProperty().get()) / Math.log(2));
        slider.setId("smoothing");
        slider.setPrefWidth(80);
        slider.setMinWidth(60);
        slider.setAccessibleText("Smoothing");
        slider.valueProperty().addListener((property, before, now) ->
                smoothingWords.setText(words((int) Math.round(Math.pow(2, now.doubleValue())))));
        slider.valueProperty().addListener((property, before, now) -> {
            if (!slider.isValueChanging()) {
                model.smoothingProperty().set((int) Math.round(Math.pow(2, now.doubleValue())));
            }
        });
        slider.valueChangingProperty().addListener((property, before, changing) -> {
            if (!changing) {
                model.smoothingProperty().set((int) Math.round(Math.pow(2, slider.getValue())));
            }
        });
        Icons.explain(slider, "Over how many batches losses are smoothed; the same at any zoom");
        smoothingWords.setText(words(model.smoothingProperty().get()));
        smoothingWords.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        smoothingWords.setMinWidth(0);
        smoothingWords.setPrefWidth(74);
        smoothingWords.opacityProperty().bind(Bindings.when(smoothingWords.widthProperty().lessThan(74)).then(0).otherwise(1));
        HBox box = new HBox(6, slider, smoothingWords);
        box.setAlignment(Pos.CENTER_LEFT);
        box.visibleProperty().bind(measures.selectedToggleProperty().map(
                toggle -> toggle != null && toggle.getUserData() == CurveMeasure.BATCH_LOSS));
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private static String words(int batches) {
        return batches <= 1 ? "not smoothed" : String.format(Locale.ROOT, "%,d batches", batches);
    }

    private void show() {
        ComparedRuns runs = model.comparedProperty().get();
        CurveMeasure measure = (CurveMeasure) measures.getSelectedToggle().getUserData();
        CurveAxis axis = (CurveAxis) axes.getSelectedToggle().getUserData();
        canvas.emptyTextProperty().set(runs.curves().isEmpty()
                ? "Select runs in the list to lay their curves over each other."
                : "Nothing is recorded of these runs yet.");
        canvas.plotProperty().set(runs.plot(measure, axis, colours.getValue()));
        canvas.setAccessibleText(String.format(Locale.ROOT, "Curves of %d selected runs: %s by %s. Plus and minus zoom, "
                + "arrows move, Home shows all.", runs.curves().size(), measure.words(), axis.words()));
        warning.setText(warnings(runs));
        warning.setVisible(!warning.getText().isEmpty());
    }

    private String warnings(ComparedRuns runs) {
        List<String> sentences = new ArrayList<>();
        if (model.selectedCount() > RunsViewModel.MOST_CURVES) {
            sentences.add(String.format(Locale.ROOT, "Of %,d selected runs the first %d are drawn: more curves nobody can tell apart.",
                    model.selectedCount(), RunsViewModel.MOST_CURVES));
        }
        if (!runs.obstacles().isEmpty()) {
            sentences.add("These runs were measured differently (" + runs.obstacles() + "): do not rank their errors.");
        }
        return String.join(" ", sentences);
    }
}
