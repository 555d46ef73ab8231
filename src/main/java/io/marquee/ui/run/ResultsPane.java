package io.marquee.ui.run;

import atlantafx.base.theme.Styles;
import io.marquee.ui.Icons;
import io.marquee.ui.LineBreaks;
import io.marquee.ui.Message;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/**
 * The results of a run, one kind at a time: the table of epochs with what its colours mean, or one of the pages given. Below
 * them the verdict on the time, and how the numbers were measured.
 */
public final class ResultsPane extends VBox {

    private static final String EPOCHS = "Epochs";

    /** Below this, and below that where a note stands above the table, sentences have one line, so that some epochs are seen. */
    private static final double ROOM_FOR_SENTENCES = 250;
    private static final double ROOM_WITH_A_NOTE = 330;

    private final RunViewModel model;
    private final Label verdict = new Label();
    private final Label protocol = new Label();

    /** @param pages what there is beside the epochs, by name */
    public ResultsPane(RunViewModel model, CrossValidationViewModel crossValidation, Map<String, Node> pages) {
        super(6);
        this.model = model;
        getStyleClass().add("results");
        EpochTable table = new EpochTable(model);
        StackPane shown = new StackPane(table);
        VBox.setVgrow(shown, Priority.ALWAYS);
        HBox legend = legend();
        verdict.setId("verdict");
        verdict.setMinHeight(USE_PREF_SIZE);
        verdict.managedProperty().bind(verdict.textProperty().isNotEmpty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Map<String, Node> all = new LinkedHashMap<>();
        all.put(EPOCHS, table);
        all.putAll(pages);
        HBox line = new HBox(12, pageButtons(all, shown, legend), gap, legend);
        line.setAlignment(Pos.CENTER_LEFT);
        protocol.setId("protocol");
        protocol.setMinHeight(USE_PREF_SIZE);
        protocol.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        protocol.managedProperty().bind(protocol.textProperty().isNotEmpty());
        Message folds = crossValidationLine(crossValidation);
        Message note = note(model);
        BooleanBinding roomy = heightProperty().greaterThan(ROOM_WITH_A_NOTE)
                .or(folds.visibleProperty().or(note.visibleProperty()).not().and(heightProperty().greaterThan(ROOM_FOR_SENTENCES)));
        for (Label sentence : new Label[] {folds, note, verdict, protocol}) {
            sentence.wrapTextProperty().bind(roomy);
        }
        getChildren().addAll(folds, note, line, shown, verdict, protocol);
        model.epochs().addListener((InvalidationListener) change -> show());
        model.snapshotProperty().addListener((property, before, now) -> {
            if (!before.started().equals(now.started())) {
                show();
            }
        });
        show();
    }

    private static HBox pageButtons(Map<String, Node> pages, StackPane shown, Node legend) {
        ToggleGroup group = new ToggleGroup();
        HBox buttons = new HBox();
        buttons.setMinWidth(USE_PREF_SIZE);
        for (Map.Entry<String, Node> page : pages.entrySet()) {
            ToggleButton button = new ToggleButton(page.getKey());
            button.setId("results-" + page.getKey().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
            int place = buttons.getChildren().size();
            button.getStyleClass().addAll(Styles.SMALL, pages.size() == 1 ? Styles.FLAT : place == 0 ? Styles.LEFT_PILL
                    : place == pages.size() - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
            button.setOnAction(event -> {
                // A click on the chosen button would leave none chosen.
                button.setSelected(true);
                shown.getChildren().setAll(page.getValue());
                legend.setVisible(page.getKey().equals(EPOCHS));
            });
            button.setSelected(place == 0);
            buttons.getChildren().add(button);
        }
        return buttons;
    }

    /** What happened last besides batches and epochs. */
    private static Message note(RunViewModel model) {
        Message note = new Message("run-note", model.snapshotProperty().map(TrainingMonitor.Snapshot::note), "result-line");
        note.setMaxWidth(Double.MAX_VALUE);
        note.textProperty().addListener((property, before, now) -> Icons.explain(note, now));
        return note;
    }

    private static Message crossValidationLine(CrossValidationViewModel crossValidation) {
        Message line = new Message("cross-validation", crossValidation.summaryProperty(), "result-line");
        line.setGraphic(Icons.of(MaterialDesignS.SIGMA));
        line.setMaxWidth(Double.MAX_VALUE);
        Runnable explain = () -> Icons.explain(line, line.getText() + "\n" + crossValidation.detailsProperty().get());
        crossValidation.summaryProperty().addListener(change -> explain.run());
        crossValidation.detailsProperty().addListener(change -> explain.run());
        return line;
    }

    private void show() {
        verdict.setText(LineBreaks.keep(RunReport.verdict(model.epochs())));
        Icons.explain(verdict, "Shares of the training thread's time over all epochs of this run. " + verdict.getText());
        protocol.setText(LineBreaks.keep(RunReport.protocol(model.snapshotProperty().get())));
        Icons.explain(protocol, "How these numbers were measured; only numbers measured alike can be compared.\n" + protocol.getText());
    }

    private static HBox legend() {
        HBox legend = new HBox(8);
        legend.setAlignment(Pos.CENTER_RIGHT);
        // In a narrow window it gives way: each colour is named on hover, too.
        legend.setMinWidth(0);
        legend.opacityProperty().bind(Bindings.createDoubleBinding(
                () -> legend.getWidth() < Math.floor(legend.prefWidth(-1)) ? 0.0 : 1.0, legend.widthProperty()));
        for (Phase phase : Phase.values()) {
            Region dot = new Region();
            dot.getStyleClass().addAll("phase-dot", phase.styleClass());
            Label label = new Label(phase.label(), dot);
            label.setMinWidth(Region.USE_PREF_SIZE);
            label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
            legend.getChildren().add(label);
        }
        return legend;
    }
}
