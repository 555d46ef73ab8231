package io.marquee.data;

import io.marquee.data.parallel.Workers;
import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The rows whose (user, item) pair occurs again further down in the same part of a table: the last rating counts.
 *
 * @param rows the rows that do not count
 * @param acrossParts how many pairs the first part and a later one have in common
 */
record RepeatedPairs(BitSet rows, long acrossParts) {

    /**
     * Finds them in time linear in the number of rows, with four bytes an item for each core, and four bytes a row where
     * the rows do not come user by user.
     *
     * @param users dense user index of each row
     * @param userCount number of users
     * @param items dense item index of each row
     * @param itemCount number of items
     * @param firstPart rows before this number are the first part; pairs may occur in both parts
     */
    static RepeatedPairs find(int[] users, int userCount, int[] items, int itemCount, int firstPart) {
        int[] order = ascends(users) ? null : byUser(users, userCount);
        int tasks = Math.max(1, Math.min(Workers.count(), users.length >>> 16));
        int[] bounds = bounds(users, order, tasks);
        BitSet repeated = new BitSet();
        AtomicLong across = new AtomicLong();
        Workers.<RuntimeException>run(tasks, task -> {
            BitSet mine = new BitSet();
            across.addAndGet(scan(users, items, order, bounds[task], bounds[task + 1], new Scan(itemCount, firstPart),
                    mine));
            synchronized (repeated) {
                repeated.or(mine);
            }
        });
        return new RepeatedPairs(repeated, across.get());
    }

    /** What a scan looks things up in. */
    private record Scan(int[] seen, int firstPart) {
        Scan(int itemCount, int firstPart) {
            this(new int[itemCount], firstPart);
            Arrays.fill(seen, -1);
        }
    }

    /** From the last row of a user to the first, so that what was seen already is the rating that counts. */
    private static long scan(int[] users, int[] items, int[] order, int from, int to, Scan scan, BitSet repeated) {
        int[] seen = scan.seen();
        long across = 0;
        for (int k = to - 1; k >= from; k--) {
            int row = order == null ? k : order[k];
            int later = seen[items[row]];
            if (later >= 0 && users[later] == users[row]) {
                if (row < scan.firstPart() == later < scan.firstPart()) {
                    repeated.set(row);
                    continue;
                }
                across++;
            }
            seen[items[row]] = row;
        }
        return across;
    }

    private static boolean ascends(int[] users) {
        for (int row = 1; row < users.length; row++) {
            if (users[row - 1] > users[row]) {
                return false;
            }
        }
        return true;
    }

    /** Where each task begins and ends: never within a user. */
    private static int[] bounds(int[] users, int[] order, int tasks) {
        int[] bounds = new int[tasks + 1];
        for (int task = 1; task <= tasks; task++) {
            int place = Math.max(bounds[task - 1], (int) ((long) users.length * task / tasks));
            while (place > 0 && place < users.length && user(users, order, place) == user(users, order, place - 1)) {
                place++;
            }
            bounds[task] = place;
        }
        return bounds;
    }

    private static int user(int[] users, int[] order, int place) {
        return users[order == null ? place : order[place]];
    }

    /** The rows by user, and within a user in table order: a stable counting sort. */
    private static int[] byUser(int[] users, int userCount) {
        int[] next = new int[userCount + 1];
        for (int user : users) {
            next[user + 1]++;
        }
        for (int user = 1; user < next.length; user++) {
            next[user] += next[user - 1];
        }
        int[] order = new int[users.length];
        for (int row = 0; row < users.length; row++) {
            order[next[users[row]]++] = row;
        }
        return order;
    }

    long count() {
        return rows.cardinality();
    }

    /** The values of the rows that count. */
    int[] without(int[] column) {
        if (rows.isEmpty()) {
            return column;
        }
        int[] kept = new int[column.length - rows.cardinality()];
        int next = 0;
        for (int row = rows.nextClearBit(0); row < column.length; row = rows.nextClearBit(row + 1)) {
            kept[next++] = column[row];
        }
        return kept;
    }

    /** The ratings of the rows that count. */
    RatingColumn without(RatingColumn column) {
        if (rows.isEmpty()) {
            return column;
        }
        int size = column.size() - rows.cardinality();
        int next = 0;
        if (column instanceof RatingColumn.Coded coded) {
            byte[] kept = new byte[size];
            for (int row = rows.nextClearBit(0); row < column.size(); row = rows.nextClearBit(row + 1)) {
                kept[next++] = coded.codes()[row];
            }
            return new RatingColumn.Coded(kept, coded.step());
        }
        float[] kept = new float[size];
        for (int row = rows.nextClearBit(0); row < column.size(); row = rows.nextClearBit(row + 1)) {
            kept[next++] = column.get(row);
        }
        return new RatingColumn.Floats(kept);
    }
}
