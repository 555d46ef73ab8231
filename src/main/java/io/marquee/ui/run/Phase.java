package io.marquee.ui.run;

import io.marquee.train.PhaseSeconds;
import java.util.function.ToDoubleFunction;

/** The parts of an epoch's time as they are shown, in the order of the bar. */
enum Phase {
    DATA("Data", "waiting for batches", PhaseSeconds::waiting),
    FORWARD("Forward", "forward pass", PhaseSeconds::forward),
    BACKWARD("Backward", "loss gradient and backward pass", PhaseSeconds::backward),
    UPDATE("Update", "optimiser", PhaseSeconds::update),
    EVALUATION("Evaluation", "test part", PhaseSeconds::evaluation);

    private final String label;
    private final String meaning;
    private final ToDoubleFunction<PhaseSeconds> seconds;

    Phase(String label, String meaning, ToDoubleFunction<PhaseSeconds> seconds) {
        this.label = label;
        this.meaning = meaning;
        this.seconds = seconds;
    }

    String label() {
        return label;
    }

    String meaning() {
        return meaning;
    }

    double seconds(PhaseSeconds phases) {
        return Math.max(0, seconds.applyAsDouble(phases));
    }

    /** The class that gives it its colour. */
    String styleClass() {
        return "phase-" + name().toLowerCase(java.util.Locale.ROOT);
    }
}
