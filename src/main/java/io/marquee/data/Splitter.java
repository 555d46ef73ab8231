package io.marquee.data;

import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/** Divides a table as a spec says, keeps those who have enough ratings, and puts into words how. */
final class Splitter {

    private final RatingTable ratings;
    private final SplitSpec spec;
    private final RatingCore core;
    private final RowParts parts;

    Splitter(RatingTable ratings, SplitSpec spec, RatingCore core) {
        this.ratings = ratings;
        this.spec = spec;
        this.core = core;
        this.parts = new RowParts(ratings.size());
    }

    Split divide() {
        if (ratings.size() < 2) {
            throw new IllegalArgumentException(
                    "A train and a test part need at least two ratings; this dataset has " + ratings.size() + ".");
        }
        boolean byTime = spec.method() == SplitMethod.BY_TIME || spec.method() == SplitMethod.LEAVE_LAST;
        if (byTime && !ratings.hasTimestamps()) {
            throw new IllegalArgumentException("This dataset does not say when its ratings were given, so it cannot be "
                    + "divided by time. Choose a random split, or one at random within each user.");
        }
        String added = holdOutForTest().moveOut(parts, RowParts.Part.TEST);
        return finish(inWords(added));
    }

    /** The first rows are the train part, the rest the test part. */
    Split published(int trainRows) {
        if (trainRows <= 0 || trainRows >= ratings.size()) {
            throw new IllegalArgumentException("A published split needs ratings in both parts; the train part has "
                    + trainRows + " of " + ratings.size() + ".");
        }
        for (int row = trainRows; row < parts.rows(); row++) {
            parts.move(row, RowParts.Part.TEST);
        }
        return finish("published train and test files");
    }

    private Split finish(String description) {
        String words = description;
        if (spec.validationFraction() > 0) {
            holdOutForValidation().moveOut(parts, RowParts.Part.VALIDATION);
            words += "; validation: " + validationInWords();
        }
        return core.keepsAll() ? split(ratings, words, Optional.empty()) : core(words);
    }

    /** Those who have enough ratings in the train part, in all parts. */
    private Split core(String words) {
        core.applyTo(ratings, parts);
        if (parts.left() == 0) {
            throw new IllegalArgumentException("The filter leaves nothing: there are no users and movies with "
                    + core.inWords() + ". Ask for less.");
        }
        if (parts.size(RowParts.Part.TEST) == 0 || spec.validationFraction() > 0
                && parts.size(RowParts.Part.VALIDATION) == 0) {
            throw new IllegalArgumentException("The filter leaves no ratings in the "
                    + (parts.size(RowParts.Part.TEST) == 0 ? "test" : "validation") + " part. Ask for less.");
        }
        RatingTable left = ratings.select(parts.leftRows());
        return split(left, words + "; " + core.inWords(), Optional.of(
                new FilterStep(core.inWords(), left.size(), left.users().size(), left.items().size())));
    }

    private Split split(RatingTable table, String words, Optional<FilterStep> step) {
        return new Split(table, parts.rows(RowParts.Part.TRAIN), parts.rows(RowParts.Part.VALIDATION),
                parts.rows(RowParts.Part.TEST), words, step);
    }

    private HoldOut holdOutForTest() {
        return switch (spec.method()) {
            case RANDOM -> new RandomHoldOut(spec.testFraction(), spec.seed());
            case PER_USER -> UserHoldOut.random(ratings, spec.testFraction(), spec.seed());
            case BY_TIME -> new TimeHoldOut(ratings, spec.testFraction());
            case LEAVE_LAST -> UserHoldOut.last(ratings, spec.lastRatings());
            case FOLDS -> new FoldHoldOut(spec.fold(), spec.folds(), spec.seed());
        };
    }

    /** In the way of the test part, so that what is measured on it tells something about the test part. */
    private HoldOut holdOutForValidation() {
        // Another stream of random numbers than the one that chose the test part.
        long seed = new SplittableRandom(spec.seed()).split().nextLong();
        double share = spec.validationFraction();
        return switch (spec.method()) {
            case RANDOM, FOLDS -> new RandomHoldOut(share, seed);
            case PER_USER -> UserHoldOut.random(ratings, share, seed);
            case BY_TIME -> new TimeHoldOut(ratings, share);
            case LEAVE_LAST -> UserHoldOut.latest(ratings, share);
        };
    }

    private String inWords(String added) {
        String shares = percent(1 - spec.testFraction()) + "/" + percent(spec.testFraction());
        return switch (spec.method()) {
            case RANDOM -> "random " + shares + ", seed " + spec.seed();
            case PER_USER -> "random " + shares + " within each user, seed " + spec.seed();
            case BY_TIME -> "by time " + shares + ", test part " + added;
            case LEAVE_LAST -> spec.lastRatings() == 1
                    ? "the last rating of each user"
                    : String.format(Locale.ROOT, "the last %,d ratings of each user", spec.lastRatings());
            case FOLDS -> "fold " + spec.fold() + " of " + spec.folds() + ", seed " + spec.seed();
        };
    }

    private String validationInWords() {
        String share = percent(spec.validationFraction()) + " % of the train part";
        return switch (spec.method()) {
            case RANDOM, FOLDS -> "random " + share;
            case PER_USER -> "random " + share + " within each user";
            case BY_TIME -> "the latest " + share;
            case LEAVE_LAST -> "the latest " + share + " of each user";
        };
    }

    private static String percent(double share) {
        double percent = share * 100;
        return percent == Math.rint(percent)
                ? String.format(Locale.ROOT, "%.0f", percent)
                : String.format(Locale.ROOT, "%.1f", percent);
    }
}
