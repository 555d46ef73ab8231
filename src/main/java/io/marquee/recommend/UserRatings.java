package io.marquee.recommend;

import io.marquee.data.RatedItems;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * One user's ratings. The arrays are not changed after this is made.
 *
 * @param items indices of the rated items, ascending
 * @param ratings the rating of each, in stars
 * @param inTest whether each is in the test part, which the network was not trained on
 */
public record UserRatings(int[] items, float[] ratings, boolean[] inTest) {

    /** @throws IllegalArgumentException if the arrays differ in length */
    public UserRatings {
        if (items.length != ratings.length || items.length != inTest.length) {
            throw new IllegalArgumentException("Ratings need one item and one part each");
        }
    }

    /** What a user of the dataset has rated. */
    static UserRatings of(RatedItems history, int user) {
        int count = history.count(user);
        UserRatings ratings = new UserRatings(new int[count], new float[count], new boolean[count]);
        for (int k = 0; k < count; k++) {
            ratings.items[k] = history.item(user, k);
            ratings.ratings[k] = history.rating(user, k);
            ratings.inTest[k] = history.inTest(user, k);
        }
        return ratings;
    }

    /** The ratings of someone who is not in the dataset, by item index. */
    public static UserRatings of(Map<Integer, Float> byItem) {
        TreeMap<Integer, Float> sorted = new TreeMap<>(byItem);
        float[] ratings = new float[sorted.size()];
        int next = 0;
        for (float rating : sorted.values()) {
            ratings[next++] = rating;
        }
        return new UserRatings(sorted.keySet().stream().mapToInt(Integer::intValue).toArray(), ratings,
                new boolean[ratings.length]);
    }

    /** The number of ratings. */
    public int size() {
        return items.length;
    }

    /** Which rating is of an item; negative where there is none. */
    int find(int item) {
        return Arrays.binarySearch(items, item);
    }

    /** The mean rating; NaN without ratings. */
    public double mean() {
        double sum = 0;
        for (float rating : ratings) {
            sum += rating;
        }
        return sum / ratings.length;
    }

    /** The ratings the network was, or may be, fitted to: all but those of the test part. */
    UserRatings train() {
        return select(IntStream.range(0, size()).filter(k -> !inTest[k]).toArray());
    }

    /** All ratings but one. */
    UserRatings without(int left) {
        return select(IntStream.range(0, size()).filter(k -> k != left).toArray());
    }

    private UserRatings select(int[] kept) {
        UserRatings selected = new UserRatings(new int[kept.length], new float[kept.length], new boolean[kept.length]);
        for (int k = 0; k < kept.length; k++) {
            selected.items[k] = items[kept[k]];
            selected.ratings[k] = ratings[kept[k]];
            selected.inTest[k] = inTest[kept[k]];
        }
        return selected;
    }
}
