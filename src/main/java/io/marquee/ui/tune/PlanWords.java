package io.marquee.ui.tune;

import io.marquee.tune.GridSearch;
import io.marquee.tune.SearchPlan;
import io.marquee.tune.SuccessiveHalving;
import java.util.Locale;

/** What a plan comes to, in a sentence. */
final class PlanWords {

    private PlanWords() {}

    static String of(SearchPlan plan) {
        int epochs = plan.base().hyperparameters().epochs();
        if (plan.strategy() instanceof SuccessiveHalving halving) {
            StringBuilder words = new StringBuilder(String.format(Locale.ROOT, "At most %s of %s",
                    count(plan.maximumTrials(), "trial"), count(halving.epochsOf(0, epochs), "epoch")));
            int left = plan.maximumTrials();
            for (int rung = 1; rung <= halving.lastRung(); rung++) {
                left = Math.max(1, left / halving.eta());
                words.append(String.format(Locale.ROOT, rung == 1 ? "; the best %d go on to %d" : ", the best %d to %d", left,
                        halving.epochsOf(rung, epochs)));
            }
            return words.append('.').toString();
        }
        if (plan.strategy() instanceof GridSearch) {
            long size = plan.space().gridSize();
            return String.format(Locale.ROOT, "%s%s, of %s each.", plan.maximumTrials() < size
                    ? String.format(Locale.ROOT, "%,d of ", plan.maximumTrials()) : "", count(size, "combination"),
                    count(epochs, "epoch"));
        }
        return String.format(Locale.ROOT, "%s of %s each, until the time is up.", plan.maximumTrials() < SearchPlan.MOST_TRIALS
                ? "At most " + count(plan.maximumTrials(), "draw") : "Draws", count(epochs, "epoch"));
    }

    private static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }
}
