package io.marquee.data;

import java.util.Optional;

/**
 * A division of a rating table's rows into a train part, a test part and, where asked for, a validation part. Nothing may
 * be computed from the test part but metrics: means, centring and baselines come from the train part alone, and choices
 * such as when to stop come from the validation part. Where numbers of ratings were asked for, they are counted in the
 * train part, and the split's table holds what that leaves.
 */
public final class Split {

    private final RatingTable ratings;
    private final int[] trainRows;
    private final int[] validationRows;
    private final int[] testRows;
    private final String description;
    private final Optional<FilterStep> filterStep;

    /** The arrays hold ascending table rows and are owned by the split from now on. */
    Split(RatingTable ratings, int[] trainRows, int[] validationRows, int[] testRows, String description,
            Optional<FilterStep> filterStep) {
        this.ratings = ratings;
        this.trainRows = trainRows;
        this.validationRows = validationRows;
        this.testRows = testRows;
        this.description = description;
        this.filterStep = filterStep;
    }

    /** Divides as a spec says and keeps everybody. */
    public static Split of(RatingTable ratings, SplitSpec spec) {
        return of(ratings, spec, RatingCore.NONE);
    }

    /**
     * Divides as a spec says. Same table, spec and core, same split.
     *
     * @param core numbers of ratings that users and movies must have in the train part; others are in no part
     * @throws IllegalArgumentException if the table cannot be divided so, with a sentence for people: it has too few
     *     ratings, no times where the split goes by time, or the core leaves a part empty
     */
    public static Split of(RatingTable ratings, SplitSpec spec, RatingCore core) {
        return new Splitter(ratings, spec, core).divide();
    }

    /**
     * The published split: rows before {@code trainRows} are the train part, the others the test part. Of the spec only
     * the validation part counts; it is taken from the train part.
     *
     * @param core numbers of ratings that users and movies must have in the train part; others are in no part
     * @throws IllegalArgumentException if one part would be empty
     */
    public static Split published(RatingTable ratings, int trainRows, SplitSpec spec, RatingCore core) {
        return new Splitter(ratings, spec, core).published(trainRows);
    }

    /** The ratings that are in a part, which are all unless numbers of ratings were asked for. */
    public RatingTable ratings() {
        return ratings;
    }

    public int trainSize() {
        return trainRows.length;
    }

    /** The size of the validation part; 0 where there is none. */
    public int validationSize() {
        return validationRows.length;
    }

    public int testSize() {
        return testRows.length;
    }

    /** A copy of the rows of the train part, in table order, for a shuffle to permute. */
    public int[] trainRows() {
        return trainRows.clone();
    }

    /** A copy of the rows of the validation part, in table order. */
    public int[] validationRows() {
        return validationRows.clone();
    }

    /** A copy of the rows of the test part, in table order. */
    public int[] testRows() {
        return testRows.clone();
    }

    /** The table row of the i-th rating of the train part. */
    public int trainRow(int i) {
        return trainRows[i];
    }

    /** The table row of the i-th rating of the validation part. */
    public int validationRow(int i) {
        return validationRows[i];
    }

    /** The table row of the i-th rating of the test part. */
    public int testRow(int i) {
        return testRows[i];
    }

    /** Fills the targets with the validation ratings {@code from..from+count-1}, in table order. */
    public void gatherValidation(int from, int count, int[] users, int[] items, float[] targets) {
        ratings.gather(validationRows, from, count, users, items, targets);
    }

    /** Fills the targets with the test ratings {@code from..from+count-1}, in table order. */
    public void gatherTest(int from, int count, int[] users, int[] items, float[] targets) {
        ratings.gather(testRows, from, count, users, items, targets);
    }

    /** How the division was made, in words, for protocols. */
    public String description() {
        return description;
    }

    /** What is left by the numbers of ratings that were asked for; empty where none were. */
    public Optional<FilterStep> filterStep() {
        return filterStep;
    }

    /** For each user, whether the train part holds a rating of theirs. */
    public boolean[] usersInTrain() {
        boolean[] seen = new boolean[ratings.users().size()];
        for (int row : trainRows) {
            seen[ratings.user(row)] = true;
        }
        return seen;
    }

    /** For each item, whether the train part holds a rating of it. */
    public boolean[] itemsInTrain() {
        boolean[] seen = new boolean[ratings.items().size()];
        for (int row : trainRows) {
            seen[ratings.item(row)] = true;
        }
        return seen;
    }

    /** The number of users of the test part without a rating in the train part. */
    public int coldUsers() {
        boolean[] seen = usersInTrain();
        int cold = 0;
        for (int row : testRows) {
            cold += seen[ratings.user(row)] ? 0 : 1;
            seen[ratings.user(row)] = true;
        }
        return cold;
    }

    /** The number of items of the test part without a rating in the train part. */
    public int coldItems() {
        boolean[] seen = itemsInTrain();
        int cold = 0;
        for (int row : testRows) {
            cold += seen[ratings.item(row)] ? 0 : 1;
            seen[ratings.item(row)] = true;
        }
        return cold;
    }

    /** The mean and standard deviation of the train part's ratings. */
    public RatingStatistics trainStatistics() {
        RatingStatistics.Accumulator accumulator = new RatingStatistics.Accumulator();
        for (int row : trainRows) {
            accumulator.add(ratings.rating(row));
        }
        return accumulator.result();
    }
}
