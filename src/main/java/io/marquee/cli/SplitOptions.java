package io.marquee.cli;

import io.marquee.data.SplitMethod;
import io.marquee.data.SplitSpec;
import io.marquee.model.Range;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** How to divide the ratings. */
final class SplitOptions {

    private static final double TEST_FRACTION = 0.2;

    private static final Pattern PUBLISHED = Pattern.compile("[ur][1-5ab]");

    private SplitMethod method;
    private String published;

    @Option(names = "--test-fraction", paramLabel = "SHARE", converter = Numbers.Real.class,
            description = "Share of the ratings that become the test part. Without it: 0.2.")
    private Double testFraction;

    @Option(names = "--last", paramLabel = "N", converter = Numbers.Whole.class,
            description = "With --split leave-last: ratings of each user in the test part. Without it: 1.")
    private Integer last;

    @Option(names = "--folds", paramLabel = "K", converter = Numbers.Whole.class,
            description = "Cross-validation: trains K times, each time with another of K random parts as the test part, "
                    + "and prints mean and standard deviation.")
    private Integer folds;

    @Option(names = "--fold", paramLabel = "I", converter = Numbers.Whole.class,
            description = "With --folds: train only once, with the part I (from 1) as the test part.")
    private Integer fold;

    @Option(names = "--validation-fraction", paramLabel = "SHARE", converter = Numbers.Real.class,
            description = "Share of the train part to set aside for validation. Without it: 0, none.")
    private Double validationFraction;

    @Option(names = "--split", paramLabel = "KIND", completionCandidates = Choices.Splits.class,
            converter = Kinds.class,
            description = "How the test part is chosen, one of ${COMPLETION-CANDIDATES}: random, any ratings; per-user, "
                    + "a share of each user's; time, the latest; leave-last, the latest of each user. Or the name of a "
                    + "split that comes with the data, such as u1 to u5, ua and ub of MovieLens 100K. Without it: random.")
    void split(Kind kind) {
        published = kind.published();
        method = kind.method();
    }

    /** A way to divide, or the name of a split that comes with the data; the other is null. */
    private record Kind(SplitMethod method, String published) {}

    private static final class Kinds implements ITypeConverter<Kind> {
        @Override
        public Kind convert(String text) {
            String name = text.strip().toLowerCase(Locale.ROOT);
            return PUBLISHED.matcher(name).matches() ? new Kind(null, name) : new Kind(new Choices.Splits().convert(text), null);
        }
    }

    /** The name of a split that comes with the data, if one was asked for. */
    Optional<String> published() {
        return Optional.ofNullable(published);
    }

    /**
     * The split that was asked for; with all folds asked for, the first.
     *
     * @param comesDivided whether the data comes as a train and a test file
     * @throws io.marquee.model.InvalidHyperparameterException if a value is out of range
     */
    SplitSpec spec(boolean comesDivided, long seed) {
        if (published != null && (comesDivided || testFraction != null || last != null || folds != null)) {
            throw CommandFailure.usage("--split " + published + " says which ratings are the test part: leave out "
                    + (comesDivided ? "--train and --test." : testFraction != null ? "--test-fraction."
                            : last != null ? "--last." : "--folds."));
        }
        refuseWhatDoesNotGoTogether(comesDivided);
        SplitMethod chosen = folds != null ? SplitMethod.FOLDS : method == null ? SplitMethod.RANDOM : method;
        double validation = checked(Range.VALIDATION_FRACTION, validationFraction, 0);
        double test = checked(Range.TEST_FRACTION, testFraction, TEST_FRACTION);
        int ratings = (int) checked(Range.LAST_RATINGS, last, 1);
        int parts = (int) checked(Range.FOLDS, folds, 0);
        if (fold != null && (fold < 1 || fold > parts)) {
            throw CommandFailure.usage("--fold must be from 1 to " + parts + ", the number of folds, not " + fold + ".");
        }
        return new SplitSpec(chosen, test, ratings, parts, fold == null ? 1 : fold, validation, seed);
    }

    /** Whether all folds are to be trained, one after the other. */
    boolean allFolds() {
        return folds != null && fold == null;
    }

    private void refuseWhatDoesNotGoTogether(boolean comesDivided) {
        if (comesDivided && (method != null || published != null || testFraction != null || last != null || folds != null)) {
            String option = method != null || published != null ? "--split" : testFraction != null ? "--test-fraction"
                    : last != null ? "--last" : "--folds";
            throw CommandFailure.usage(option + " has no meaning with --train and --test: the data comes divided.");
        }
        if (folds != null && (method != null && method != SplitMethod.RANDOM || testFraction != null)) {
            throw CommandFailure.usage("--folds divides at random into equal parts: leave out "
                    + (testFraction != null ? "--test-fraction." : "--split."));
        }
        if (fold != null && folds == null) {
            throw CommandFailure.usage("--fold says which of --folds is the test part: --folds is missing.");
        }
        if (last != null && method != SplitMethod.LEAVE_LAST) {
            throw CommandFailure.usage("--last goes with --split leave-last.");
        }
        if (method == SplitMethod.LEAVE_LAST && testFraction != null) {
            throw CommandFailure.usage("--test-fraction has no meaning with --split leave-last: --last says how many "
                    + "ratings of each user become the test part.");
        }
    }

    private static double checked(Range range, Number value, double otherwise) {
        if (value == null) {
            return otherwise;
        }
        range.check(value.doubleValue());
        return value.doubleValue();
    }
}
