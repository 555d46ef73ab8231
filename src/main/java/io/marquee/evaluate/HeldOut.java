package io.marquee.evaluate;

import io.marquee.data.RatedItems;
import java.util.Arrays;

/** Ratings held out from training, in columns. */
record HeldOut(int[] users, int[] items, float[] ratings) {

    static HeldOut of(RatedItems history) {
        int[] users = new int[1024];
        int[] items = new int[users.length];
        float[] ratings = new float[users.length];
        int count = 0;
        for (int user = 0; user < history.users(); user++) {
            for (int k = 0; k < history.count(user); k++) {
                if (history.inTest(user, k)) {
                    if (count == users.length) {
                        users = Arrays.copyOf(users, 2 * count);
                        items = Arrays.copyOf(items, 2 * count);
                        ratings = Arrays.copyOf(ratings, 2 * count);
                    }
                    users[count] = user;
                    items[count] = history.item(user, k);
                    ratings[count++] = history.rating(user, k);
                }
            }
        }
        return new HeldOut(Arrays.copyOf(users, count), Arrays.copyOf(items, count), Arrays.copyOf(ratings, count));
    }
}
