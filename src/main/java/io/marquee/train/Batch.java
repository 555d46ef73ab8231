package io.marquee.train;

/**
 * One batch in reused buffers: the first {@link #size} places are valid until the buffers are handed back.
 */
public final class Batch {

    private final int[] users;
    private final int[] items;
    private final float[] targets;
    private int size;

    public Batch(int capacity) {
        users = new int[capacity];
        items = new int[capacity];
        targets = new float[capacity];
    }

    /** User index of each rating. */
    public int[] users() {
        return users;
    }

    /** Item index of each rating. */
    public int[] items() {
        return items;
    }

    /** Centred rating of each rating: what the network is to output. */
    public float[] targets() {
        return targets;
    }

    /** The number of ratings in the batch. */
    public int size() {
        return size;
    }

    public void setSize(int size) {
        this.size = size;
    }
}
