package io.marquee.tune;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A search and what it found so far.
 *
 * @param id number of the search, counted from 1 over all searches of this person
 * @param state where it is in its life
 * @param created when it was started
 * @param dataset name of its dataset
 * @param fingerprint hash of the ratings, as hexadecimal digits
 * @param plan what was asked for
 * @param seconds how long it has run, pauses excluded
 * @param note why it ended or paused, as a sentence; empty while it runs
 * @param trials its trials, in the order they were begun
 */
public record Search(
        long id,
        SearchState state,
        Instant created,
        String dataset,
        String fingerprint,
        SearchPlan plan,
        double seconds,
        String note,
        List<Trial> trials) {

    public Search {
        trials = List.copyOf(trials);
    }

    /** What it is called, such as "Search 3". */
    public String title() {
        return "Search " + id;
    }

    Search in(SearchState other, String sentence) {
        return new Search(id, other, created, dataset, fingerprint, plan, seconds, sentence, trials);
    }

    Search after(double spent) {
        return new Search(id, state, created, dataset, fingerprint, plan, spent, note, trials);
    }

    /** The same with another plan, such as one with more time. */
    public Search planned(SearchPlan other) {
        return new Search(id, state, created, dataset, fingerprint, other, seconds, note, trials);
    }

    /** The same with a trial that is new, or in place of the one of its number. */
    Search with(Trial trial) {
        List<Trial> changed = new ArrayList<>(trials);
        if (trial.number() > changed.size()) {
            changed.add(trial);
        } else {
            changed.set(trial.number() - 1, trial);
        }
        return new Search(id, state, created, dataset, fingerprint, plan, seconds, note, changed);
    }

    Trial trial(int number) {
        return trials.get(number - 1);
    }

    /**
     * The trial with the lowest validation MSE, of those that were trained as far as any: a trial of a few epochs says little
     * beside one of many. Empty while none has finished a rung.
     */
    public Optional<Trial> best() {
        return compared().stream().min(Comparator.comparingDouble(Trial::validationMse));
    }

    /** The trials that the best is chosen among: measured, and trained as far as any; none while none has finished a rung. */
    public List<Trial> compared() {
        List<Trial> measured = trials.stream()
                .filter(trial -> trial.state() != TrialState.FAILED && trial.level() > 0
                        && Double.isFinite(trial.validationMse()))
                .toList();
        int highest = measured.stream().mapToInt(Trial::level).max().orElse(0);
        return measured.stream().filter(trial -> trial.level() == highest).toList();
    }

    /**
     * What stopping early would have gained, as a sentence: a trial that was better than the best before it got worse. Empty where
     * there is none.
     */
    public String betterEarlier() {
        double reached = best().map(Trial::validationMse).orElse(Double.NaN);
        return trials.stream()
                .filter(trial -> !trial.state().open() && trial.lowestMse() < Math.min(reached, trial.validationMse()))
                .min(Comparator.comparingDouble(Trial::lowestMse))
                .map(trial -> String.format(Locale.ROOT, "Trial %d had a validation MSE of %.4f in an earlier epoch than its last: a "
                        + "search with early stopping keeps such epochs.", trial.number(), trial.lowestMse()))
                .orElse("");
    }

    /**
     * A trial that shows a lower validation MSE than the best and is not compared with it, because it was not trained as far, as
     * a sentence. Empty where there is none.
     */
    public String lowerButNotComparable() {
        return trials.stream().filter(trial -> !whyNotComparable(trial).isEmpty())
                .min(Comparator.comparingDouble(Trial::validationMse))
                .map(trial -> String.format(Locale.ROOT, "Trial %d shows a lower validation MSE, %.4f after %d %s, but %s: only trials "
                        + "trained equally far are compared.", trial.number(), trial.validationMse(), trial.epochs(),
                        trial.epochs() == 1 ? "epoch" : "epochs", whyNotComparable(trial)))
                .orElse("");
    }

    /**
     * Why a trial with a lower validation MSE than the best is not the best, in a few words that follow "it"; empty for a trial
     * of which nobody would ask that, and for one that can still become the best.
     */
    public String whyNotComparable(Trial trial) {
        double reached = best().map(Trial::validationMse).orElse(Double.NaN);
        if (!(trial.validationMse() < reached)) {
            return "";
        }
        return switch (trial.state()) {
            case CUT -> "was cut short";
            case FAILED -> "failed";
            case DONE, DROPPED -> "was trained less far";
            case RUNNING, PAUSED, WAITING -> "";
        };
    }

    /** Whether something is left that it could try if it had the time. */
    public boolean hasMore() {
        return !(plan.next(trials, seconds) instanceof Step.Done);
    }

    /** Whether it waits to be resumed. */
    public boolean resumable() {
        return state == SearchState.PAUSED || state == SearchState.INTERRUPTED;
    }

    /** Whether the checkpoints of a trial's run are still needed. */
    boolean needs(Trial trial) {
        boolean goesOn = trial.state().open()
                || trial.state() == TrialState.DONE && trial.rung() < plan.strategy().lastRung();
        return goesOn || best().filter(leader -> leader.number() == trial.number()).isPresent();
    }
}
