package io.marquee.data;

import java.util.Locale;

/**
 * Numbers of ratings that users and movies must have in the train part: a k-core of the graph of users and movies
 * (Seidman, Network structure and minimum degree, Social Networks 5, 1983). It is a matter of the split, since the parts
 * that are held out may not decide who stays.
 *
 * @param minUserRatings ratings a user must have, 0 for any number
 * @param minItemRatings ratings a movie must have, 0 for any number
 */
public record RatingCore(int minUserRatings, int minItemRatings) {

    /** Keeps everybody. */
    public static final RatingCore NONE = new RatingCore(0, 0);

    /** Whether everybody is kept. */
    public boolean keepsAll() {
        return equals(NONE);
    }

    /** Such as "at least 20 ratings per user and movie in the train part". */
    public String inWords() {
        return numbersInWords() + " in the train part";
    }

    private String numbersInWords() {
        if (minUserRatings == minItemRatings) {
            return String.format(Locale.ROOT, "at least %,d ratings per user and movie", minUserRatings);
        }
        String users = minUserRatings == 0 ? "" : String.format(Locale.ROOT, "%,d ratings per user", minUserRatings);
        String items = minItemRatings == 0 ? "" : String.format(Locale.ROOT, "%,d ratings per movie", minItemRatings);
        return "at least " + users + (users.isEmpty() || items.isEmpty() ? "" : " and ") + items;
    }

    /**
     * Takes users and movies with too few ratings out of all parts, in passes over the rows until nobody has too few any
     * more. Only ratings of the train part count.
     */
    void applyTo(RatingTable ratings, RowParts parts) {
        int before;
        do {
            before = parts.left();
            int[] ofUser = new int[ratings.users().size()];
            int[] ofItem = new int[ratings.items().size()];
            for (int row = 0; row < parts.rows(); row++) {
                if (parts.inTrain(row)) {
                    ofUser[ratings.user(row)]++;
                    ofItem[ratings.item(row)]++;
                }
            }
            for (int row = 0; row < parts.rows(); row++) {
                if (ofUser[ratings.user(row)] < minUserRatings || ofItem[ratings.item(row)] < minItemRatings) {
                    parts.leaveOut(row);
                }
            }
        } while (parts.left() < before);
    }
}
