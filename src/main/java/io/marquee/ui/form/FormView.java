package io.marquee.ui.form;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import io.marquee.data.SplitMethod;
import io.marquee.model.EmbeddingUpdates;
import io.marquee.model.OptimizerKind;
import io.marquee.ui.ChoiceConverter;
import io.marquee.ui.FieldPointer;
import io.marquee.ui.Icons;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** The form: dataset and device come as parts from outside, the fields from the table of {@link FormField}. */
public final class FormView extends ScrollPane {

    private final FormViewModel model;
    private final VBox content = new VBox();
    private final TitledPane advanced = new TitledPane();
    private final HBox networkLine = new HBox();
    private final Map<FormField, FieldRow> rows = new EnumMap<>(FormField.class);

    public FormView(FormViewModel model, Node datasetPart, Node devicePart) {
        this.model = model;
        getStyleClass().add("form-view");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        content.getStyleClass().add("form-content");
        VBox device = section("Device", null, devicePart);
        device.getStyleClass().add("last");
        content.getChildren().addAll(
                section("Dataset", null, datasetPart, splitPart()),
                section("Network", networkActions(), new PresetBar(model), typed(FormField.EMBEDDING_SIZE),
                        typed(FormField.HIDDEN_LAYERS)),
                section("Training", null,
                        choice("Optimiser", OPTIMIZER_HELP, "optimizer", OptimizerKind.values(),
                                model.optimizerProperty(), OptimizerKind::displayName),
                        typed(FormField.LEARNING_RATE), schedule(), new ScheduleCurve(model.rules().curveProperty()),
                        typed(FormField.MOMENTUM), typed(FormField.BATCH_SIZE),
                        typed(FormField.EPOCHS), advancedPart()),
                device);
        setContent(content);
    }

    private static final String OPTIMIZER_HELP = """
            How gradients become steps. Adam adapts the step of each weight and needs little tuning;
            SGD is the plain form; Nesterov momentum keeps speed from step to step, as the lecture does.""";

    private static final String UPDATES_HELP = """
            Which embedding rows a step touches. Lazy: only those of the batch, so a step costs the same however
            many users there are. Dense: all rows, exactly as stock DL4J layers do; slow with many users.""";

    private static final String STOP_EARLY_HELP = """
            End the run once the validation MSE no longer falls, and keep the epoch with the lowest. Needs a validation
            share. The test part is then measured once, at the end.""";

    private static final List<String> SCHEDULES = List.of("constant", "cosine:0.01", "one-cycle", "exponential:0.9",
            "step:5,0.5", "warm-up:1", "warm-up:1+cosine:0.01");

    private static final String CLIP_HELP = """
            Cut predictions to the rating scale before errors are measured: a predicted 5.3 counts as 5.
            Only results measured alike can be compared.""";

    private static final String STANDARDIZE_HELP = """
            Divide the centred ratings by their standard deviation while training. Predictions are scaled back
            before any error is measured, so errors stay in stars.""";

    private static final String SPLIT_HELP = """
            Which ratings are kept out of training and only measured on. Random: any. Random, per user: a share of each
            user's. By time: the latest, as in real use. Last of each user: their latest ratings. Cross-validation: one
            run for each of k parts, with the mean and the spread of their errors.
            Only errors on the same split can be compared.""";

    private static final String PUBLISHED_HELP = """
            This dataset comes divided into a train and a test part, so that its results can be compared with
            published ones.""";

    /** The split, and of the fields only those that belong to it. */
    private Node splitPart() {
        SplitForm split = model.split();
        Node choice = choice("Split", SPLIT_HELP, "split", SplitMethod.values(), split.methodProperty(),
                FormView::name);
        Label given = new Label("As published");
        given.setId("split-published");
        Node published = FieldRow.of("Split", PUBLISHED_HELP, given);
        showOnlyIf(choice, split.publishedProperty().not());
        showOnlyIf(published, split.publishedProperty());
        VBox part = new VBox(6, choice, published);
        for (FormField field : FormField.values()) {
            if (field.group() == FormField.Group.SPLIT) {
                part.getChildren().add(ifEnabled(field));
            }
        }
        return part;
    }

    private static String name(SplitMethod method) {
        return switch (method) {
            case RANDOM -> "Random";
            case PER_USER -> "Random, per user";
            case BY_TIME -> "By time";
            case LEAVE_LAST -> "Last of each user";
            case FOLDS -> "Cross-validation";
        };
    }

    private static void showOnlyIf(Node node, ObservableBooleanValue wanted) {
        node.visibleProperty().bind(wanted);
        node.managedProperty().bind(wanted);
    }

    private Node advancedPart() {
        VBox fields = new VBox(6,
                toggle("Stop early", STOP_EARLY_HELP, "stop-early", model.rules().stopsEarlyProperty()),
                ifEnabled(FormField.PATIENCE), ifEnabled(FormField.MINIMUM_GAIN),
                typed(FormField.EMBEDDING_SCALE), typed(FormField.L2), typed(FormField.SEED),
                choice("Embeddings", UPDATES_HELP, "embedding-updates", EmbeddingUpdates.values(),
                        model.embeddingUpdatesProperty(),
                        updates -> updates == EmbeddingUpdates.LAZY ? "Lazy updates" : "Dense updates"),
                toggle("Clip to scale", CLIP_HELP, "clip", model.clipProperty()),
                toggle("Standardise", STANDARDIZE_HELP, "standardize", model.standardizeProperty()));
        fields.setPadding(new Insets(6, 0, 2, 0));
        advanced.setText("More settings");
        advanced.setId("advanced");
        advanced.setContent(fields);
        advanced.setExpanded(false);
        advanced.setAnimated(false);
        advanced.getStyleClass().addAll(Styles.DENSE, "more-settings");
        return advanced;
    }

    private HBox networkActions() {
        networkLine.setAlignment(Pos.CENTER_RIGHT);
        networkLine.getChildren().add(resetButton());
        return networkLine;
    }

    /** Puts a control into the heading of the network. */
    public void offer(Node control) {
        networkLine.getChildren().add(0, control);
    }

    private Button resetButton() {
        Button reset = Icons.named(new Button(null, Icons.of(MaterialDesignR.RESTORE)), "Reset all fields");
        reset.setId("reset");
        reset.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        reset.setOnAction(event -> model.reset());
        return reset;
    }

    private static VBox section(String title, Node action, Node... parts) {
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        HBox line = new HBox(heading);
        line.getStyleClass().add("section-line");
        if (action != null) {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            line.getChildren().addAll(gap, action);
        }
        VBox section = new VBox(6, line);
        section.getChildren().addAll(parts);
        section.getStyleClass().add("section");
        return section;
    }

    private Node typed(FormField field) {
        FieldRow row = FieldRow.typed(model.field(field));
        rows.put(field, row);
        return row;
    }

    /** A field that is there only where it matters. */
    private Node ifEnabled(FormField field) {
        Node row = typed(field);
        showOnlyIf(row, model.field(field).enabledProperty());
        return row;
    }

    private Node schedule() {
        FieldRow row = FieldRow.suggesting(model.field(FormField.SCHEDULE), SCHEDULES);
        rows.put(FormField.SCHEDULE, row);
        return row;
    }

    private static <E> Node choice(String label, String help, String id, E[] values, ObjectProperty<E> property,
            java.util.function.Function<E, String> name) {
        ComboBox<E> box = new ComboBox<>(FXCollections.observableArrayList(values));
        box.setId(id);
        box.setAccessibleText(label);
        box.setConverter(new ChoiceConverter<>(name));
        box.valueProperty().bindBidirectional(property);
        return FieldRow.of(label, help, box);
    }

    private static Node toggle(String label, String help, String id, BooleanProperty property) {
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.setId(id);
        toggle.setAccessibleText(label);
        toggle.selectedProperty().bindBidirectional(property);
        return FieldRow.of(label, help, toggle);
    }

    /** Puts a control after a field. */
    public void append(FormField field, Node control) {
        rows.get(field).append(control);
    }

    /** Opens, scrolls to and focuses a field; the form is shown. */
    public void pointTo(FormField field) {
        if (field.group() == FormField.Group.ADVANCED || field == FormField.EMBEDDING_SCALE) {
            advanced.setExpanded(true);
        }
        FieldRow row = rows.get(field);
        FieldPointer.pointTo(this, row, row.input());
    }
}
