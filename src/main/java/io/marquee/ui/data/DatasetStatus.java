package io.marquee.ui.data;

import atlantafx.base.theme.Styles;
import io.marquee.train.LoadVerdict;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How far the chosen dataset is: the opening's progress, what went wrong, or what it holds. */
public final class DatasetStatus extends VBox {

    private static final String WARNING = "-fx-text-fill: -color-danger-fg";

    private final DatasetViewModel model;
    private final DatasetChoosers choosers;

    public DatasetStatus(DatasetViewModel model, DatasetChoosers choosers) {
        super(6);
        this.model = model;
        this.choosers = choosers;
        model.stateProperty().addListener(change -> showState());
        showState();
    }

    private void showState() {
        getChildren().setAll(switch (model.stateProperty().get()) {
            case NONE -> new Label("No dataset yet.");
            case LOADING -> loading();
            case READY -> facts(model.summaryProperty().get());
            case FAILED, CANCELLED -> failed();
        });
    }

    private Node loading() {
        ProgressBar bar = new ProgressBar();
        bar.setId("dataset-progress");
        bar.progressProperty().bind(model.progressProperty());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText("Opening the dataset");
        Label what = new Label();
        what.textProperty().bind(model.progressTextProperty());
        what.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button cancel = new Button("Cancel");
        cancel.setId("dataset-cancel");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.getStyleClass().add(Styles.SMALL);
        cancel.setOnAction(event -> model.cancel());
        HBox line = new HBox(8, what, gap, cancel);
        line.setAlignment(Pos.CENTER_LEFT);
        return new VBox(6, bar, line, verdict());
    }

    private Node verdict() {
        Label verdict = new Label();
        verdict.setId("dataset-verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(USE_PREF_SIZE);
        verdict.textProperty().bind(model.verdictProperty().map(LoadVerdict::sentenceWithSize).orElse(""));
        verdict.styleProperty().bind(model.verdictProperty().map(told -> told.fits() ? "" : WARNING).orElse(""));
        verdict.visibleProperty().bind(verdict.textProperty().isNotEmpty());
        verdict.managedProperty().bind(verdict.visibleProperty());
        verdict.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        return verdict;
    }

    private Node failed() {
        Label message = new Label();
        message.setId("dataset-message");
        message.textProperty().bind(model.messageProperty());
        message.setWrapText(true);
        message.setMinHeight(USE_PREF_SIZE);
        message.getStyleClass().add(
                model.stateProperty().get() == DatasetViewModel.State.FAILED ? "field-error" : Styles.TEXT_MUTED);
        Button retry = new Button("Try again");
        retry.getStyleClass().add(Styles.SMALL);
        retry.setOnAction(event -> model.retry());
        HBox buttons = new HBox(8, retry);
        buttons.getStyleClass().add("buttons");
        String unmapped = model.unmappedProperty().get();
        if (unmapped != null) {
            Button map = new Button("Map columns…");
            map.setId("dataset-map-columns");
            map.getStyleClass().add(Styles.SMALL);
            map.setOnAction(event -> choosers.mapColumns(unmapped));
            buttons.getChildren().add(0, map);
        }
        return new VBox(6, message, buttons);
    }

    private Node facts(DatasetFacts summary) {
        GridPane grid = new GridPane();
        grid.setId("dataset-facts");
        grid.getStyleClass().add("facts");
        ColumnConstraints labels = new ColumnConstraints();
        labels.setMinWidth(84);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setMinWidth(0);
        grid.getColumnConstraints().addAll(labels, values);
        int row = 0;
        for (DatasetFacts.Fact fact : summary.facts()) {
            Label label = new Label(fact.label());
            label.getStyleClass().add(Styles.TEXT_MUTED);
            Label value = new Label(fact.value());
            value.setWrapText(true);
            value.setMinHeight(USE_PREF_SIZE);
            grid.addRow(row++, label, value);
        }
        Hyperlink report = new Hyperlink("Full import report");
        report.setId("dataset-report");
        report.setOnAction(event -> choosers.showText("Import report", summary.report()));
        return new VBox(2, grid, report);
    }
}
