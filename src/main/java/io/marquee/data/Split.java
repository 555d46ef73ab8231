package io.marquee.data;

import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A division of a rating table's rows into a train and a test part. Nothing may be computed from the test part but
 * metrics: means, centring and baselines come from the train part alone.
 */
public final class Split {

    private final RatingTable ratings;
    private final int[] trainRows;
    private final int[] testRows;
    private final String description;

    private Split(RatingTable ratings, int[] trainRows, int[] testRows, String description) {
        this.ratings = ratings;
        this.trainRows = trainRows;
        this.testRows = testRows;
        this.description = description;
    }

    /**
     * Divides at random: exactly round(size x testFraction) rows, but at least one and not all, become the test part.
     * Same table size and spec, same split.
     *
     * @throws IllegalArgumentException if the table has fewer than two ratings
     */
    public static Split random(RatingTable ratings, SplitSpec spec) {
        int size = ratings.size();
        if (size < 2) {
            throw new IllegalArgumentException(
                    "A train and a test part need at least two ratings; this dataset has " + size + ".");
        }
        int test = (int) Math.max(1, Math.min(size - 1, Math.round(size * spec.testFraction())));
        int[] testRows = new int[test];
        int[] trainRows = new int[size - test];
        SplittableRandom random = new SplittableRandom(spec.seed());
        int testLeft = test;
        int trainCount = 0;
        // Selection sampling (Knuth, TAOCP vol. 2, algorithm S): exact counts in one pass, both parts in table order.
        for (int row = 0; row < size; row++) {
            if (random.nextInt(size - row) < testLeft) {
                testRows[test - testLeft] = row;
                testLeft--;
            } else {
                trainRows[trainCount++] = row;
            }
        }
        String description = String.format(Locale.ROOT, "random %s/%s, seed %d",
                percent(1 - spec.testFraction()), percent(spec.testFraction()), spec.seed());
        return new Split(ratings, trainRows, testRows, description);
    }

    /**
     * The published split: rows before {@code trainRows} are the train part, the others the test part.
     *
     * @throws IllegalArgumentException if one part would be empty
     */
    public static Split published(RatingTable ratings, int trainRows) {
        if (trainRows <= 0 || trainRows >= ratings.size()) {
            throw new IllegalArgumentException("A published split needs ratings in both parts; the train part has "
                    + trainRows + " of " + ratings.size() + ".");
        }
        int[] train = new int[trainRows];
        int[] test = new int[ratings.size() - trainRows];
        for (int i = 0; i < train.length; i++) {
            train[i] = i;
        }
        for (int i = 0; i < test.length; i++) {
            test[i] = trainRows + i;
        }
        return new Split(ratings, train, test, "published train and test files");
    }

    private static String percent(double share) {
        double percent = share * 100;
        return percent == Math.rint(percent)
                ? String.format(Locale.ROOT, "%.0f", percent)
                : String.format(Locale.ROOT, "%.1f", percent);
    }

    public RatingTable ratings() {
        return ratings;
    }

    public int trainSize() {
        return trainRows.length;
    }

    public int testSize() {
        return testRows.length;
    }

    /** A copy of the rows of the train part, in table order, for a shuffle to permute. */
    public int[] trainRows() {
        return trainRows.clone();
    }

    /** A copy of the rows of the test part, in table order. */
    public int[] testRows() {
        return testRows.clone();
    }

    /** The table row of the i-th rating of the train part. */
    public int trainRow(int i) {
        return trainRows[i];
    }

    /** The table row of the i-th rating of the test part. */
    public int testRow(int i) {
        return testRows[i];
    }

    /** Fills the targets with the test ratings {@code from..from+count-1}, in table order. */
    public void gatherTest(int from, int count, int[] users, int[] items, float[] targets) {
        ratings.gather(testRows, from, count, users, items, targets);
    }

    /** How the division was made, in words, for protocols. */
    public String description() {
        return description;
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

    /** The mean and standard deviation of the train part's ratings. */
    public RatingStatistics trainStatistics() {
        RatingStatistics.Accumulator accumulator = new RatingStatistics.Accumulator();
        for (int row : trainRows) {
            accumulator.add(ratings.rating(row));
        }
        return accumulator.result();
    }
}
