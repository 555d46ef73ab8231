package io.marquee.data;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CancellationException;
import org.apache.commons.csv.CSVFormat;

/**
 * Writes ratings as rows of {@code userId,movieId,rating,timestamp} by hand into one buffer: 20 million rows with an
 * object for each field would take a minute. Without timestamps in the table the last column is left out.
 */
final class RatingRows {

    /** More than the rating, the time, commas and line end take: a float has at most 49 characters. */
    private static final int ROW_BYTES = 128;
    private static final int BUFFER_BYTES = 1 << 20;
    private static final int ROWS_BETWEEN_REPORTS = 1 << 17;

    private final RatingTable ratings;
    private final OutputStream out;
    private byte[] buffer = new byte[BUFFER_BYTES];
    private int used;

    RatingRows(RatingTable ratings, OutputStream out) {
        this.ratings = ratings;
        this.out = out;
    }

    /**
     * Writes the header and all rows.
     *
     * @throws CancellationException if {@code progress} asks to stop
     */
    void write(Progress progress) throws IOException {
        byte[][] users = encoded(ratings.users());
        byte[][] items = encoded(ratings.items());
        boolean timestamps = ratings.hasTimestamps();
        put((timestamps ? "userId,movieId,rating,timestamp\n" : "userId,movieId,rating\n")
                .getBytes(StandardCharsets.US_ASCII));
        for (int row = 0; row < ratings.size(); row++) {
            if (row % ROWS_BETWEEN_REPORTS == 0) {
                if (progress.cancelled()) {
                    throw new CancellationException();
                }
                progress.report((double) row / ratings.size(), "writing ratings.csv");
            }
            byte[] user = users[ratings.user(row)];
            byte[] item = items[ratings.item(row)];
            makeRoom(user.length + item.length + ROW_BYTES);
            put(user);
            buffer[used++] = ',';
            put(item);
            buffer[used++] = ',';
            putRating(ratings.rating(row));
            if (timestamps) {
                buffer[used++] = ',';
                putWhole(ratings.timestamp(row));
            }
            buffer[used++] = '\n';
        }
        out.write(buffer, 0, used);
        used = 0;
        progress.report(1, "writing ratings.csv");
    }

    /** Each id as it stands in a field, in quotes where it needs them. */
    private static byte[][] encoded(IdIndex index) {
        byte[][] ids = new byte[index.size()][];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = CSVFormat.DEFAULT.format(index.id(i)).getBytes(StandardCharsets.UTF_8);
        }
        return ids;
    }

    private void makeRoom(int bytes) throws IOException {
        if (used + bytes > buffer.length) {
            out.write(buffer, 0, used);
            used = 0;
            if (bytes > buffer.length) {
                buffer = new byte[bytes];
            }
        }
    }

    private void put(byte[] bytes) {
        System.arraycopy(bytes, 0, buffer, used, bytes.length);
        used += bytes.length;
    }

    /** One decimal where that says it all, as MovieLens has it, otherwise as many as the float needs. */
    private void putRating(float rating) {
        int tenths = Math.round(rating * 10);
        if (tenths >= 0 && tenths < 1_000_000 && tenths / 10f == rating) {
            putWhole(tenths / 10);
            buffer[used++] = '.';
            buffer[used++] = (byte) ('0' + tenths % 10);
        } else {
            put(new BigDecimal(Float.toString(rating)).toPlainString().getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void putWhole(long number) {
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        long rest = number;
        for (int place = used + digits - 1; place >= used; place--) {
            buffer[place] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        used += digits;
    }
}
