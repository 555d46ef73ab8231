package io.marquee.ui.form;

import io.marquee.model.EarlyStopping;
import io.marquee.model.LearningRateSchedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** The part of the form about the course of a run: how the learning rate changes and when to stop early. */
public final class TrainingRules {

    private static final int CURVE_POINTS = 80;

    private final Function<FormField, FieldModel> fields;
    private final BooleanProperty stopsEarly = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<List<Double>> curve = new ReadOnlyObjectWrapper<>(List.of());

    TrainingRules(Function<FormField, FieldModel> fields) {
        this.fields = fields;
        for (FormField field : List.of(FormField.PATIENCE, FormField.MINIMUM_GAIN)) {
            fields.apply(field).enabledProperty().bind(stopsEarly);
        }
        stopsEarly.addListener(change -> fields.apply(FormField.VALIDATION_FRACTION).reveal());
        for (FormField field : List.of(FormField.SCHEDULE, FormField.EPOCHS)) {
            fields.apply(field).textProperty().addListener(change -> draw());
        }
    }

    /** Whether a run ends once its validation error no longer falls. */
    public BooleanProperty stopsEarlyProperty() {
        return stopsEarly;
    }

    /**
     * Part of the learning rate at places evenly spread over the run, 0 to 1; empty where it is constant or a field has an
     * error.
     */
    public ReadOnlyObjectProperty<List<Double>> curveProperty() {
        return curve.getReadOnlyProperty();
    }

    private void draw() {
        List<Double> factors = new ArrayList<>();
        try {
            LearningRateSchedule schedule = schedule();
            int epochs = FieldParser.whole(FormField.EPOCHS, text(FormField.EPOCHS));
            if (!(schedule instanceof LearningRateSchedule.Constant)) {
                for (int i = 0; i < CURVE_POINTS; i++) {
                    factors.add(schedule.factor((double) epochs * i / (CURVE_POINTS - 1), epochs));
                }
            }
        } catch (IllegalArgumentException fieldsSayWhy) {
            factors.clear();
        }
        curve.set(List.copyOf(factors));
    }

    /** @throws IllegalArgumentException if the field has an error */
    LearningRateSchedule schedule() {
        return LearningRateSchedule.parse(text(FormField.SCHEDULE));
    }

    /** @throws IllegalArgumentException if an enabled field has an error */
    Optional<EarlyStopping> earlyStopping() {
        if (!stopsEarly.get()) {
            return Optional.empty();
        }
        return Optional.of(new EarlyStopping(FieldParser.whole(FormField.PATIENCE, text(FormField.PATIENCE)),
                FieldParser.number(FormField.MINIMUM_GAIN, text(FormField.MINIMUM_GAIN))));
    }

    /** What is wrong with a validation share as far as stopping early is concerned. */
    Optional<String> checkValidation(double fraction) {
        return stopsEarly.get() && fraction == 0
                ? Optional.of("Stopping early looks at a validation part: type a share above 0, such as 0.1.")
                : Optional.empty();
    }

    private String text(FormField field) {
        return fields.apply(field).textProperty().get();
    }
}
