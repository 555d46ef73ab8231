package io.marquee.data;

import java.util.Arrays;

/**
 * Some consecutive rows as they were read, in growing primitive columns; a {@link RatingTableBuilder} makes a table of
 * many blocks. A block serves one thread.
 */
public final class RatingBlock {

    private static final float GROWTH = 1.5f;

    private int[] users;
    private int[] items;
    private float[] ratings;
    private int[] times;
    private int size;
    private boolean timed = true;

    /** @param capacity rows that fit before the columns must grow */
    public RatingBlock(int capacity) {
        users = new int[capacity];
        items = new int[capacity];
        ratings = new float[capacity];
        times = new int[capacity];
    }

    /** The number of rows. */
    public int size() {
        return size;
    }

    /** Adds a row without a time; the table then has no timestamps at all. */
    public void add(int user, int item, float rating) {
        add(user, item, rating, 0);
        timed = false;
    }

    /**
     * Adds a row.
     *
     * @param user id, or the code of one that is text
     * @param item id, or the code of one that is text
     * @param second seconds since 1970-01-01T00:00Z as an unsigned int
     */
    public void add(int user, int item, float rating, int second) {
        int row = size;
        if (row == users.length) {
            grow();
        }
        users[row] = user;
        items[row] = item;
        ratings[row] = rating;
        times[row] = second;
        size = row + 1;
    }

    private void grow() {
        int capacity = Math.max(16, (int) (size * GROWTH));
        users = Arrays.copyOf(users, capacity);
        items = Arrays.copyOf(items, capacity);
        ratings = Arrays.copyOf(ratings, capacity);
        times = Arrays.copyOf(times, capacity);
    }

    /** Whether every row has a time. */
    boolean timed() {
        return timed;
    }

    int[] users() {
        return users;
    }

    int[] items() {
        return items;
    }

    float[] ratings() {
        return ratings;
    }

    int[] times() {
        return times;
    }

    /** Lets go of a column that has been copied, so that its memory is not held twice. */
    void forgetUsers() {
        users = null;
    }

    void forgetItems() {
        items = null;
    }

    void forgetRatings() {
        ratings = null;
    }

    void forgetTimes() {
        times = null;
    }
}
