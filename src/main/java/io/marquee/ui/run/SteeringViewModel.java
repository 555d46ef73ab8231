package io.marquee.ui.run;

import io.marquee.model.InvalidHyperparameterException;
import io.marquee.model.Range;
import io.marquee.train.TrainingCommand;
import java.util.function.DoubleFunction;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What a person changes in a run under way: learning rate, number of epochs, an evaluation in between. */
public final class SteeringViewModel {

    private static final int FEW_EPOCHS = 5;

    private final RunViewModel run;
    private final StringProperty learningRate = new SimpleStringProperty("");
    private final StringProperty epochs = new SimpleStringProperty(Integer.toString(FEW_EPOCHS));
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");

    public SteeringViewModel(RunViewModel run) {
        this.run = run;
    }

    /** The learning rate to go on with, as typed. */
    public StringProperty learningRateProperty() {
        return learningRate;
    }

    /** The number of epochs to add, as typed. */
    public StringProperty epochsProperty() {
        return epochs;
    }

    /** Why the last command was not sent, as a sentence; empty where it was. */
    public ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** Trains with the typed learning rate from the next batch on. */
    public void setLearningRate() {
        send(Range.LEARNING_RATE, learningRate.get(), TrainingCommand.SetLearningRate::new);
    }

    /** Adds the typed number of epochs. */
    public void addEpochs() {
        send(Range.EPOCHS, epochs.get(), value -> {
            Range.EPOCHS.check(value);
            return new TrainingCommand.AddEpochs((int) value);
        });
    }

    /** Has the error measured before the next batch. */
    public void evaluateNow() {
        error.set("");
        run.send(new TrainingCommand.EvaluateNow());
    }

    private void send(Range range, String text, DoubleFunction<TrainingCommand> command) {
        try {
            run.send(command.apply(Double.parseDouble(text.strip())));
            error.set("");
        } catch (NumberFormatException | InvalidHyperparameterException e) {
            error.set(range.label() + " must be " + range.allowed() + ", not “" + text.strip() + "”.");
        }
    }
}
