package io.marquee.ui.mapping;

import atlantafx.base.theme.Styles;
import io.marquee.data.TimestampFormat;
import io.marquee.data.read.MappingWords;
import io.marquee.ui.ChoiceConverter;
import io.marquee.ui.Icons;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** What can be said about the file on the left, what it means for its first rows on the right, below in a sentence. */
final class MappingPane extends BorderPane {

    private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|", "::", " ");
    private static final List<String> ENCODINGS =
            List.of("UTF-8", "ISO-8859-1", "windows-1252", "windows-1250", "windows-1251");

    private final MappingViewModel model;
    private final MappingFields fields;
    private final GridPane grid = new GridPane();

    MappingPane(MappingViewModel model) {
        this.model = model;
        this.fields = model.fields();
        setId("mapping-pane");
        getStyleClass().add("mapping-pane");
        grid.getStyleClass().add("mapping-fields");
        ColumnConstraints words = new ColumnConstraints();
        words.setMinWidth(96);
        ColumnConstraints controls = new ColumnConstraints(220);
        controls.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(words, controls);
        heading("Fields");
        row("Divided by", delimiter(), "What stands between two fields. Choose, or type any characters.");
        row("Quotes", check("mapping-quoted", "around some fields", fields.quoted),
                "Whether \" around a field belongs to the file's grammar: what divides fields may then stand inside.");
        row("Encoding", encoding(), "How letters are written as bytes. Odd letters in the rows mean: choose another.");
        row("First line", check("mapping-header", "names the columns", fields.header),
                "Whether the first line is a header and not a rating.");
        heading("Columns");
        row("User", column("mapping-user", fields.user, false), "Who rated.");
        row("Item", column("mapping-item", fields.item, false), "What was rated: a movie, a book, a product.");
        row("Rating", column("mapping-rating", fields.rating, false), "How it was rated: a number.");
        row("Time", column("mapping-time", fields.time, true), "When it was rated, if the file says so.");
        ComboBox<TimestampFormat> written = timeFormat();
        row("Written as", written, "What the times count.");
        Icons.explain(written, "What the times count.", "No column says when: choose one above first.");
        heading("Ratings");
        row("Lowest", text("mapping-lowest", fields.lowest), "The lowest rating that can be given.");
        row("Highest", text("mapping-highest", fields.highest), "The highest rating that can be given.");
        row("Mean no rating", text("mapping-missing", fields.missing),
                "Values that stand for a missing rating, such as 99 in Jester. Such rows are left out and counted.");
        row("Mean met only", text("mapping-implicit", fields.implicit),
                "Values that say that the item was met but not rated, such as 0 in Book-Crossing. Such rows are left "
                        + "out and counted.");
        PreviewTable table = new PreviewTable(model);
        VBox right = new VBox(8, sentence("mapping-doubts", model.doubtsProperty()), table);
        VBox.setVgrow(table, Priority.ALWAYS);
        setLeft(grid);
        setCenter(right);
        setBottom(outcome());
    }

    private Label outcome() {
        Label outcome = sentence("mapping-message", model.messageProperty());
        Runnable colour = () -> {
            outcome.getStyleClass().removeAll("field-error", Styles.TEXT_MUTED);
            outcome.getStyleClass().add(model.readyProperty().get() ? Styles.TEXT_MUTED : "field-error");
        };
        model.readyProperty().addListener(change -> colour.run());
        colour.run();
        // Room for two lines, so that the table does not jump with each sentence.
        outcome.setMinHeight(44);
        return outcome;
    }

    private static Label sentence(String id, ObservableValue<String> text) {
        Label label = new Label();
        label.setId(id);
        label.textProperty().bind(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }

    private void heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("panel-title");
        grid.add(label, 0, grid.getRowCount(), 2, 1);
    }

    private void row(String words, Control control, String help) {
        Label label = new Label(words);
        label.setLabelFor(control);
        control.setMaxWidth(Double.MAX_VALUE);
        control.setAccessibleText(words + ". " + help);
        Icons.explain(control, help);
        Icons.explain(label, help);
        grid.addRow(grid.getRowCount(), label, control);
    }

    private ComboBox<String> delimiter() {
        ComboBox<String> box = new ComboBox<>(FXCollections.observableList(DELIMITERS));
        box.setId("mapping-delimiter");
        box.setEditable(true);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String delimiter) {
                return delimiter != null && DELIMITERS.contains(delimiter) ? MappingWords.delimiter(delimiter)
                        : delimiter;
            }

            @Override
            public String fromString(String text) {
                return DELIMITERS.stream().filter(known -> MappingWords.delimiter(known).equals(text.strip()))
                        .findFirst().orElse(text);
            }
        });
        box.valueProperty().bindBidirectional(fields.delimiter);
        return box;
    }

    private ComboBox<String> encoding() {
        ComboBox<String> box = new ComboBox<>(FXCollections.observableArrayList(ENCODINGS));
        box.setId("mapping-encoding");
        box.valueProperty().bindBidirectional(fields.encoding);
        return box;
    }

    private static CheckBox check(String id, String words, BooleanProperty value) {
        CheckBox box = new CheckBox(words);
        box.setId(id);
        box.selectedProperty().bindBidirectional(value);
        return box;
    }

    private static TextField text(String id, StringProperty value) {
        TextField field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private ComboBox<TimestampFormat> timeFormat() {
        ComboBox<TimestampFormat> box = new ComboBox<>(FXCollections.observableArrayList(TimestampFormat.values()));
        box.setId("mapping-time-format");
        box.setConverter(new ChoiceConverter<>(TimestampFormat::displayName));
        box.valueProperty().bindBidirectional(fields.timeFormat);
        box.disableProperty().bind(fields.time.isEqualTo(MappingFields.NONE));
        return box;
    }

    private ColumnBox column(String id, IntegerProperty chosen, boolean optional) {
        ColumnBox box = new ColumnBox(chosen, model.previewProperty(), optional);
        box.setId(id);
        return box;
    }
}
