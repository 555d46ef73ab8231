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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What is to be searched, and how, as a person types it. */
final class PlanForm {

    private static final int QUOTED = 24;

    private final List<SpaceRow> rows;
    private final ObjectProperty<SearchKind> kind = new SimpleObjectProperty<>(SearchKind.RANDOM);
    private final StringProperty minutes = new SimpleStringProperty("5");
    private final StringProperty trials = new SimpleStringProperty("");
    private final StringProperty eta = new SimpleStringProperty("3");
    private final StringProperty rungs = new SimpleStringProperty("3");

    private Consumer<String> pointer = field -> {};

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

    /** @param newPointer shows a person the field of an id, such as "search-minutes" */
    void onPoint(Consumer<String> newPointer) {
        pointer = newPointer;
    }

    /** Shows the first field that keeps the plan from being, beside which that is said; false where no single field does. */
    boolean pointToError() {
        Optional<String> error = firstError();
        error.ifPresent(pointer);
        return error.isPresent();
    }

    /** The id of the first field that is wrong, in the order of the form. */
    Optional<String> firstError() {
        Map<String, Runnable> checks = new LinkedHashMap<>();
        checks.put("search-minutes", () -> SearchPlan.checkMinutes(minutes()));
        checks.put("search-trials", this::mostTrials);
        if (kind.get() == SearchKind.HALVING) {
            checks.put("search-eta", this::keptOneIn);
            checks.put("search-rungs", this::numberOfRungs);
        }
        return Stream.concat(rows.stream().flatMap(row -> row.wrongField().stream()),
                checks.entrySet().stream().filter(check -> fails(check.getValue())).map(Map.Entry::getKey)).findFirst();
    }

    private static boolean fails(Runnable check) {
        try {
            check.run();
            return false;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private Optional<Integer> mostTrials() {
        return trials.get().isBlank() ? Optional.empty()
                : Optional.of(whole("Most trials", trials.get(), 1, SearchPlan.MOST_TRIALS, ", or nothing for no limit"));
    }

    private int keptOneIn() {
        return whole("Keep 1 in", eta.get(), SuccessiveHalving.LEAST, SuccessiveHalving.MOST_ETA, "");
    }

    private int numberOfRungs() {
        return whole("Rungs", rungs.get(), SuccessiveHalving.LEAST, SuccessiveHalving.MOST_RUNGS, "");
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
                mostTrials());
    }

    private Strategy strategy() {
        return switch (kind.get()) {
            case RANDOM -> new RandomSearch();
            case GRID -> new GridSearch();
            case HALVING -> new SuccessiveHalving(keptOneIn(), numberOfRungs());
        };
    }

    private static int whole(String label, String text, int least, int most, String orElse) {
        String clean = text.strip();
        boolean number = clean.matches("[-+]?\\d+");
        double value = number ? Double.parseDouble(clean) : Double.NaN;
        if (value >= least && value <= most) {
            return (int) value;
        }
        throw new IllegalArgumentException(String.format(Locale.ROOT, "%s must be a whole number from %,d to %,d%s, not “%s”%s.", label,
                least, most, orElse, clean.length() <= QUOTED ? clean : clean.substring(0, QUOTED) + "…",
                value > most ? ", which is too large" : ""));
    }
}
