package io.marquee.ui.tune;

import io.marquee.runs.SettingsWords;
import io.marquee.tune.Search;
import io.marquee.tune.SearchRun;
import io.marquee.tune.Trial;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a search is, in words.
 *
 * @param fraction share of the time that is used up, from 0 to 1
 * @param words time, trials and what trains now
 */
record SearchStatus(double fraction, String words) {

    static final SearchStatus NONE = new SearchStatus(0, "");

    /** @param seconds how long the search has run */
    static SearchStatus of(Search search, double seconds, SearchRun.Live live) {
        double budget = 60 * search.plan().minutes();
        StringBuilder words = new StringBuilder(String.format(Locale.ROOT, "%s of %s min", clock(Math.min(seconds, budget)),
                SettingsWords.number(search.plan().minutes())));
        int trials = search.trials().size();
        words.append(String.format(Locale.ROOT, " · %,d %s", trials, trials == 1 ? "trial" : "trials"));
        search.best().ifPresent(best -> words.append(String.format(Locale.ROOT, " · best %.4f (trial %d)", best.validationMse(),
                best.number())));
        if (live.trial() > 0) {
            words.append(String.format(Locale.ROOT, " · trial %d at %.0f %%", live.trial(), 100 * live.fraction()));
        }
        return new SearchStatus(Math.min(1, seconds / budget), words.toString());
    }

    /** Such as "2:05". */
    static String clock(double seconds) {
        long whole = (long) seconds;
        return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }

    /** What was found and all that is to be known of it, in sentences; empty while there is nothing. */
    static String result(Search search) {
        if (search.best().isEmpty()) {
            return search.note();
        }
        long measured = search.trials().stream().filter(trial -> !Double.isNaN(trial.testMse())).count();
        String again = measured > 1
                ? "The search went on after its end: the test part was measured for " + measured + " trials." : "";
        return Stream.of(found(search), again, search.note(), search.lowerButNotComparable(), search.betterEarlier())
                .filter(sentence -> !sentence.isEmpty()).collect(Collectors.joining(" "));
    }

    /** The best trial in a sentence, or why there is none. */
    static String found(Search search) {
        return search.best().map(best -> String.format(Locale.ROOT, "Best: trial %d, validation MSE %.4f after %d %s; %s.",
                best.number(), best.validationMse(), best.epochs(), best.epochs() == 1 ? "epoch" : "epochs", tested(best)))
                .orElse(search.note());
    }

    private static String tested(Trial best) {
        return Double.isNaN(best.testMse()) ? "the test part has not been touched"
                : String.format(Locale.ROOT, "test MSE %.4f, RMSE %.4f, measured once, after the choice", best.testMse(),
                        Math.sqrt(best.testMse()));
    }

    /** How far a search came before a crash cut it off. */
    static String interrupted(Search search) {
        return String.format(Locale.ROOT, "%s on %s was interrupted after %d %s. It can go on from there.", search.title(),
                search.dataset(), search.trials().size(), search.trials().size() == 1 ? "trial" : "trials");
    }

    /** The settings of a trial in a few words. */
    static String settings(Trial trial) {
        return SettingsWords.of(trial.settingsMeasured());
    }

    /** Such as "Search 3 · Matinee 100k · random search · Interrupted". */
    static String title(Search search) {
        return search.title() + " · " + search.dataset() + " · " + search.plan().strategy().id() + " · " + search.state().words();
    }
}
