package io.marquee.ui.tune;

import io.marquee.model.Hyperparameters;
import io.marquee.tune.Candidates;
import io.marquee.tune.Tunable;
import io.marquee.tune.Variation;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the room says of one hyperparameter: fixed at the value of the form, or varied. */
final class SpaceRow {

    private final Tunable parameter;
    private final ObjectProperty<Treatment> treatment = new SimpleObjectProperty<>(Treatment.FIXED);
    private final StringProperty choices = new SimpleStringProperty("");
    private final StringProperty from = new SimpleStringProperty("");
    private final StringProperty to = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper fixed = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");

    /** @param onEdit called after each change */
    SpaceRow(Tunable parameter, Runnable onEdit) {
        this.parameter = parameter;
        List.<Observable>of(treatment, choices, from, to).forEach(property -> property.addListener(change -> {
            error.set(problem());
            onEdit.run();
        }));
    }

    Tunable parameter() {
        return parameter;
    }

    ObjectProperty<Treatment> treatmentProperty() {
        return treatment;
    }

    /** Single values, with commas between. */
    StringProperty choicesProperty() {
        return choices;
    }

    StringProperty fromProperty() {
        return from;
    }

    StringProperty toProperty() {
        return to;
    }

    /** The value of the form. */
    ReadOnlyStringProperty fixedProperty() {
        return fixed.getReadOnlyProperty();
    }

    /** What is wrong, as a sentence; empty where nothing is. */
    ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** The form has these values now. */
    void setForm(Hyperparameters values) {
        fixed.set(parameter == Tunable.OPTIMIZER ? values.optimizer().displayName() : parameter.valueIn(values));
    }

    /** Values worth trying around those of the form. */
    void suggest(Hyperparameters values, boolean varied) {
        Suggestion suggestion = Suggestion.of(parameter, values);
        choices.set(suggestion.choices());
        from.set(suggestion.from());
        to.set(suggestion.to());
        treatment.set(varied ? suggestion.treatment() : Treatment.FIXED);
    }

    /** Takes what an earlier search varied; null where it did not. */
    void take(Candidates candidates) {
        if (candidates instanceof Candidates.Choices single) {
            choices.set(String.join(", ", single.values()));
            treatment.set(Treatment.CHOICES);
        } else if (candidates instanceof Candidates.Interval interval) {
            String text = interval.text();
            from.set(text.substring(0, text.indexOf("..")));
            to.set(text.substring(text.indexOf("..") + 2).replaceFirst(":.*", ""));
            treatment.set(interval.logarithmic() ? Treatment.LOG_RANGE : Treatment.RANGE);
        } else {
            treatment.set(Treatment.FIXED);
        }
    }

    /** The id of the field that is wrong; empty where none is. */
    Optional<String> wrongField() {
        if (error.get().isEmpty()) {
            return Optional.empty();
        }
        if (treatment.get() == Treatment.CHOICES) {
            return Optional.of("choices-" + parameter.id());
        }
        try {
            Candidates.parse(parameter, from.get());
            return Optional.of("to-" + parameter.id());
        } catch (IllegalArgumentException e) {
            return Optional.of("from-" + parameter.id());
        }
    }

    private String problem() {
        try {
            variation();
            return "";
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    /**
     * What is to be varied; empty where it is fixed.
     *
     * @throws IllegalArgumentException with a sentence if that cannot be
     */
    Optional<Variation> variation() {
        return switch (treatment.get()) {
            case FIXED -> Optional.empty();
            case CHOICES -> Optional.of(new Variation(parameter, Candidates.parse(parameter, choices.get())));
            case RANGE, LOG_RANGE -> Optional.of(new Variation(parameter, Candidates.parse(parameter, from.get().strip() + ".."
                    + to.get().strip() + (treatment.get() == Treatment.LOG_RANGE ? ":log" : ""))));
        };
    }
}
