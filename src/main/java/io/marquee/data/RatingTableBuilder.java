package io.marquee.data;

import java.util.Objects;
import java.util.concurrent.CancellationException;

/**
 * Collects ratings row by row in primitive columns and makes a {@link RatingTable} of them: ids are re-indexed in their
 * order, repeated pairs are left out, and the ratings get the smallest column that holds them exactly.
 *
 * <p>Twenty million rows take 320 MB while they are collected and less than 600 MB at the peak of {@link #build}. A
 * builder builds once and serves one thread.
 */
public final class RatingTableBuilder {

    private static final long LATEST_SECOND = 0xffff_ffffL;

    private final RatingScale scale;
    private final TextIds userIds;
    private final TextIds itemIds;
    private final IntColumn users = new IntColumn();
    private final IntColumn items = new IntColumn();
    /** Bit patterns of floats, so that one growing column serves all. */
    private final IntColumn ratings = new IntColumn();
    private final IntColumn times = new IntColumn();
    private int firstPart = -1;
    private boolean built;

    private RatingTableBuilder(RatingScale scale, TextIds userIds, TextIds itemIds) {
        this.scale = Objects.requireNonNull(scale);
        this.userIds = userIds;
        this.itemIds = itemIds;
    }

    /** A builder for ids that are whole numbers from 0 to 2^31-1. */
    public static RatingTableBuilder ofNumericIds(RatingScale scale) {
        return new RatingTableBuilder(scale, null, null);
    }

    /** A builder for ids that are any text. */
    public static RatingTableBuilder ofTextIds(RatingScale scale) {
        return new RatingTableBuilder(scale, new TextIds(), new TextIds());
    }

    /**
     * What was built.
     *
     * @param table the ratings, in the order they were added
     * @param duplicates rows left out because the same user rated the same item again in the same part
     * @param firstPartRows rows of the table that belong to the first part; all of them where there is one part
     * @param sharedPairs (user, item) pairs that both parts have; they are kept in both
     */
    public record Built(RatingTable table, long duplicates, int firstPartRows, long sharedPairs) {}

    /** The rows added so far. */
    public int size() {
        return users.size();
    }

    /** Adds a rating without a time; the table then has no timestamps at all. */
    public void add(int user, int item, float rating) {
        if (userIds != null) {
            throw new IllegalStateException("This builder takes ids as text.");
        }
        if (user < 0 || item < 0) {
            throw new IllegalArgumentException("Ids are whole numbers from 0 on, not " + user + " and " + item + ".");
        }
        append(user, item, rating);
    }

    /**
     * Adds a rating.
     *
     * @param rating rating in the units of the scale
     * @param second seconds since 1970-01-01T00:00Z, from 0 to 2^32-1
     * @throws IllegalArgumentException if a value is outside its range
     */
    public void add(int user, int item, float rating, long second) {
        int time = time(second);
        add(user, item, rating);
        times.add(time);
    }

    /** Adds a rating without a time; the table then has no timestamps at all. */
    public void add(String user, String item, float rating) {
        if (userIds == null) {
            throw new IllegalStateException("This builder takes ids as numbers.");
        }
        append(userIds.code(user), itemIds.code(item), rating);
    }

    /** Adds a rating with ids that are text; otherwise as {@link #add(int, int, float, long)}. */
    public void add(String user, String item, float rating, long second) {
        int time = time(second);
        add(user, item, rating);
        times.add(time);
    }

    private static int time(long second) {
        if (second < 0 || second > LATEST_SECOND) {
            throw new IllegalArgumentException("A time is 0 to " + LATEST_SECOND + " seconds, not " + second + ".");
        }
        return (int) second;
    }

    private void append(int user, int item, float rating) {
        if (!scale.contains(rating)) {
            throw new IllegalArgumentException("A rating is " + scale.minimum() + " to " + scale.maximum() + ", not "
                    + rating + ".");
        }
        users.add(user);
        items.add(item);
        ratings.add(Float.floatToRawIntBits(rating));
    }

    /**
     * Ends the first part: what is added from now on is the second. Ids are indexed over both; a pair is a duplicate
     * only within its part.
     */
    public void startSecondPart() {
        if (firstPart >= 0) {
            throw new IllegalStateException("A table has at most two parts.");
        }
        firstPart = size();
    }

    /** Makes the table. The builder cannot be used afterwards. */
    public Built build() {
        return build(Progress.NONE);
    }

    /**
     * Makes the table, asking between steps whether it is still wanted.
     *
     * @throws CancellationException if {@code progress} asks to stop
     */
    Built build(Progress progress) {
        if (built) {
            throw new IllegalStateException("A builder builds once.");
        }
        built = true;
        boolean timed = times.size() == size();
        int part = firstPart >= 0 ? firstPart : size();
        int[] userColumn = users.drain();
        IdIndex userIndex = userIds == null ? NumericIds.reindex(userColumn) : userIds.reindex(userColumn);
        step(progress, 0.2);
        int[] itemColumn = items.drain();
        IdIndex itemIndex = itemIds == null ? NumericIds.reindex(itemColumn) : itemIds.reindex(itemColumn);
        step(progress, 0.4);
        RepeatedPairs repeated =
                RepeatedPairs.find(userColumn, userIndex.size(), itemColumn, itemIndex.size(), part);
        step(progress, 0.8);
        RatingColumn ratingColumn = RatingColumns.of(repeated.without(ratings.drain()), scale.step());
        RatingTable table = new RatingTable(
                userIndex,
                itemIndex,
                repeated.without(userColumn),
                repeated.without(itemColumn),
                ratingColumn,
                timed ? repeated.without(times.drain()) : new int[0],
                scaleOf(ratingColumn));
        step(progress, 1);
        int repeatedInFirst = repeated.rows().get(0, part).cardinality();
        return new Built(table, repeated.count(), part - repeatedInFirst, repeated.acrossParts());
    }

    /** The scale that was asked for, unless the ratings do not keep to its step. */
    private RatingScale scaleOf(RatingColumn column) {
        // By way of text, so that the float 0.1 becomes the double 0.1.
        double step = column instanceof RatingColumn.Coded coded ? Double.parseDouble(Float.toString(coded.step())) : 0;
        boolean keepsStep = column.size() == 0 || scale.step() == step;
        return keepsStep ? scale : new RatingScale(scale.minimum(), scale.maximum(), step);
    }

    private static void step(Progress progress, double fraction) {
        if (progress.cancelled()) {
            throw new CancellationException("Building the rating table was cancelled.");
        }
        progress.report(fraction, "indexing ids");
    }
}
