package io.marquee.cli;

import io.marquee.runs.SettingsWords;
import io.marquee.tune.Search;
import io.marquee.tune.SearchPlan;
import io.marquee.tune.SearchState;
import io.marquee.tune.Trial;
import io.marquee.tune.Tunable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Prints a search for people: a heading, one line a trial, and the best. */
final class SearchTable {

    private static final int NARROWEST = 8;

    private final Console console;
    private final SearchPlan plan;

    SearchTable(Console console, SearchPlan plan) {
        this.console = console;
        this.plan = plan;
    }

    void heading(Search search) {
        console.result("Search    %d on %s: %s, seed %d, within %s min and %s", search.id(), search.dataset(),
                plan.strategy().words(), plan.seed(), minutes(plan.minutes()), Words.count(plan.maximumTrials(), "trial"));
        console.result("Varied    %s", plan.space().words());
        console.result("Others    %s", SettingsWords.of(plan.base().hyperparameters()));
        console.result("Protocol  %s", plan.protocol());
        console.result("");
    }

    void columns() {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%5s  %-9s  %8s  %6s  %8s  %5s", "Trial", "State",
                "Val. MSE", "Epochs", "Seconds", "Run"));
        for (Tunable parameter : plan.space().parameters()) {
            line.append("  ").append(String.format(Locale.ROOT, "%" + width(parameter) + "s", parameter.id()));
        }
        console.result("%s", line);
    }

    void trial(Trial trial) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%5d  %-9s  %8s  %6d  %,8.1f  %5s", trial.number(),
                trial.state().words(), error(trial.validationMse()), trial.epochs(), trial.seconds(),
                trial.run().isPresent() ? Long.toString(trial.run().getAsLong()) : "-"));
        List<Tunable> parameters = plan.space().parameters();
        List<String> values = plan.space().values(trial.settings());
        for (int i = 0; i < parameters.size(); i++) {
            line.append("  ").append(String.format(Locale.ROOT, "%" + width(parameters.get(i)) + "s", values.get(i)));
        }
        console.result("%s", line);
        if (!trial.failure().isEmpty()) {
            console.say("Trial " + trial.number() + " failed: " + trial.failure());
        }
    }

    private static int width(Tunable parameter) {
        return Math.max(NARROWEST, parameter.id().length());
    }

    /** All trials: first those trained furthest, and of those the best first. */
    void ranked(Search search) {
        search.trials().stream()
                .sorted(Comparator.comparingInt(Trial::rung).reversed().thenComparingDouble(Trial::validationMse))
                .forEach(this::trial);
    }

    void summary(Search search) {
        console.result("");
        if (search.best().isEmpty()) {
            console.result("No trial has come far enough to be compared.");
        } else {
            best(search, search.best().get());
        }
        if (search.state() != SearchState.RUNNING) {
            console.say(search.title() + ": " + search.state().words().toLowerCase(Locale.ROOT)
                    + String.format(Locale.ROOT, " after %.1f of %s minutes", search.seconds() / 60, minutes(plan.minutes()))
                    + (search.note().isEmpty() ? "." : ". " + search.note()));
        }
        if (search.resumable()) {
            console.say("'marquee tune resume " + search.id() + "' goes on.");
        }
    }

    private void best(Search search, Trial best) {
        console.result("Best      trial %d of %d: validation MSE %.4f after %s%s", best.number(), search.trials().size(),
                best.validationMse(), Words.count(best.epochs(), "epoch"),
                Double.isNaN(best.testMse()) ? "; the test part was not measured"
                        : String.format(Locale.ROOT, "; test MSE %.4f, RMSE %.4f, measured once, after the choice",
                                best.testMse(), Math.sqrt(best.testMse())));
        long measured = search.trials().stream().filter(trial -> !Double.isNaN(trial.testMse())).count();
        if (measured > 1) {
            console.result("          The search was resumed after its end: the test part was measured for %d trials by turns.",
                    measured);
        }
        for (String remark : List.of(search.lowerButNotComparable(), search.betterEarlier())) {
            if (!remark.isEmpty()) {
                console.result("          %s", remark);
            }
        }
        console.result("Settings  %s", SettingsWords.of(best.settingsMeasured()));
        console.result("To train  %s", TrainLine.of(plan.base().with(best.settingsMeasured())));
    }

    private static String error(double mse) {
        return Double.isNaN(mse) ? "-" : String.format(Locale.ROOT, "%.4f", mse);
    }

    /** Such as "5" and "0.5". */
    static String minutes(double minutes) {
        return SettingsWords.number(minutes);
    }
}
