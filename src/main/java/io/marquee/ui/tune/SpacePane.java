package io.marquee.ui.tune;

import atlantafx.base.theme.Styles;
import io.marquee.tune.Tunable;
import io.marquee.ui.ChoiceConverter;
import io.marquee.ui.FieldPointer;
import io.marquee.ui.Icons;
import io.marquee.ui.LineBreaks;
import io.marquee.ui.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Where a person says what varies and how it is searched. */
final class SpacePane extends ScrollPane {

    private static final double LABEL_WIDTH = 118;

    private final TuneViewModel model;
    private final List<TextField> inputs = new ArrayList<>();

    SpacePane(TuneViewModel model) {
        this.model = model;
        getStyleClass().add("form-view");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        VBox content = new VBox(section("What varies", space()), section("How to search", strategy()));
        content.getChildren().get(1).getStyleClass().add("last");
        content.getStyleClass().add("form-content");
        setContent(content);
        model.plan().onPoint(this::pointTo);
        model.planCheck().errorProperty().addListener(change -> markWrong());
        markWrong();
    }

    private void markWrong() {
        String wrong = model.plan().firstError().orElse("");
        inputs.forEach(input -> input.pseudoClassStateChanged(Styles.STATE_DANGER, input.getId().equals(wrong)));
    }

    private void pointTo(String field) {
        Node found = lookup("#" + field);
        FieldPointer.pointTo(this, found, found);
    }

    private static VBox section(String title, List<Node> parts) {
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        VBox section = new VBox(6, heading);
        section.getChildren().addAll(parts);
        section.getStyleClass().add("section");
        return section;
    }

    private List<Node> space() {
        List<Node> parts = new ArrayList<>();
        HBox presets = new HBox();
        presets.getStyleClass().add("preset-bar");
        SpacePreset[] all = SpacePreset.values();
        for (SpacePreset preset : all) {
            Button button = new Button(preset.words());
            button.setId("space-" + preset.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            button.getStyleClass().addAll(Styles.SMALL, preset == all[0] ? Styles.LEFT_PILL
                    : preset == all[all.length - 1] ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setOnAction(event -> model.apply(preset));
            Icons.explain(button, preset.help() + " Fills in values around those of the form in Train.");
            presets.getChildren().add(button);
        }
        parts.add(presets);
        model.plan().rows().forEach(row -> parts.add(row(row)));
        return parts;
    }

    private Node row(SpaceRow row) {
        Label label = label(row.parameter().label(), help(row.parameter()));
        ComboBox<Treatment> treatment = new ComboBox<>(FXCollections.observableArrayList(
                row.parameter().numeric() ? Treatment.values() : new Treatment[] {Treatment.FIXED, Treatment.CHOICES}));
        treatment.setId("treat-" + row.parameter().id());
        treatment.setAccessibleText("What to do with " + row.parameter().label());
        treatment.setConverter(new ChoiceConverter<>(Treatment::words));
        treatment.valueProperty().bindBidirectional(row.treatmentProperty());
        treatment.setPrefWidth(118);
        treatment.setMinWidth(118);
        Icons.explain(treatment, "Fixed: as in the form. Choices: one of some values. Range: any value between two. Log range: the "
                + "same, equal ratios being equally likely, for rates and sizes.");
        Label fixed = new Label();
        fixed.textProperty().bind(row.fixedProperty());
        fixed.getStyleClass().add(Styles.TEXT_MUTED);
        // A long name gives way: it would make the form wider than its place.
        fixed.setMinWidth(0);
        row.fixedProperty().addListener((property, before, now) -> explainFixed(fixed, now));
        explainFixed(fixed, row.fixedProperty().get());
        onlyIf(fixed, row.treatmentProperty().map(now -> now == Treatment.FIXED));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(4, label, treatment, gap, fixed);
        line.setAlignment(Pos.CENTER_LEFT);
        TextField choices = field("choices-" + row.parameter().id(), row.choicesProperty(), row.parameter().label() + ", choices",
                row.parameter() == Tunable.HIDDEN_LAYERS ? "Commas between choices, hyphens between layers: 256, 512-256"
                        : "Commas between choices, such as 8, 16, 32");
        onlyIf(choices, row.treatmentProperty().map(now -> now == Treatment.CHOICES));
        TextField from = field("from-" + row.parameter().id(), row.fromProperty(), row.parameter().label() + ", lowest", "Lowest value");
        TextField to = field("to-" + row.parameter().id(), row.toProperty(), row.parameter().label() + ", highest", "Highest value");
        HBox.setHgrow(from, Priority.ALWAYS);
        HBox.setHgrow(to, Priority.ALWAYS);
        Label between = new Label("to");
        between.setMinWidth(USE_PREF_SIZE);
        HBox ends = new HBox(6, from, between, to);
        ends.setAlignment(Pos.CENTER_LEFT);
        onlyIf(ends, row.treatmentProperty().map(Treatment::range));
        VBox values = new VBox(4, choices, ends, Message.error("error-" + row.parameter().id(), row.errorProperty(), Styles.TEXT_SMALL));
        values.getStyleClass().add("space-values");
        return new VBox(4, line, values);
    }

    private static void explainFixed(Label fixed, String value) {
        Icons.explain(fixed, value + ": the value of the form in Train");
    }

    private static String help(Tunable parameter) {
        return switch (parameter) {
            case LEARNING_RATE -> "How far each step goes. What matters most; best as a log range.";
            case EMBEDDING_SIZE -> "How many numbers describe each user and each movie.";
            case HIDDEN_LAYERS -> "Sizes of the hidden layers. A range is of the size of one layer.";
            case BATCH_SIZE -> "Ratings averaged in one step.";
            case OPTIMIZER -> "How gradients become steps. Each wants a learning rate of its own: better one search for each.";
            case MOMENTUM -> "How much of the last step is kept; only Nesterov momentum uses it.";
            case L2 -> "Pulls weights towards zero, against learning by heart.";
            case EMBEDDING_SCALE -> "Standard deviation of the random numbers that embeddings start from.";
            case EPOCHS -> "Passes over the train part. With halving they are fixed: the most that a trial may have.";
        };
    }

    private List<Node> strategy() {
        HBox kinds = new HBox();
        kinds.getStyleClass().add("preset-bar");
        SearchKind[] all = SearchKind.values();
        List<ToggleButton> buttons = new ArrayList<>();
        for (SearchKind kind : all) {
            ToggleButton button = new ToggleButton(kind.words());
            button.setId("search-" + kind.name().toLowerCase(Locale.ROOT));
            button.getStyleClass().addAll(Styles.SMALL, kind == all[0] ? Styles.LEFT_PILL
                    : kind == all[all.length - 1] ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setOnAction(event -> {
                model.plan().kindProperty().set(kind);
                button.setSelected(true);
            });
            Icons.explain(button, kind.help());
            buttons.add(button);
        }
        Consumer<SearchKind> select = now -> Arrays.stream(all).forEach(kind -> buttons.get(kind.ordinal()).setSelected(kind == now));
        model.plan().kindProperty().addListener((property, before, now) -> select.accept(now));
        select.accept(model.plan().kindProperty().get());
        kinds.getChildren().addAll(buttons);
        Node eta = line("Keep 1 in", "search-eta", model.plan().etaProperty(), "3",
                "One trial in so many goes on, and trains so many times as long. Usual: 3.");
        Node rungs = line("Rungs", "search-rungs", model.plan().rungsProperty(), "3",
                "How often trials are compared. With 3 rungs that keep 1 in 3, trials train for a ninth of the epochs first.");
        ObservableValue<Boolean> halving = model.plan().kindProperty().map(kind -> kind == SearchKind.HALVING);
        onlyIf(eta, halving);
        onlyIf(rungs, halving);
        Label words = new Label();
        words.setId("plan-words");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        words.textProperty().bind(model.planCheck().wordsProperty().map(LineBreaks::keep));
        onlyIf(words, model.planCheck().wordsProperty().map(text -> !text.isEmpty()));
        return List.of(kinds,
                line("Minutes", "search-minutes", model.plan().minutesProperty(), "5",
                        "How long to search, pauses excluded."),
                line("Most trials", "search-trials", model.plan().trialsProperty(), "no limit",
                        "Begin no more than so many; empty for the whole grid, "
                        + "for as many draws as the time allows, or for as many as halving leaves one of at its last rung."),
                eta, rungs, words, Message.error("plan-error", model.planCheck().errorProperty(), Styles.TEXT_SMALL));
    }

    private Node line(String name, String id, StringProperty text, String prompt, String help) {
        TextField input = field(id, text, name, help);
        input.setPromptText(prompt);
        HBox.setHgrow(input, Priority.ALWAYS);
        HBox line = new HBox(8, label(name, help), input);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Label label(String text, String help) {
        Label label = new Label(text);
        label.setMinWidth(LABEL_WIDTH);
        label.setPrefWidth(LABEL_WIDTH);
        Icons.explain(label, help);
        return label;
    }

    private TextField field(String id, StringProperty text, String name, String help) {
        TextField input = new TextField();
        input.setId(id);
        input.setAccessibleText(name);
        input.setMinWidth(60);
        input.textProperty().bindBidirectional(text);
        inputs.add(input);
        Icons.explain(input, help);
        return input;
    }

    private static void onlyIf(Node node, ObservableValue<Boolean> wanted) {
        node.visibleProperty().bind(wanted);
        node.managedProperty().bind(wanted);
    }
}
