package io.marquee.ui.run;

import io.marquee.train.PhaseSeconds;
import io.marquee.ui.Icons;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/** Where the time of one epoch went: a stacked bar whose full width is that time. */
final class PhaseBar extends Region {

    private static final double HEIGHT = 10;

    private final double[] shares = new double[Phase.values().length];

    PhaseBar(PhaseSeconds phases) {
        getStyleClass().add("phase-bar");
        setAccessibleRole(AccessibleRole.TEXT);
        double total = 0;
        for (Phase phase : Phase.values()) {
            total += phase.seconds(phases);
        }
        StringBuilder words = new StringBuilder();
        for (Phase phase : Phase.values()) {
            double seconds = phase.seconds(phases);
            shares[phase.ordinal()] = total > 0 ? seconds / total : 0;
            words.append(String.format(Locale.ROOT, "%s %.3f s (%.1f %%): %s%n", phase.label(), seconds,
                    100 * shares[phase.ordinal()], phase.meaning()));
            Region part = new Region();
            part.getStyleClass().addAll("phase", phase.styleClass());
            getChildren().add(part);
        }
        words.append(String.format(Locale.ROOT, "Beside the training, on a thread of its own: shuffle %.3f s, filling %.3f s",
                phases.shuffle(), phases.fill()));
        setAccessibleText(words.toString());
        Icons.explain(this, words.toString());
    }

    @Override
    protected void layoutChildren() {
        double y = Math.floor((getHeight() - HEIGHT) / 2);
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            // Rounded ends, not rounded widths: parts then touch and the last one ends at the edge.
            double from = Math.round(sum * getWidth());
            sum += shares[i];
            getChildren().get(i).resizeRelocate(from, y, Math.round(sum * getWidth()) - from, HEIGHT);
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 120;
    }
}
