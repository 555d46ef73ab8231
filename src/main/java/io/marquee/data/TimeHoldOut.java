package io.marquee.data;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/**
 * Sets aside the latest rows. Ratings of the same second stay together, so the share is met as nearly as they allow.
 *
 * @param ratings the table
 * @param share share of the rows to set aside, above 0 and below 1
 */
record TimeHoldOut(RatingTable ratings, double share) implements HoldOut {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Override
    public String moveOut(RowParts parts, RowParts.Part to) {
        long cut = cut(parts);
        for (int row = 0; row < parts.rows(); row++) {
            if (parts.inTrain(row) && ratings.timestamp(row) >= cut) {
                parts.move(row, to);
            }
        }
        return "from " + SECOND.format(Instant.ofEpochSecond(cut)) + " UTC on";
    }

    /** The second at which the part that is set aside begins. */
    private long cut(RowParts parts) {
        int[] times = sortedTimes(parts);
        int wanted = (int) Math.max(1, Math.min(times.length - 1, Math.round(times.length * share)));
        int time = times[times.length - wanted];
        int before = first(times, time);
        int after = before;
        while (after < times.length && times[after] == time) {
            after++;
        }
        if (before == 0 && after == times.length) {
            throw new IllegalArgumentException("All ratings have the same time, so there is no earlier and later part. "
                    + "Choose a random split.");
        }
        boolean withTime = before > 0
                && (after == times.length || times.length - before - wanted <= wanted - (times.length - after));
        return Integer.toUnsignedLong(times[withTime ? before : after] ^ Integer.MIN_VALUE);
    }

    /** The times of the train part, shifted so that signed order is that of the unsigned seconds. */
    private int[] sortedTimes(RowParts parts) {
        int[] times = new int[parts.size(RowParts.Part.TRAIN)];
        if (times.length < 2) {
            throw new IllegalArgumentException(
                    "A train and a test part need at least two ratings; this dataset has " + times.length + ".");
        }
        int count = 0;
        for (int row = 0; row < parts.rows(); row++) {
            if (parts.inTrain(row)) {
                times[count++] = (int) ratings.timestamp(row) ^ Integer.MIN_VALUE;
            }
        }
        Arrays.parallelSort(times);
        return times;
    }

    private static int first(int[] sorted, int value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
