package io.marquee.export;

/**
 * The best items seen so far, best first: by predicted stars before they are clipped, then by number of ratings, then by
 * index. Reused from user to user.
 */
final class BestItems {

    private final int[] popularity;
    private final int[] items;
    private final float[] ratings;
    private int size;

    /**
     * @param capacity how many to keep
     * @param popularity number of ratings of each item
     */
    BestItems(int capacity, int[] popularity) {
        this.popularity = popularity;
        this.items = new int[capacity];
        this.ratings = new float[capacity];
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    int item(int place) {
        return items[place];
    }

    float rating(int place) {
        return ratings[place];
    }

    /** Takes an item that comes after all others offered by index. */
    void offer(int item, float rating) {
        if (size == items.length) {
            if (!better(rating, item, size - 1)) {
                return;
            }
            size--;
        }
        int place = size;
        while (place > 0 && better(rating, item, place - 1)) {
            items[place] = items[place - 1];
            ratings[place] = ratings[place - 1];
            place--;
        }
        items[place] = item;
        ratings[place] = rating;
        size++;
    }

    private boolean better(float rating, int item, int place) {
        return rating > ratings[place] || rating == ratings[place] && popularity[item] > popularity[items[place]];
    }
}
