package io.marquee.evaluate;

import java.util.Arrays;
import java.util.Locale;

/** Groups of users or items by their number of ratings, which spans four orders of magnitude: 0, 1-9, 10-19, 20-49, ... */
final class CountBins {

    private static final int[] STARTS = {0, 1, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000};

    private CountBins() {}

    static int size() {
        return STARTS.length;
    }

    /** The bin of a number of ratings, at least 0. */
    static int of(int count) {
        int found = Arrays.binarySearch(STARTS, count);
        return found >= 0 ? found : -found - 2;
    }

    static String label(int bin) {
        if (bin == 0) {
            return "0";
        }
        return bin == STARTS.length - 1
                ? String.format(Locale.ROOT, "%,d or more", STARTS[bin])
                : String.format(Locale.ROOT, "%,d-%,d", STARTS[bin], STARTS[bin + 1] - 1);
    }
}
