package io.marquee.ui.runs;

import atlantafx.base.theme.Styles;
import io.marquee.chart.PlotColours;
import io.marquee.runs.Comparison;
import io.marquee.runs.RunCurves;
import io.marquee.runs.RunDetails;
import io.marquee.ui.Icons;
import io.marquee.ui.LineBreaks;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One run in full: notes and colour, which can be changed, protocol, settings and machine. */
final class RunDetailsPane extends ScrollPane {

    private static final double NAMES = 108;

    private final RunsViewModel model;
    private final ObservableValue<PlotColours> colours;
    private final Label title = new Label();
    private final Label lead = new Label();
    private final TextArea notes = new TextArea();
    private final FlowPane swatches = new FlowPane(6, 6);
    private final GridPane facts = new GridPane();
    private final VBox content;
    private final Label empty = new Label("Select one run to see its settings, protocol and notes.");
    private RunRow shown;

    RunDetailsPane(RunsViewModel model, ObservableValue<PlotColours> colours) {
        this.model = model;
        this.colours = colours;
        setId("run-details");
        setFitToWidth(true);
        getStyleClass().add("run-details");
        title.getStyleClass().add("section-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        lead.setWrapText(true);
        lead.setMinHeight(Region.USE_PREF_SIZE);
        lead.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        notes.setId("run-notes");
        notes.setPromptText("Notes: what you tried, what you saw");
        notes.setAccessibleText("Notes of this run");
        notes.setPrefRowCount(3);
        notes.setWrapText(true);
        notes.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                saveNotes();
            }
        });
        facts.getStyleClass().add("facts");
        facts.setHgap(10);
        facts.setVgap(3);
        // A long name must not leave its value a column of single words.
        ColumnConstraints names = new ColumnConstraints(NAMES);
        ColumnConstraints values = new ColumnConstraints();
        values.setMinWidth(0);
        values.setHgrow(Priority.ALWAYS);
        facts.getColumnConstraints().addAll(names, values);
        content = new VBox(8, title, lead, swatches, notes, facts);
        content.setPadding(new Insets(10, 14, 14, 14));
        empty.getStyleClass().add(Styles.TEXT_MUTED);
        empty.setWrapText(true);
        empty.setPadding(new Insets(14));
        setContent(empty);
        colours.addListener(change -> makeSwatches());
        makeSwatches();
        model.chosenProperty().addListener(change -> show());
        model.comparedProperty().addListener(change -> show());
    }

    /** Keeps what was typed before something else is shown. */
    void saveNotes() {
        if (shown != null) {
            model.note(shown, notes.getText());
        }
    }

    private void makeSwatches() {
        swatches.getChildren().clear();
        for (int i = 0; i < colours.getValue().lines().size(); i++) {
            int number = i;
            Button swatch = new Button();
            swatch.getStyleClass().add("swatch");
            swatch.setStyle("-fx-background-color: " + colours.getValue().line(i));
            Icons.named(swatch, "Draw this run in colour " + (i + 1));
            swatch.setOnAction(event -> {
                if (shown != null) {
                    model.colour(shown, number);
                }
            });
            swatches.getChildren().add(swatch);
        }
    }

    private void show() {
        Optional<RunDetails> details = model.comparedProperty().get().of(model.chosenProperty().get()).map(RunCurves::run);
        RunRow row = details.map(run -> model.list().row(run.summary().id())).orElse(null);
        if (details.isEmpty() || row == null) {
            saveNotes();
            shown = null;
            setContent(empty);
            return;
        }
        RunDetails run = details.get();
        if (row != shown) {
            saveNotes();
            shown = row;
            notes.setText(run.summary().notes());
        }
        title.setText(run.summary().name());
        lead.setText(LineBreaks.keep(lead(run)));
        Map<String, String> rows = new LinkedHashMap<>(measures(run));
        rows.putAll(Comparison.settings(run));
        run.started().ifPresent(started -> {
            rows.put("Parts", String.format(Locale.ROOT, "%,d train, %,d test ratings", started.protocol().trainRatings(),
                    started.protocol().testRatings()));
            rows.put("Train MSE", started.protocol().trainMseRule());
            rows.put("Network", String.format(Locale.ROOT, "%,d parameters", started.parameters()));
        });
        run.summary().modelFile().ifPresent(file -> rows.put("Model", file));
        rows.put("Machine", run.machine().words());
        showFacts(rows);
        setContent(content);
    }

    private static Map<String, String> measures(RunDetails run) {
        Map<String, String> rows = new LinkedHashMap<>();
        run.measures().errors().ifPresent(errors -> rows.put("MAE", measure(errors.overall().mae())));
        run.measures().ranking().filter(ranking -> !ranking.models().isEmpty()).map(ranking -> ranking.models().get(0))
                .ifPresent(model -> {
                    rows.put("NDCG@10", measure(model.ndcg()));
                    rows.put("Recall@10", measure(model.recall()));
                    rows.put("Hit@10", measure(model.hitRate()));
                    rows.put("MRR", measure(model.reciprocalRank()));
                });
        run.measures().baselines().forEach(baseline -> rows.put(baseline.name(),
                String.format(Locale.ROOT, "test MSE %.4f", baseline.testMse())));
        return rows;
    }

    private static String measure(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String lead(RunDetails run) {
        String failure = run.summary().failure().isEmpty() ? "" : "\n" + run.summary().failure();
        return run.summary().state().words() + " · " + run.errorWords() + " · "
                + RunTable.duration(run.summary().seconds()) + " of training" + failure;
    }

    private void showFacts(Map<String, String> rows) {
        facts.getChildren().clear();
        int line = 0;
        for (Map.Entry<String, String> row : rows.entrySet()) {
            Label name = new Label(row.getKey());
            name.setWrapText(true);
            name.setMinHeight(Region.USE_PREF_SIZE);
            name.getStyleClass().add(Styles.TEXT_MUTED);
            Label value = new Label(row.getValue());
            value.setWrapText(true);
            value.setMinHeight(Region.USE_PREF_SIZE);
            GridPane.setValignment(name, VPos.TOP);
            GridPane.setValignment(value, VPos.TOP);
            facts.addRow(line++, name, value);
        }
    }
}
