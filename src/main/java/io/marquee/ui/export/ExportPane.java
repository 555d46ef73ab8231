package io.marquee.ui.export;

import atlantafx.base.theme.Styles;
import io.marquee.export.ExportFormat;
import io.marquee.ui.Icons;
import io.marquee.ui.Message;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What a model can be exported as, with the options of each, and how far an export is. */
public final class ExportPane extends VBox {

    private static final double INDENT = 26;
    private static final double MESSAGES = 40;
    private static final String RUNNING = "An export is under way: wait for its end, or stop it.";

    private final ExportViewModel model;
    private final BiFunction<ExportFormat, String, Optional<Path>> chooser;

    /** @param chooser asks where to, given the format and a name for the file */
    public ExportPane(ExportViewModel model, BiFunction<ExportFormat, String, Optional<Path>> chooser) {
        super(12);
        this.model = model;
        this.chooser = chooser;
        getStyleClass().add("export-pane");
        setPrefWidth(560);
        ToggleGroup group = new ToggleGroup();
        for (ExportFormat format : ExportFormat.values()) {
            getChildren().add(choice(format, group));
        }
        VBox messages = new VBox(Message.error("export-error", model.errorProperty()),
                new Message("export-result", model.resultProperty(), Styles.TEXT_MUTED));
        // Room for two lines, so that the dialog need not grow when there is something to say.
        messages.setMinHeight(MESSAGES);
        getChildren().addAll(messages, controls());
    }

    private Node choice(ExportFormat format, ToggleGroup group) {
        RadioButton button = new RadioButton(format.displayName());
        button.setId("export-" + format.name().toLowerCase(Locale.ROOT));
        button.setToggleGroup(group);
        button.setOnAction(event -> model.formatProperty().set(format));
        button.setSelected(model.formatProperty().get() == format);
        model.formatProperty().addListener((property, before, now) -> button.setSelected(now == format));
        button.disableProperty().bind(model.runningProperty());
        Icons.explain(button, format.help(), RUNNING);
        Label help = new Label(format.help());
        help.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        help.setWrapText(true);
        help.setMinHeight(USE_PREF_SIZE);
        VBox below = new VBox(6, help);
        below.setPadding(new Insets(0, 0, 0, INDENT));
        options(format).ifPresent(options -> {
            options.visibleProperty().bind(button.selectedProperty());
            options.managedProperty().bind(options.visibleProperty());
            options.disableProperty().bind(model.runningProperty());
            below.getChildren().add(options);
        });
        return new VBox(2, button, below);
    }

    private Optional<Node> options(ExportFormat format) {
        return switch (format) {
            case CSV -> Optional.of(lists());
            case TSV -> Optional.of(box("export-users", "Users' embeddings instead of the movies'",
                    model.usersProperty()));
            case DL4J, ONNX -> Optional.empty();
        };
    }

    private Node lists() {
        Label name = new Label("Movies per user");
        name.setMinWidth(USE_PREF_SIZE);
        TextField count = new TextField();
        count.setId("export-count");
        count.setPrefColumnCount(4);
        count.textProperty().bindBidirectional(model.countProperty());
        name.setLabelFor(count);
        HBox line = new HBox(12, name, count, box("export-titles", "Titles", model.titlesProperty()),
                box("export-rated", "Also what they have rated", model.includeRatedProperty()));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static CheckBox box(String id, String text, BooleanProperty property) {
        CheckBox box = new CheckBox(text);
        box.setId(id);
        box.setMinWidth(USE_PREF_SIZE);
        box.selectedProperty().bindBidirectional(property);
        return box;
    }

    private Node controls() {
        ProgressBar bar = new ProgressBar();
        bar.setId("export-progress");
        bar.setAccessibleText("Progress of the export");
        bar.progressProperty().bind(model.progressProperty());
        bar.setPrefWidth(150);
        Label words = new Label();
        words.setId("export-progress-text");
        words.textProperty().bind(model.progressTextProperty());
        words.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        bar.visibleProperty().bind(model.runningProperty());
        words.visibleProperty().bind(model.runningProperty());
        Button stop = new Button("Stop");
        stop.setId("export-stop");
        stop.setMinWidth(USE_PREF_SIZE);
        stop.visibleProperty().bind(model.runningProperty());
        stop.setOnAction(event -> model.stop());
        Button start = new Button("Export…");
        start.setId("export-start");
        start.setMinWidth(USE_PREF_SIZE);
        start.getStyleClass().add(Styles.ACCENT);
        start.disableProperty().bind(model.runningProperty());
        start.setOnAction(event -> start());
        Icons.explain(start, "Choose where to, and write it", RUNNING);
        HBox line = new HBox(10, bar, words, stop, start);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void start() {
        if (model.ready()) {
            chooser.apply(model.formatProperty().get(), model.suggestedName()).ifPresent(model::start);
        }
    }
}
