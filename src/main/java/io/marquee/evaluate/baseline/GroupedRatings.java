package io.marquee.evaluate.baseline;

import io.marquee.data.RatingTable;
import io.marquee.data.Split;

/** The train part grouped by user or by item, eight bytes a rating: within a group, the others and their ratings. */
final class GroupedRatings {

    private static final int ROWS_BETWEEN_LOOKS = 1 << 16;

    private final int[] starts;
    private final int[] others;
    private final float[] ratings;

    private GroupedRatings(int[] starts, int[] others, float[] ratings) {
        this.starts = starts;
        this.others = others;
        this.ratings = ratings;
    }

    /** For each user their items, by a counting sort in time linear in the number of ratings. */
    static GroupedRatings byUser(Split split, Pace pace) {
        return group(split, split.ratings().users().size(), true, pace);
    }

    /** For each item its users, likewise. */
    static GroupedRatings byItem(Split split, Pace pace) {
        return group(split, split.ratings().items().size(), false, pace);
    }

    private static GroupedRatings group(Split split, int groups, boolean byUser, Pace pace) {
        RatingTable table = split.ratings();
        int[] starts = new int[groups + 1];
        for (int i = 0; i < split.trainSize(); i++) {
            int row = split.trainRow(i);
            starts[(byUser ? table.user(row) : table.item(row)) + 1]++;
            look(i, pace);
        }
        for (int group = 0; group < groups; group++) {
            starts[group + 1] += starts[group];
        }
        int[] next = starts.clone();
        int[] others = new int[split.trainSize()];
        float[] ratings = new float[others.length];
        for (int i = 0; i < others.length; i++) {
            int row = split.trainRow(i);
            int place = next[byUser ? table.user(row) : table.item(row)]++;
            others[place] = byUser ? table.item(row) : table.user(row);
            ratings[place] = table.rating(row);
            look(i, pace);
        }
        return new GroupedRatings(starts, others, ratings);
    }

    private static void look(int i, Pace pace) {
        if (i % ROWS_BETWEEN_LOOKS == 0) {
            pace.step();
        }
    }

    int groups() {
        return starts.length - 1;
    }

    /** Where a group begins; that of the next is where it ends. */
    int start(int group) {
        return starts[group];
    }

    /** The item of a user's rating, or the user of an item's. */
    int other(int place) {
        return others[place];
    }

    float rating(int place) {
        return ratings[place];
    }
}
