package io.marquee.data;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;

/**
 * What each user has rated, as compressed sparse rows of about eight bytes a rating. Within a user, ratings ascend
 * by item index. Immutable.
 */
public final class RatedItems {

    private static final int MAXIMUM_RATINGS = Integer.MAX_VALUE - 8;
    private static final int CHUNK = 1 << 16;

    private final int[] starts;
    private final int[] items;
    private final float[] ratings;
    private final BitSet test;
    private volatile HistoryTotals totals;

    private RatedItems(int[] starts, int[] items, float[] ratings, BitSet test) {
        this.starts = starts;
        this.items = items;
        this.ratings = ratings;
        this.test = test;
    }

    /** The histories of all users, in time linear in the number of ratings. */
    public static RatedItems of(Split split) {
        RatingTable table = split.ratings();
        BitSet heldOut = new BitSet(table.size());
        for (int i = 0; i < split.testSize(); i++) {
            heldOut.set(split.testRow(i));
        }
        for (int i = 0; i < split.validationSize(); i++) {
            heldOut.set(split.validationRow(i));
        }
        // Two stable counting sorts: by item, then by user, so that each user's items ascend.
        int[] byItem = order(table, null, table.items().size(), false);
        int[] rows = order(table, byItem, table.users().size(), true);
        int[] starts = new int[table.users().size() + 1];
        int[] counts = table.ratingsPerUser();
        int[] items = new int[rows.length];
        float[] ratings = new float[rows.length];
        BitSet test = new BitSet(rows.length);
        for (int user = 0; user < counts.length; user++) {
            starts[user + 1] = starts[user] + counts[user];
        }
        for (int k = 0; k < rows.length; k++) {
            items[k] = table.item(rows[k]);
            ratings[k] = table.rating(rows[k]);
            test.set(k, heldOut.get(rows[k]));
        }
        return new RatedItems(starts, items, ratings, test);
    }

    private static int[] order(RatingTable table, int[] rows, int keys, boolean byUser) {
        int[] next = new int[keys + 1];
        for (int row = 0; row < table.size(); row++) {
            next[(byUser ? table.user(row) : table.item(row)) + 1]++;
        }
        for (int key = 0; key < keys; key++) {
            next[key + 1] += next[key];
        }
        int[] ordered = new int[table.size()];
        for (int i = 0; i < ordered.length; i++) {
            int row = rows == null ? i : rows[i];
            ordered[next[byUser ? table.user(row) : table.item(row)]++] = row;
        }
        return ordered;
    }

    /** The number of users. */
    public int users() {
        return starts.length - 1;
    }

    /**
     * Sums over all histories. They are worked out once: each epoch of a run brings a model with the same histories, and
     * a pass over 20 million ratings takes time from the training.
     *
     * @param itemCount number of items there are
     */
    public HistoryTotals totals(int itemCount) {
        HistoryTotals known = totals;
        if (known == null || known.ratingsPerItem().length != itemCount) {
            known = sum(itemCount);
            totals = known;
        }
        return known;
    }

    private HistoryTotals sum(int itemCount) {
        HistoryTotals sums = new HistoryTotals(
                new int[itemCount], new double[itemCount], new boolean[users()], new boolean[itemCount]);
        for (int user = 0; user < users(); user++) {
            for (int k = starts[user]; k < starts[user + 1]; k++) {
                int item = items[k];
                sums.ratingsPerItem()[item]++;
                sums.starsPerItem()[item] += ratings[k];
                if (!test.get(k)) {
                    sums.usersInTrain()[user] = true;
                    sums.itemsInTrain()[item] = true;
                }
            }
        }
        return sums;
    }

    /** The number of items a user has rated. */
    public int count(int user) {
        return starts[user + 1] - starts[user];
    }

    /** The index of the k-th item a user has rated. */
    public int item(int user, int k) {
        return items[position(user, k)];
    }

    /** The user's rating of their k-th item. */
    public float rating(int user, int k) {
        return ratings[position(user, k)];
    }

    /** Whether the k-th rating of a user is in the test or the validation part: no network was trained on it. */
    public boolean inTest(int user, int k) {
        return test.get(position(user, k));
    }

    /** Which of a user's ratings is of an item, in time logarithmic in their number; -1 where they have not rated it. */
    public int find(int user, int item) {
        int k = Arrays.binarySearch(items, starts[user], starts[user + 1], item);
        return k < 0 ? -1 : k - starts[user];
    }

    private int position(int user, int k) {
        int position = starts[user] + k;
        if (k < 0 || position >= starts[user + 1]) {
            throw new IndexOutOfBoundsException("User " + user + " has " + count(user) + " ratings, not one " + k);
        }
        return position;
    }

    /**
     * Writes all histories: for each user the number of ratings, then for each rating the distance to the item before
     * (as variable-length integers), the rating and whether it is in the test part.
     */
    public void writeTo(DataOutput out) throws IOException {
        out.writeInt(users());
        out.writeInt(items.length);
        for (int user = 0; user < users(); user++) {
            writeVariable(count(user), out);
            int previous = 0;
            for (int k = starts[user]; k < starts[user + 1]; k++) {
                writeVariable(items[k] - previous, out);
                previous = items[k];
                out.writeFloat(ratings[k]);
                out.writeBoolean(test.get(k));
            }
        }
    }

    /**
     * Reads what {@link #writeTo} wrote, trusting nothing: memory is taken only as data arrives.
     *
     * @param users number of users there must be
     * @param itemCount number of items there are
     * @throws IOException if the data ends early
     * @throws IllegalArgumentException if the data is not what {@link #writeTo} writes
     */
    public static RatedItems readFrom(DataInput in, int users, int itemCount) throws IOException {
        int found = in.readInt();
        int size = in.readInt();
        if (found != users || size < 0 || size > MAXIMUM_RATINGS) {
            throw new IllegalArgumentException("rating histories of " + found + " users with " + size
                    + " ratings where there are " + users + " users");
        }
        int[] starts = new int[users + 1];
        int[] items = new int[Math.min(size, CHUNK)];
        float[] ratings = new float[items.length];
        BitSet test = new BitSet();
        for (int user = 0; user < users; user++) {
            int end = starts[user] + readVariable(in);
            if (end < starts[user] || end > size) {
                throw new IllegalArgumentException("more ratings than the histories say they hold");
            }
            starts[user + 1] = end;
            int item = 0;
            for (int k = starts[user]; k < end; k++) {
                if (k == items.length) {
                    int larger = (int) Math.min(size, items.length * 2L);
                    items = Arrays.copyOf(items, larger);
                    ratings = Arrays.copyOf(ratings, larger);
                }
                item += readVariable(in);
                if (item < 0 || item >= itemCount) {
                    throw new IllegalArgumentException("a rating of item " + item + " of " + itemCount);
                }
                items[k] = item;
                ratings[k] = in.readFloat();
                if (!Float.isFinite(ratings[k])) {
                    throw new IllegalArgumentException("a rating of " + ratings[k]);
                }
                test.set(k, in.readBoolean());
            }
        }
        if (starts[users] != size) {
            throw new IllegalArgumentException("fewer ratings than the histories say they hold");
        }
        return new RatedItems(starts, items, ratings, test);
    }

    private static void writeVariable(int value, DataOutput out) throws IOException {
        int rest = value;
        while (rest >= 0x80) {
            out.writeByte(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    private static int readVariable(DataInput in) throws IOException {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int next = in.readUnsignedByte();
            value |= (next & 0x7f) << shift;
            if (next < 0x80) {
                if (value < 0) {
                    throw new IllegalArgumentException("a negative number");
                }
                return value;
            }
        }
        throw new IllegalArgumentException("a number of more than five bytes");
    }
}
