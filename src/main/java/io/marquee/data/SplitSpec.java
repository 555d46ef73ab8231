package io.marquee.data;

import java.util.Locale;

/**
 * How to divide ratings into a train and a test part and, where asked for, a validation part. Values that a method does
 * not use are 0.
 *
 * @param method how the test part is chosen
 * @param testFraction share of the ratings in the test part, above 0 and below 1
 * @param lastRatings ratings of each user in the test part of {@link SplitMethod#LEAVE_LAST}, at least 1
 * @param folds number of parts of {@link SplitMethod#FOLDS}, at least 2
 * @param fold which of them is the test part, from 1
 * @param validationFraction share of the train part that is set aside for validation, 0 for none, below 1. It is taken
 *     from the train part in the way the test part was taken from all ratings: at random, or the latest.
 * @param seed seed of the random choices
 */
public record SplitSpec(
        SplitMethod method,
        double testFraction,
        int lastRatings,
        int folds,
        int fold,
        double validationFraction,
        long seed) {

    /** The most parts that cross-validation may have. */
    public static final int MAXIMUM_FOLDS = 100;

    public SplitSpec {
        // Settings and models of versions that knew only random splits name no method.
        method = method == null ? SplitMethod.RANDOM : method;
        testFraction = method.hasTestFraction() ? testFraction : 0;
        lastRatings = method == SplitMethod.LEAVE_LAST ? lastRatings : 0;
        folds = method == SplitMethod.FOLDS ? folds : 0;
        fold = method == SplitMethod.FOLDS ? fold : 0;
        if (method.hasTestFraction() && !(testFraction > 0 && testFraction < 1)) {
            throw new IllegalArgumentException(
                    "The test part must be a share between 0 and 1 of the ratings, such as 0.2, not "
                            + testFraction + ".");
        }
        if (method == SplitMethod.LEAVE_LAST && lastRatings < 1) {
            throw new IllegalArgumentException(
                    "At least one rating of each user must go into the test part, not " + lastRatings + ".");
        }
        if (method == SplitMethod.FOLDS && (folds < 2 || folds > MAXIMUM_FOLDS || fold < 1 || fold > folds)) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "Cross-validation has 2 to %d folds, and the "
                    + "test part is one of them, counted from 1, not fold %d of %d.", MAXIMUM_FOLDS, fold, folds));
        }
        if (!(validationFraction >= 0 && validationFraction < 1)) {
            throw new IllegalArgumentException("The validation part must be a share of the train part from 0, for "
                    + "none, to below 1, such as 0.1, not " + validationFraction + ".");
        }
    }

    /** A random split without a validation part. */
    public SplitSpec(double testFraction, long seed) {
        this(SplitMethod.RANDOM, testFraction, 0, 0, 0, 0, seed);
    }

    /** The share of each user's ratings, chosen at random. */
    public static SplitSpec perUser(double testFraction, long seed) {
        return new SplitSpec(SplitMethod.PER_USER, testFraction, 0, 0, 0, 0, seed);
    }

    /** The latest share of all ratings. */
    public static SplitSpec byTime(double testFraction) {
        return new SplitSpec(SplitMethod.BY_TIME, testFraction, 0, 0, 0, 0, 0);
    }

    /** The last ratings of each user. */
    public static SplitSpec leaveLast(int ratings) {
        return new SplitSpec(SplitMethod.LEAVE_LAST, 0, ratings, 0, 0, 0, 0);
    }

    /** One fold of several. */
    public static SplitSpec fold(int fold, int folds, long seed) {
        return new SplitSpec(SplitMethod.FOLDS, 0, 0, folds, fold, 0, seed);
    }

    /** The same with another fold as the test part. */
    public SplitSpec withFold(int other) {
        return new SplitSpec(method, testFraction, lastRatings, folds, other, validationFraction, seed);
    }

    /** The same with a share of the train part set aside for validation. */
    public SplitSpec withValidation(double fraction) {
        return new SplitSpec(method, testFraction, lastRatings, folds, fold, fraction, seed);
    }
}
