package io.marquee.tune;

import io.marquee.data.SplitSpec;
import io.marquee.runs.SettingsWords;
import io.marquee.train.TrainingRequest;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A search as a person asks for it.
 *
 * @param base the run whose hyperparameters are varied; its ratings are divided with a validation part, by which trials are
 *     compared
 * @param space what varies
 * @param strategy in what order
 * @param seed seed of the draws
 * @param minutes how long the search may run, pauses excluded, above 0
 * @param maximumTrials most trials to begin, at least 1
 */
public record SearchPlan(
        TrainingRequest base,
        SearchSpace space,
        Strategy strategy,
        long seed,
        double minutes,
        int maximumTrials) {

    /** Most trials of a search. */
    public static final int MOST_TRIALS = 1000;

    /** The part of the train part that is set aside for validation where a person sets none aside. */
    public static final double VALIDATION_FRACTION = 0.1;

    private static final double MOST_MINUTES = 7 * 24 * 60;

    /** @throws IllegalArgumentException with a sentence if the search cannot be */
    public SearchPlan {
        checkMinutes(minutes);
        if (maximumTrials < 1 || maximumTrials > MOST_TRIALS) {
            throw new IllegalArgumentException(String.format(Locale.ROOT,
                    "The number of trials must be from 1 to %,d, not %,d.", MOST_TRIALS, maximumTrials));
        }
        if (!(base.split().validationFraction() > 0)) {
            throw new IllegalArgumentException("A search chooses by a validation part, and there is none.");
        }
        strategy.check(space, base.hyperparameters());
    }

    /** @throws IllegalArgumentException with a sentence if a search cannot have so many minutes */
    public static void checkMinutes(double minutes) {
        if (!(minutes > 0 && minutes <= MOST_MINUTES)) {
            throw new IllegalArgumentException(String.format(Locale.ROOT,
                    "The budget must be above 0 minutes and at most %,.0f, a week, not %s.", MOST_MINUTES,
                    Double.isFinite(minutes) ? SettingsWords.number(minutes) : "without end"));
        }
    }

    /**
     * A plan whose ratings get a validation part where they have none.
     *
     * @param maximumTrials most trials; empty for as many as the strategy usually begins
     * @throws IllegalArgumentException with a sentence if the search cannot be
     */
    public static SearchPlan of(TrainingRequest base, SearchSpace space, Strategy strategy, long seed, double minutes,
            Optional<Integer> maximumTrials) {
        SplitSpec split = base.split().validationFraction() > 0 ? base.split()
                : base.split().withValidation(VALIDATION_FRACTION);
        strategy.check(space, base.hyperparameters());
        return new SearchPlan(base.with(split).withThreads(base.threadsHere()), space, strategy, seed, minutes,
                maximumTrials.orElseGet(() -> strategy.usualTrials(space)));
    }

    /** The same with more time, or less. */
    public SearchPlan within(double others) {
        return new SearchPlan(base, space, strategy, seed, others, maximumTrials);
    }

    /** The same with another number of trials. */
    public SearchPlan upTo(int trials) {
        return new SearchPlan(base, space, strategy, seed, minutes, trials);
    }

    /** The number of epochs after which a trial is compared. */
    int epochsOf(Trial trial) {
        return strategy.epochsOf(trial.rung(), trial.settings().epochs());
    }

    /** What to do next: first what was begun, then what the strategy says. */
    Step next(List<Trial> trials, double seconds) {
        return trials.stream()
                .filter(trial -> trial.state().open() && trial.state() != TrialState.WAITING)
                .min(Comparator.comparingInt(Trial::number))
                .<Step>map(Step.GoOn::new)
                .orElseGet(() -> strategy.next(this, trials, seconds / (60 * minutes)));
    }

    /** How trials are compared, as a sentence. */
    public String protocol() {
        return String.format(Locale.ROOT, "Trials are compared by their MSE on a validation part, %s %% of the train part; the "
                + "test part is measured once, for the best, at the end.",
                BigDecimal.valueOf(base.split().validationFraction()).movePointRight(2).stripTrailingZeros().toPlainString());
    }
}
