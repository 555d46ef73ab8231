package io.marquee.evaluate;

import io.marquee.model.WarmRows;

/** Sums behind {@link ErrorMetrics}. */
final class ErrorSums {

    private long count;
    private double squared;
    private double absolute;
    private long coldUsers;
    private long coldItems;

    /** The sums of one chunk. */
    static ErrorSums of(PredictionScan.Chunk chunk, WarmRows warm) {
        ErrorSums sums = new ErrorSums();
        for (int i = 0; i < chunk.count; i++) {
            sums.add(chunk.predictions[i] - chunk.ratings[i], warm, chunk.users[i], chunk.items[i]);
        }
        return sums;
    }

    void add(double error, WarmRows warm, int user, int item) {
        count++;
        squared += error * error;
        absolute += Math.abs(error);
        coldUsers += warm.warmUser(user) ? 0 : 1;
        coldItems += warm.warmItem(item) ? 0 : 1;
    }

    void add(ErrorSums other) {
        count += other.count;
        squared += other.squared;
        absolute += other.absolute;
        coldUsers += other.coldUsers;
        coldItems += other.coldItems;
    }

    ErrorMetrics metrics() {
        double mse = squared / count;
        return new ErrorMetrics(count, mse, Math.sqrt(mse), absolute / count, coldUsers, coldItems);
    }
}
