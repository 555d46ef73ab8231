package io.marquee.ui.form;

import atlantafx.base.theme.Styles;
import io.marquee.ui.Icons;
import io.marquee.ui.Message;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One line of the form: a label, a control, and below them what is wrong. */
final class FieldRow extends VBox {

    private static final double LABEL_WIDTH = 122;

    private final Region control;

    private FieldRow(String labelText, String help, Region control) {
        this.control = control;
        getStyleClass().add("field-row");
        Label label = new Label(labelText);
        label.setMinWidth(LABEL_WIDTH);
        label.setPrefWidth(LABEL_WIDTH);
        label.setLabelFor(control);
        control.setMaxWidth(Double.MAX_VALUE);
        control.setMinWidth(90);
        control.setAccessibleHelp(help);
        Icons.explain(label, help);
        HBox line = new HBox(8, label, control);
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(control, Priority.ALWAYS);
        getChildren().add(line);
    }

    /** What a person types into or chooses with. */
    Node input() {
        return control;
    }

    /** Puts a control after the field. */
    void append(Node control) {
        ((HBox) getChildren().get(0)).getChildren().add(control);
    }

    /** A line for a choice or a switch, which cannot be wrong. */
    static FieldRow of(String label, String help, Region control) {
        FieldRow row = new FieldRow(label, help, control);
        Icons.explain(control, help);
        return row;
    }

    /** A line for a typed field; what is wrong appears below when the field is left. */
    static FieldRow typed(FieldModel model) {
        TextField input = new TextField();
        return around(model, input, input);
    }

    /** A typed field that offers some texts to begin with. */
    static FieldRow suggesting(FieldModel model, List<String> texts) {
        ComboBox<String> box = new ComboBox<>(FXCollections.observableArrayList(texts));
        box.setEditable(true);
        return around(model, box.getEditor(), box);
    }

    /**
     * @param input where a person types
     * @param control what that belongs to; the same where it stands alone
     */
    private static FieldRow around(FieldModel model, TextField input, Control control) {
        input.setId("field-" + model.field().name());
        input.textProperty().bindBidirectional(model.textProperty());
        input.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                model.reveal();
            }
        });
        control.disableProperty().bind(model.enabledProperty().not());
        control.setAccessibleText(model.field().label());
        FieldRow row = new FieldRow(model.field().label(), model.field().help(), control);
        Icons.explain(control, model.field().help());
        row.getChildren().add(errorLabel(model));
        Runnable mark = () -> {
            boolean wrong = !model.shownErrorProperty().get().isEmpty();
            control.pseudoClassStateChanged(Styles.STATE_DANGER, wrong);
            input.pseudoClassStateChanged(Styles.STATE_DANGER, wrong);
        };
        model.shownErrorProperty().addListener(change -> mark.run());
        mark.run();
        return row;
    }

    private static Node errorLabel(FieldModel model) {
        Message error = Message.error("error-" + model.field().name(), model.shownErrorProperty(), Styles.TEXT_SMALL);
        error.setPadding(new Insets(2, 0, 2, 0));
        return error;
    }
}
