package io.marquee.tune;

import io.marquee.model.Hyperparameters;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Every combination of values, in an order shuffled by the seed: where the time runs out, no corner was left out. */
public record GridSearch() implements Strategy {

    private static final int MOST_POINTS = 100_000;

    @Override
    public String id() {
        return "grid";
    }

    @Override
    public String words() {
        return "grid search";
    }

    @Override
    public void check(SearchSpace space, Hyperparameters base) {
        if (space.gridSize() > MOST_POINTS) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "The grid has more than %,d points. Name fewer values, "
                    + "or search at random.", MOST_POINTS));
        }
    }

    @Override
    public int usualTrials(SearchSpace space) {
        return (int) Math.min(SearchPlan.MOST_TRIALS, space.gridSize());
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
        int size = (int) plan.space().gridSize();
        if (trials.size() >= Math.min(size, plan.maximumTrials())) {
            return new Step.Done();
        }
        return new Step.Begin(plan.space().gridPoint(plan.base().hyperparameters(), order(size, plan.seed())[trials.size()]));
    }

    /** Fisher and Yates' shuffle. */
    private static int[] order(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }
}
