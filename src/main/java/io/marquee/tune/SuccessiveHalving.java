package io.marquee.tune;

import io.marquee.model.Hyperparameters;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Many trials begin with few epochs; of those, the best part goes on with more, from where it stopped, and so forth up to
 * all epochs (Jamieson and Talwalkar, Non-stochastic best arm identification and hyperparameter optimization, AISTATS 2016).
 * Each rung has an equal share of the time, as there, and leaves to the next what it does not use.
 *
 * @param eta one trial in so many goes on, and is trained up to so many times the epochs; 2 to 10
 * @param rungs number of times trials are compared, 2 to 8
 */
public record SuccessiveHalving(int eta, int rungs) implements Strategy {

    /** One trial in so many goes on unless said otherwise. */
    public static final int USUAL_ETA = 3;

    /** Fewest that either may be. */
    public static final int LEAST = 2;

    /** Largest {@code eta}. */
    public static final int MOST_ETA = 10;

    /** Most rungs. */
    public static final int MOST_RUNGS = 8;

    private static final int USUAL_RUNGS = 3;

    /** @throws IllegalArgumentException with a sentence if a value is out of range */
    public SuccessiveHalving {
        if (eta < LEAST || eta > MOST_ETA) {
            throw new IllegalArgumentException("Halving keeps one trial in 2 to 10, not in " + eta + ".");
        }
        if (rungs < LEAST || rungs > MOST_RUNGS) {
            throw new IllegalArgumentException("Halving has 2 to 8 rungs, not " + rungs + ".");
        }
    }

    /** Three rungs, or two where there are too few epochs for three. */
    public static SuccessiveHalving usual(int eta, int epochs) {
        return new SuccessiveHalving(eta, epochs >= eta * eta ? USUAL_RUNGS : USUAL_RUNGS - 1);
    }

    @Override
    public String id() {
        return "halving";
    }

    @Override
    public String words() {
        return "successive halving, 1 in " + eta + " over " + rungs + " rungs";
    }

    @Override
    public void check(SearchSpace space, Hyperparameters base) {
        if (space.varies(Tunable.EPOCHS)) {
            throw new IllegalArgumentException("Halving itself decides how many epochs a trial gets: leave the epochs fixed, at "
                    + "the most that a trial may have.");
        }
        long least = Math.round(Math.pow(eta, rungs - 1));
        if (base.epochs() < least) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "%d rungs of which each trains %d times as long need "
                    + "at least %,d epochs, not %,d. Ask for more epochs or fewer rungs.", rungs, eta, least, base.epochs()));
        }
    }

    @Override
    public int usualTrials(SearchSpace space) {
        int most = (int) Math.min(SearchPlan.MOST_TRIALS, Math.round(Math.pow(eta, rungs)));
        return space.finite() ? (int) Math.min(most, space.gridSize()) : most;
    }

    @Override
    public int lastRung() {
        return rungs - 1;
    }

    @Override
    public int epochsOf(int rung, int planned) {
        return (int) Math.max(1, Math.round(planned / Math.pow(eta, rungs - 1 - rung)));
    }

    @Override
    public Step next(SearchPlan plan, List<Trial> trials, double used) {
        int rung = trials.stream().filter(trial -> trial.state() != TrialState.FAILED).mapToInt(Trial::rung).max().orElse(0);
        List<Trial> here = trials.stream().filter(trial -> trial.rung() == rung).toList();
        List<Trial> done = here.stream().filter(trial -> trial.state() == TrialState.DONE)
                .sorted(Comparator.comparingDouble(Trial::validationMse)).toList();
        boolean late = used >= (double) (rung + 1) / rungs && !done.isEmpty();
        if (!late) {
            Optional<Step> more = rung == 0 ? beginning(plan, trials) : here.stream()
                    .filter(trial -> trial.state() == TrialState.WAITING)
                    .min(Comparator.comparingDouble(Trial::validationMse)).map(Step.GoOn::new);
            if (more.isPresent()) {
                return more.get();
            }
        }
        if (rung == lastRung() || done.isEmpty()) {
            return new Step.Done();
        }
        Set<Integer> on = new HashSet<>();
        done.stream().limit(Math.max(1, done.size() / eta)).forEach(trial -> on.add(trial.number()));
        Set<Integer> dropped = new HashSet<>();
        here.stream().filter(trial -> trial.state() != TrialState.FAILED && !on.contains(trial.number()))
                .forEach(trial -> dropped.add(trial.number()));
        return new Step.Promote(on, dropped);
    }

    private static Optional<Step> beginning(SearchPlan plan, List<Trial> trials) {
        return trials.size() >= plan.maximumTrials() ? Optional.empty()
                : RandomSearch.draw(plan, trials).map(Step.Begin::new);
    }
}
