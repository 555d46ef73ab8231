package io.marquee.ui.tune;

import io.marquee.train.TrainingRequest;
import io.marquee.tune.SearchPlan;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Says what the plan comes to that a person types, or what keeps it from being. */
final class PlanCheck {

    private final TuneForm form;
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");

    PlanCheck(TuneForm form) {
        this.form = form;
    }

    /** Looks at the plan anew. */
    void look(PlanForm plan) {
        Optional<TrainingRequest> base = form.now().get();
        if (base.isEmpty()) {
            refuse("The form in Train is not complete: there must be a dataset, and no field with an error.");
            return;
        }
        try {
            SearchPlan made = plan.plan(base.get());
            words.set(PlanWords.of(made) + " " + made.protocol());
            error.set("");
        } catch (IllegalArgumentException e) {
            refuse(e.getMessage());
        }
    }

    private void refuse(String sentence) {
        words.set("");
        error.set(sentence);
    }

    /** What the plan comes to; empty where it cannot be. */
    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** What keeps the plan from being, as a sentence; empty where nothing does. */
    ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }
}
