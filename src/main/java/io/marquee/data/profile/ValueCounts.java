package io.marquee.data.profile;

import java.util.Arrays;

/** Counts how often each of a few different numbers comes, without an object for each. */
final class ValueCounts {

    /** The most different numbers that are counted. */
    static final int DISTINCT = 64;

    /** Places for the numbers; sparsely filled, so that a number is nearly always where it is looked for first. */
    private static final int PLACES = 1024;

    private final float[] values = new float[PLACES];
    private final long[] counts = new long[PLACES];
    private int distinct;

    /** Counts a number; false if it would be one more than can be counted. */
    boolean add(float value) {
        int place = place(value);
        if (counts[place] == 0) {
            if (distinct == DISTINCT) {
                return false;
            }
            distinct++;
            values[place] = value;
        }
        counts[place]++;
        return true;
    }

    /** Where a number is, or could be put. */
    private int place(float value) {
        // Multiplicative hashing (Knuth, The Art of Computer Programming 3, 6.4) by the golden ratio.
        int place = Float.floatToIntBits(value) * 0x9E3779B9 >>> 22;
        while (counts[place] != 0 && values[place] != value) {
            place = place + 1 & PLACES - 1;
        }
        return place;
    }

    long count(float value) {
        return counts[place(value)];
    }

    float[] ascendingValues() {
        float[] found = new float[distinct];
        int next = 0;
        for (int place = 0; place < PLACES; place++) {
            if (counts[place] != 0) {
                found[next++] = values[place];
            }
        }
        Arrays.sort(found);
        return found;
    }

    /** The number as it was written in the source: the float 0.1 is 0.1, not 0.10000000149. */
    static double plain(float value) {
        return Double.parseDouble(Float.toString(value));
    }
}
