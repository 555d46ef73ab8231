package io.marquee.data;

/** The rows of a table grouped by user, in table order within a user; four bytes a rating. */
final class RowsByUser {

    private final int[] starts;
    private final int[] rows;

    private RowsByUser(int[] starts, int[] rows) {
        this.starts = starts;
        this.rows = rows;
    }

    /** Groups by a counting sort, in time linear in the number of ratings. */
    static RowsByUser of(RatingTable ratings) {
        int[] counts = ratings.ratingsPerUser();
        int[] starts = new int[counts.length + 1];
        for (int user = 0; user < counts.length; user++) {
            starts[user + 1] = starts[user] + counts[user];
        }
        int[] next = starts.clone();
        int[] rows = new int[ratings.size()];
        for (int row = 0; row < rows.length; row++) {
            rows[next[ratings.user(row)]++] = row;
        }
        return new RowsByUser(starts, rows);
    }

    int users() {
        return starts.length - 1;
    }

    /** Where a user's rows begin; that of the user after is where they end. */
    int start(int user) {
        return starts[user];
    }

    /** The table row at a place. */
    int row(int place) {
        return rows[place];
    }

    /** The largest number of rows of one user. */
    int largest() {
        int largest = 0;
        for (int user = 0; user < users(); user++) {
            largest = Math.max(largest, starts[user + 1] - starts[user]);
        }
        return largest;
    }
}
