package io.marquee.ui.look;

import atlantafx.base.theme.Styles;
import io.marquee.data.Dataset;
import io.marquee.data.ImportReport;
import io.marquee.ui.Icons;
import io.marquee.ui.data.DatasetChoosers;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Rows read, kept, repaired and refused, the remarks of the import, and the first reasons for refusing a row. */
final class ImportPane extends VBox {

    private static final double MOST_FILES_HEIGHT = 124;

    private final GridPane counts = new GridPane();
    private final Label filesTitle = title("Files there");
    private final GridPane files = new GridPane();
    private final VBox notes = new VBox(4);
    private final Label reasonsTitle = new Label();
    private final ListView<String> reasons = new ListView<>();

    ImportPane(ImportViewModel model, DatasetChoosers choosers) {
        getStyleClass().add("import-pane");
        counts.setId("import-counts");
        counts.getStyleClass().add("import-counts");
        Button save = new Button("Save report…", Icons.of(MaterialDesignC.CONTENT_SAVE_OUTLINE));
        save.setId("save-import-report");
        Icons.explain(save, "Write this report to a text file, or to a CSV file to count with.");
        save.setOnAction(event -> choosers.importReportToSave(suggestedName(model.datasetProperty().get()))
                .ifPresent(model::save));
        Label message = new Label();
        message.setId("import-report-message");
        message.textProperty().bind(model.messageProperty());
        message.getStyleClass().add(Styles.TEXT_MUTED);
        message.setWrapText(true);
        HBox saving = new HBox(12, save, message);
        saving.setAlignment(Pos.CENTER_LEFT);
        reasons.setId("import-reasons");
        reasons.setAccessibleText("Reasons for refusing rows");
        reasons.getStyleClass().add(Styles.DENSE);
        reasons.setCellFactory(list -> new WrappedCell());
        reasons.setPlaceholder(new Label("Every row could be used."));
        VBox.setVgrow(reasons, Priority.ALWAYS);
        Label notesTitle = title("Remarks");
        reasonsTitle.getStyleClass().add("panel-title");
        Region gap = new Region();
        gap.setMinHeight(2);
        files.setId("import-files");
        files.getStyleClass().add("import-counts");
        ScrollPane scrolled = new ScrollPane(files);
        scrolled.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scrolled.setMaxHeight(MOST_FILES_HEIGHT);
        scrolled.getStyleClass().add("plain-scroll");
        HBox top = new HBox(48, new VBox(8, title("Rows"), counts), new VBox(8, filesTitle, scrolled));
        getChildren().addAll(top, saving, gap, notesTitle, notes, reasonsTitle, reasons);
        model.datasetProperty().addListener((property, before, now) -> show(now));
        show(model.datasetProperty().get());
    }

    /** A long reason goes on in the next line; nobody should have to scroll sideways to read it. */
    private static final class WrappedCell extends ListCell<String> {
        WrappedCell() {
            setWrapText(true);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(String reason, boolean empty) {
            super.updateItem(reason, empty);
            setText(empty ? null : reason);
        }
    }

    private static Label title(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("panel-title");
        return label;
    }

    private static String suggestedName(Dataset dataset) {
        return dataset.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-import.txt";
    }

    private void show(Dataset dataset) {
        counts.getChildren().clear();
        files.getChildren().clear();
        notes.getChildren().clear();
        if (dataset == null) {
            return;
        }
        ImportReport report = dataset.report();
        count(0, "read", report.rowsRead());
        count(1, "kept", report.rowsKept());
        count(2, "repeated; the last rating counts", report.duplicates());
        count(3, "refused", report.rowsRefused());
        count(4, "without a rating, left out", report.rowsUnrated());
        count(5, "rated movies that are not listed", report.unlistedItems());
        for (int i = 0; i < report.files().size(); i++) {
            ImportReport.ListedFile file = report.files().get(i);
            files.addRow(i, new Label(file.name()), muted(size(file.size())), muted(file.what()));
        }
        filesTitle.setVisible(!report.files().isEmpty());
        for (String sentence : report.notes()) {
            Label note = new Label(sentence);
            note.setWrapText(true);
            note.setMinHeight(USE_PREF_SIZE);
            notes.getChildren().add(note);
        }
        if (report.notes().isEmpty()) {
            notes.getChildren().add(new Label("None."));
        }
        reasonsTitle.setText(report.reasons().size() < ImportReport.KEPT_REASONS ? "Refused rows"
                : "Refused rows, the first " + ImportReport.KEPT_REASONS);
        reasons.setItems(FXCollections.observableList(report.reasons()));
    }

    private void count(int row, String what, long rows) {
        Label number = new Label(Figures.whole(rows));
        number.getStyleClass().add("strong");
        Label words = new Label(what);
        counts.addRow(row, number, words);
        GridPane.setHalignment(number, HPos.RIGHT);
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        return label;
    }

    private static String size(long bytes) {
        return bytes < 10_000 ? Figures.whole(bytes) + " B" : bytes < 10_000_000 ? Figures.whole(bytes / 1e3) + " kB"
                : Figures.whole(bytes / 1e6) + " MB";
    }
}
