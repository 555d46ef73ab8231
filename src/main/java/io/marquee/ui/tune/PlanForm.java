package io.marquee.ui.tune;

import io.marquee.model.Hyperparameters;
import io.marquee.train.TrainingRequest;
import io.marquee.tune.GridSearch;
import io.marquee.tune.RandomSearch;
import io.marquee.tune.SearchPlan;
import io.marquee.tune.SearchSpace;
import io.marquee.tune.Strategy;
import io.marquee.tune.SuccessiveHalving;
import io.marquee.tune.Tunable;
import io.marquee.tune.Variation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What is to be searched, and how, as a person types it. */
final class PlanForm {

    private final List<SpaceRow> rows;
    private final ObjectProperty<SearchKind> kind = new SimpleObjectProperty<>(SearchKind.RANDOM);
    private final StringProperty minutes = new SimpleStringProperty("5");
    private final StringProperty trials = new SimpleStringProperty("");
    private final StringProperty eta = new SimpleStringProperty("3");
    private final StringProperty rungs = new SimpleStringProperty("3");

    /** @param onEdit called after each change */
    PlanForm(Runnable onEdit) {
        rows = Arrays.stream(Tunable.values()).map(parameter -> new SpaceRow(parameter, onEdit)).toList();
        List.<Observable>of(kind, minutes, trials, eta, rungs).forEach(property -> property.addListener(change -> onEdit.run()));
    }

    List<SpaceRow> rows() {
        return rows;
    }

    ObjectProperty<SearchKind> kindProperty() {
        return kind;
    }

    StringProperty minutesProperty() {
        return minutes;
    }

    /** Most trials to begin; empty for as many as the strategy usually begins. */
    StringProperty trialsProperty() {
        return trials;
    }

    StringProperty etaProperty() {
        return eta;
    }

    StringProperty rungsProperty() {
        return rungs;
    }

    void setForm(Hyperparameters values) {
        rows.forEach(row -> row.setForm(values));
    }

    void apply(SpacePreset preset, Hyperparameters values) {
        rows.forEach(row -> row.suggest(values, preset.varies(row.parameter())));
    }

    /** Fills in what an earlier search varied, and how it went about it. */
    void take(SearchPlan plan) {
        for (SpaceRow row : rows) {
            row.take(plan.space().variations().stream().filter(variation -> variation.parameter() == row.parameter())
                    .map(Variation::candidates).findFirst().orElse(null));
        }
        if (plan.strategy() instanceof SuccessiveHalving halving) {
            eta.set(Integer.toString(halving.eta()));
            rungs.set(Integer.toString(halving.rungs()));
        }
        kind.set(plan.strategy() instanceof GridSearch ? SearchKind.GRID
                : plan.strategy() instanceof RandomSearch ? SearchKind.RANDOM : SearchKind.HALVING);
    }

    /** @throws IllegalArgumentException with a sentence if that is no number of minutes */
    double minutes() {
        String text = minutes.get().strip();
        try {
            if (text.matches("[.0-9]+")) {
                return Double.parseDouble(text);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException("Minutes must be a number such as 5 or 0.5, not “" + text + "”.");
    }

    /**
     * The plan, for a run with these settings.
     *
     * @throws IllegalArgumentException with a sentence if it cannot be
     */
    SearchPlan plan(TrainingRequest base) {
        List<Variation> varied = new ArrayList<>();
        rows.forEach(row -> row.variation().ifPresent(varied::add));
        return SearchPlan.of(base, new SearchSpace(varied), strategy(), base.hyperparameters().seed(), minutes(),
                trials.get().isBlank() ? Optional.empty() : Optional.of(whole("Most trials", trials.get(), "or nothing for no limit, ")));
    }

    private Strategy strategy() {
        return switch (kind.get()) {
            case RANDOM -> new RandomSearch();
            case GRID -> new GridSearch();
            case HALVING -> new SuccessiveHalving(whole("Keep 1 in", eta.get(), ""), whole("Rungs", rungs.get(), ""));
        };
    }

    private static int whole(String label, String text, String orElse) {
        String clean = text.strip();
        if (!clean.matches("\\d{1,6}")) {
            throw new IllegalArgumentException(label + " must be a whole number from 1, " + orElse + "not “" + clean + "”.");
        }
        return Integer.parseInt(clean);
    }
}
