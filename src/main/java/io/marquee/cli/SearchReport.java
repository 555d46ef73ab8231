package io.marquee.cli;

import io.marquee.model.Hyperparameters;
import io.marquee.tune.Search;
import io.marquee.tune.SearchSpace;
import io.marquee.tune.Trial;
import io.marquee.tune.Variation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A search as JSON. Errors in squared stars, null where not measured; times in seconds, pauses excluded.
 *
 * @param id number of the search
 * @param state running, paused, interrupted or finished
 * @param note why it ended or paused; empty while it runs
 * @param started when, as ISO 8601 in UTC
 * @param dataset name of the dataset
 * @param fingerprint hash of the ratings, as hexadecimal digits
 * @param protocol how trials are compared
 * @param strategy in what order points are tried
 * @param seed seed of the draws
 * @param minutes how long it may run
 * @param seconds how long it has run
 * @param varied what varies, and within what
 * @param trials its trials, in the order they were begun
 * @param best the best; null while none can be compared
 */
record SearchReport(long id, String state, String note, String started, String dataset, String fingerprint, String protocol,
        String strategy, long seed, double minutes, double seconds, List<Variation> varied, List<Row> trials, Best best) {

    static SearchReport of(Search search) {
        return new SearchReport(search.id(), search.state().name().toLowerCase(Locale.ROOT), search.note(),
                search.created().toString(), search.dataset(), search.fingerprint(), search.plan().protocol(),
                search.plan().strategy().words(), search.plan().seed(), search.plan().minutes(), search.seconds(),
                search.plan().space().variations(),
                search.trials().stream().map(trial -> Row.of(trial, search.plan().space())).toList(),
                search.best().map(trial -> Best.of(trial, search)).orElse(null));
    }

    /** One trial; its run is null before it is recorded. */
    record Row(int trial, Long run, String state, int rung, int epochs, Double validationMse, Double lowestValidationMse,
            Double testMse, double seconds,
            Map<String, String> settings, String failure) {

        private static Row of(Trial trial, SearchSpace space) {
            Map<String, String> settings = new LinkedHashMap<>();
            space.parameters().forEach(parameter -> settings.put(parameter.id(), parameter.valueIn(trial.settings())));
            return new Row(trial.number(), orNull(trial), trial.state().name().toLowerCase(Locale.ROOT), trial.rung(), trial.epochs(),
                    measured(trial.validationMse()), measured(trial.lowestMse()), measured(trial.testMse()), trial.seconds(), settings,
                    trial.failure().isEmpty() ? null : trial.failure());
        }
    }

    /** The best trial, all its settings, and the command that trains with them. */
    record Best(int trial, Long run, int epochs, Double validationMse, Double testMse, Hyperparameters hyperparameters,
            String command) {

        private static Best of(Trial trial, Search search) {
            return new Best(trial.number(), orNull(trial), trial.epochs(), measured(trial.validationMse()),
                    measured(trial.testMse()), trial.settingsMeasured(),
                    TrainLine.of(search.plan().base().with(trial.settingsMeasured())));
        }
    }

    private static Long orNull(Trial trial) {
        return trial.run().isPresent() ? trial.run().getAsLong() : null;
    }

    private static Double measured(double error) {
        return Double.isNaN(error) ? null : error;
    }
}
