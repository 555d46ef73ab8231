package io.marquee.tune;

import io.marquee.model.Hyperparameters;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Points drawn at random, none twice. With as many trials it tries more values of each hyperparameter than a grid, of which
 * mostly few matter (Bergstra and Bengio, Random search for hyper-parameter optimization, JMLR 13, 2012).
 */
public record RandomSearch() implements Strategy {

    private static final int ATTEMPTS = 1000;
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    @Override
    public String id() {
        return "random";
    }

    @Override
    public String words() {
        return "random search";
    }

    @Override
    public void check(SearchSpace space, Hyperparameters base) {
        // Any space will do.
    }

    @Override
    public int usualTrials(SearchSpace space) {
        return SearchPlan.MOST_TRIALS;
    }

    @Override
    public int lastRung() {
        return 0;
    }

    @Override
    public int epochsOf(int rung, int planned) {
        return planned;
    }

    @Override
    public Step next(SearchPlan plan, List<Trial> trials, double used) {
        if (trials.size() >= plan.maximumTrials()) {
            return new Step.Done();
        }
        return draw(plan, trials).<Step>map(Step.Begin::new).orElseGet(Step.Done::new);
    }

    /** A point that was not tried; empty where there is none. It follows from the seed and what was tried. */
    static Optional<Hyperparameters> draw(SearchPlan plan, List<Trial> trials) {
        if (plan.space().finite() && trials.size() >= plan.space().gridSize()) {
            return Optional.empty();
        }
        Set<Hyperparameters> tried = new HashSet<>();
        trials.forEach(trial -> tried.add(trial.settings()));
        SplittableRandom random = new SplittableRandom(plan.seed() + GOLDEN_GAMMA * (trials.size() + 1));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Hyperparameters point = plan.space().draw(plan.base().hyperparameters(), random);
            if (!tried.contains(point)) {
                return Optional.of(point);
            }
        }
        return Optional.empty();
    }
}
