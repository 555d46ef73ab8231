package io.marquee.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;

/**
 * Collects ratings row by row, or in blocks that readers have filled in parallel, and makes a {@link RatingTable} of
 * them on all cores: ids are re-indexed in their order, repeated pairs are left out, and the ratings get the smallest
 * column that holds them exactly.
 *
 * <p>Twenty million rows take 320 MB while they are collected and less than 600 MB at the peak of {@link #build}. A
 * builder builds once and serves one thread.
 */
public final class RatingTableBuilder {

    private static final long LATEST_SECOND = 0xffff_ffffL;
    private static final int BLOCK_ROWS = 1 << 16;
    private static final int MAXIMUM_ROWS = Integer.MAX_VALUE - 8;

    private final RatingScale scale;
    private final TextIds userIds;
    private final TextIds itemIds;
    private final List<RatingBlock> blocks = new ArrayList<>();
    private RatingBlock open = new RatingBlock(0);
    private long rows;
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
        return (int) rows;
    }

    /** Whether ids are text, given as codes of {@link #userCode} and {@link #itemCode} in blocks. */
    public boolean takesText() {
        return userIds != null;
    }

    /** The code that stands for a user's id in a block; may be called from several threads. */
    public int userCode(String id) {
        return userIds.code(id);
    }

    /** The code that stands for an item's id in a block; may be called from several threads. */
    public int itemCode(String id) {
        return itemIds.code(id);
    }

    /** Adds a rating without a time; the table then has no timestamps at all. */
    public void add(int user, int item, float rating) {
        checkNumbers(user, item);
        open(rating).add(user, item, rating);
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
        checkNumbers(user, item);
        open(rating).add(user, item, rating, time);
    }

    /** Adds a rating without a time; the table then has no timestamps at all. */
    public void add(String user, String item, float rating) {
        checkText();
        open(rating).add(userCode(user), itemCode(item), rating);
    }

    /** Adds a rating with ids that are text; otherwise as {@link #add(int, int, float, long)}. */
    public void add(String user, String item, float rating, long second) {
        int time = time(second);
        checkText();
        open(rating).add(userCode(user), itemCode(item), rating, time);
    }

    /**
     * Adds the rows of a block after those added so far. Its ids, ratings and times must be as {@link #add} takes them,
     * ids that are text as their codes. The builder owns the block from now on.
     */
    public void add(RatingBlock block) {
        count(block.size());
        blocks.add(block);
        // What is added row by row afterwards comes after it.
        open = new RatingBlock(0);
    }

    private void checkNumbers(int user, int item) {
        if (takesText()) {
            throw new IllegalStateException("This builder takes ids as text.");
        }
        if (user < 0 || item < 0) {
            throw new IllegalArgumentException("Ids are whole numbers from 0 on, not " + user + " and " + item + ".");
        }
    }

    private void checkText() {
        if (!takesText()) {
            throw new IllegalStateException("This builder takes ids as numbers.");
        }
    }

    private static int time(long second) {
        if (second < 0 || second > LATEST_SECOND) {
            throw new IllegalArgumentException("A time is 0 to " + LATEST_SECOND + " seconds, not " + second + ".");
        }
        return (int) second;
    }

    /** The block that takes the next row. */
    private RatingBlock open(float rating) {
        if (!scale.contains(rating)) {
            throw new IllegalArgumentException("A rating is " + scale.minimum() + " to " + scale.maximum() + ", not "
                    + rating + ".");
        }
        count(1);
        if (open.size() % BLOCK_ROWS == 0) {
            open = new RatingBlock(BLOCK_ROWS);
            blocks.add(open);
        }
        return open;
    }

    private void count(int more) {
        if (rows + more > MAXIMUM_ROWS) {
            throw new IllegalStateException("More than " + MAXIMUM_ROWS + " rows do not fit in one table.");
        }
        rows += more;
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
    public Built build(Progress progress) {
        if (built) {
            throw new IllegalStateException("A builder builds once.");
        }
        built = true;
        BlockColumns columns = new BlockColumns(blocks);
        boolean timed = columns.timed();
        int part = firstPart >= 0 ? firstPart : size();
        IdTable users = takesText() ? userIds.table(columns.users()) : NumericIds.table(columns.users());
        int[] userColumn = columns.users().mapped(users);
        columns.forget(RatingBlock::forgetUsers);
        step(progress, 0.25);
        IdTable items = takesText() ? itemIds.table(columns.items()) : NumericIds.table(columns.items());
        int[] itemColumn = columns.items().mapped(items);
        columns.forget(RatingBlock::forgetItems);
        step(progress, 0.5);
        RatingColumn ratingColumn = RatingColumns.of(columns, scale.step());
        columns.forget(RatingBlock::forgetRatings);
        int[] timeColumn = timed ? columns.times() : new int[0];
        columns.forget(RatingBlock::forgetTimes);
        blocks.clear();
        step(progress, 0.75);
        RepeatedPairs repeated =
                RepeatedPairs.find(userColumn, users.index().size(), itemColumn, items.index().size(), part);
        ratingColumn = repeated.without(ratingColumn);
        RatingTable table = new RatingTable(users.index(), items.index(), repeated.without(userColumn),
                repeated.without(itemColumn), ratingColumn, timed ? repeated.without(timeColumn) : timeColumn,
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
