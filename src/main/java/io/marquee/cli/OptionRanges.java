package io.marquee.cli;

import io.marquee.data.SplitSpec;
import io.marquee.model.Range;
import io.marquee.tune.SearchPlan;
import io.marquee.tune.SuccessiveHalving;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Says which numbers an option takes, where one was given that does not even fit into an {@code int} or {@code long}. */
final class OptionRanges {

    private static final Map<String, String> ALLOWED = Map.ofEntries(
            Map.entry("--embedding", Range.EMBEDDING_SIZE.allowed()),
            Map.entry("--hidden", "sizes, each " + Range.HIDDEN_SIZE.allowed()),
            Map.entry("--batch", Range.BATCH_SIZE.allowed()),
            Map.entry("--epochs", Range.EPOCHS.allowed()),
            Map.entry("--last", Range.LAST_RATINGS.allowed()),
            Map.entry("--folds", Range.FOLDS.allowed()),
            Map.entry("--fold", whole(1, SplitSpec.MAXIMUM_FOLDS)),
            Map.entry("--trials", whole(1, SearchPlan.MOST_TRIALS)),
            Map.entry("--eta", whole(SuccessiveHalving.LEAST, SuccessiveHalving.MOST_ETA)),
            Map.entry("--rungs", whole(SuccessiveHalving.LEAST, SuccessiveHalving.MOST_RUNGS)),
            Map.entry("--port", whole(0, ServeCommand.LAST_PORT)),
            Map.entry("--prepare", whole(0, ServeCommand.MOST_PREPARED)));

    private OptionRanges() {}

    /** The words of an exception, and the range of its option where they say that a number is beyond all bounds. */
    static String inWords(ParameterException exception) {
        String words = exception.getMessage();
        return words.endsWith(Numbers.TOO_LARGE) || words.endsWith(Numbers.TOO_SMALL)
                ? words + "; give " + allowed(exception.getArgSpec()) : words;
    }

    private static String allowed(ArgSpec argument) {
        String name = argument instanceof OptionSpec option ? option.longestName() : "";
        boolean wide = argument.type() == Long.class || argument.type() == long.class;
        return ALLOWED.getOrDefault(name, wide ? whole(Long.MIN_VALUE, Long.MAX_VALUE) : "one of at most "
                + String.format(Locale.ROOT, "%,d", Integer.MAX_VALUE));
    }

    private static String whole(long least, long most) {
        return String.format(Locale.ROOT, "a whole number from %,d to %,d", least, most);
    }
}
