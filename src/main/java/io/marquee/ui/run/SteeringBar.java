package io.marquee.ui.run;

import atlantafx.base.theme.Styles;
import io.marquee.ui.Icons;
import io.marquee.ui.Message;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Changes a run under way; there only while one is. */
public final class SteeringBar extends VBox {

    private static final double LABEL_WIDTH = 92;

    public SteeringBar(RunViewModel run) {
        SteeringViewModel model = new SteeringViewModel(run);
        getStyleClass().add("steering-bar");
        Button evaluate = button("Evaluate", "steer-evaluate", model::evaluateNow, """
                Measure the error before the next batch, without ending the epoch: on the validation part, or on the test
                part where there is none.""");
        getChildren().addAll(
                line("Learning rate", "steer-rate", model.learningRateProperty(),
                        button("Set", "steer-set-rate", model::setLearningRate, """
                                Train with this learning rate from the next batch on. It holds for the rest of the run,
                                in place of the schedule.""")),
                line("More epochs", "steer-epochs", model.epochsProperty(),
                        button("Add", "steer-add-epochs", model::addEpochs,
                                "Train so many epochs more than planned. A schedule over the whole run stretches."), evaluate),
                Message.error("steer-error", model.errorProperty(), Styles.TEXT_SMALL));
        visibleProperty().bind(run.activeProperty());
        managedProperty().bind(visibleProperty());
    }

    private static HBox line(String name, String id, StringProperty text, Button... buttons) {
        Label label = new Label(name);
        label.setMinWidth(LABEL_WIDTH);
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(name.equals("Learning rate") ? "such as 0.001" : "");
        field.setAccessibleText(name);
        field.setPrefColumnCount(7);
        field.textProperty().bindBidirectional(text);
        field.setOnAction(event -> buttons[0].fire());
        label.setLabelFor(field);
        HBox line = new HBox(6, label, field);
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(field, Priority.ALWAYS);
        line.getChildren().addAll(buttons);
        return line;
    }

    private static Button button(String text, String id, Runnable action, String help) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add(Styles.SMALL);
        button.setOnAction(event -> action.run());
        Icons.explain(button, help);
        return button;
    }
}
