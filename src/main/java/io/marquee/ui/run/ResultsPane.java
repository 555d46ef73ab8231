package io.marquee.ui.run;

import atlantafx.base.theme.Styles;
import io.marquee.ui.Icons;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The table of epochs, what its colours mean, the verdict on the time, and how the numbers were measured. */
public final class ResultsPane extends VBox {

    private final RunViewModel model;
    private final Label verdict = new Label();
    private final Label protocol = new Label();

    public ResultsPane(RunViewModel model, CrossValidationViewModel crossValidation) {
        super(6);
        this.model = model;
        getStyleClass().add("results");
        EpochTable table = new EpochTable(model);
        VBox.setVgrow(table, Priority.ALWAYS);
        verdict.setId("verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(USE_PREF_SIZE);
        verdict.managedProperty().bind(verdict.textProperty().isNotEmpty());
        Label heading = new Label("Epochs");
        heading.getStyleClass().add("subheading");
        heading.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(12, heading, gap, legend());
        line.setAlignment(Pos.CENTER_LEFT);
        protocol.setId("protocol");
        protocol.setWrapText(true);
        protocol.setMinHeight(USE_PREF_SIZE);
        protocol.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        protocol.managedProperty().bind(protocol.textProperty().isNotEmpty());
        getChildren().addAll(crossValidationLine(crossValidation), line, table, verdict, protocol);
        model.epochs().addListener((InvalidationListener) change -> show());
        model.snapshotProperty().addListener((property, before, now) -> {
            if (!before.started().equals(now.started())) {
                show();
            }
        });
        show();
    }

    private static Label crossValidationLine(CrossValidationViewModel crossValidation) {
        Label line = new Label(null, Icons.of(MaterialDesignS.SIGMA));
        line.setId("cross-validation");
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        line.setMaxWidth(Double.MAX_VALUE);
        line.getStyleClass().add("result-line");
        line.textProperty().bind(crossValidation.summaryProperty());
        line.visibleProperty().bind(line.textProperty().isNotEmpty());
        line.managedProperty().bind(line.visibleProperty());
        crossValidation.detailsProperty().addListener((property, before, now) -> Icons.explain(line, now));
        return line;
    }

    private void show() {
        verdict.setText(RunReport.verdict(model.epochs()));
        Icons.explain(verdict, "Shares of the training thread's time over all epochs of this run. " + verdict.getText());
        protocol.setText(RunReport.protocol(model.snapshotProperty().get()));
        Icons.explain(protocol, "How these numbers were measured. Only numbers measured alike can be compared.");
    }

    private static HBox legend() {
        HBox legend = new HBox(10);
        legend.setAlignment(Pos.CENTER_RIGHT);
        legend.setMinWidth(Region.USE_PREF_SIZE);
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
