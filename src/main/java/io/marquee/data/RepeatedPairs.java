package io.marquee.data;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The rows whose (user, item) pair occurs again further down in the same part of a table: the last rating counts.
 *
 * @param rows the rows that do not count
 * @param acrossParts how many pairs the first part and a later one have in common
 */
record RepeatedPairs(BitSet rows, long acrossParts) {

    /**
     * Finds them in time linear in the number of rows, with four bytes a row and four an item.
     *
     * @param users dense user index of each row
     * @param userCount number of users
     * @param items dense item index of each row
     * @param itemCount number of items
     * @param firstPart rows before this number are the first part; pairs may occur in both parts
     */
    static RepeatedPairs find(int[] users, int userCount, int[] items, int itemCount, int firstPart) {
        int[] ends = new int[userCount + 1];
        int[] order = byUser(users, ends);
        int[] seen = new int[itemCount];
        Arrays.fill(seen, -1);
        BitSet repeated = new BitSet();
        long across = 0;
        for (int k = order.length - 1; k >= 0; k--) {
            // From the last row of a user to the first, so that what was seen already is the rating that counts.
            int row = order[k];
            int later = seen[items[row]];
            if (later >= 0 && users[later] == users[row]) {
                if (row < firstPart == later < firstPart) {
                    repeated.set(row);
                    continue;
                }
                across++;
            }
            seen[items[row]] = row;
        }
        return new RepeatedPairs(repeated, across);
    }

    /** The rows by user, and within a user in table order: a stable counting sort. */
    private static int[] byUser(int[] users, int[] next) {
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
        for (int row = 0; row < column.length; row++) {
            if (!rows.get(row)) {
                kept[next++] = column[row];
            }
        }
        return kept;
    }
}
