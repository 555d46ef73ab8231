package io.marquee.train;

import io.marquee.model.Hyperparameters;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a dataset fits into this program's memory, told before it is loaded.
 *
 * @param ratings number of ratings
 * @param users number of users
 * @param openingBytes heap that opening takes at its peak
 * @param trainingBytes heap that training takes; 0 where nothing is to be trained
 * @param networkBytes part of it that does not depend on the number of ratings
 * @param availableBytes heap this program may use
 */
public record LoadVerdict(
        long ratings, long users, long openingBytes, long trainingBytes, long networkBytes, long availableBytes) {

    /** A ratings.csv of 20,000,263 rows opened with 620 MB of heap and not with 600, what the program takes included. */
    private static final long OPENING_BYTES_A_RATING = 28;

    /** A ratings.csv of 20,000,263 rows took 2.2 s on two cores, the cache written; slower machines and zips take longer. */
    private static final double RATINGS_A_SECOND = 8e6;

    /** What the program itself takes, and room for garbage. */
    private static final long OTHER_BYTES = 96L << 20;
    private static final double MEGABYTE = 1 << 20;

    /**
     * The verdict on opening a dataset and, where hyperparameters are given, training on it.
     *
     * @param availableBytes heap this program may use
     */
    public static LoadVerdict of(long ratings, long users, long items, Optional<Hyperparameters> hyperparameters,
            long availableBytes) {
        Optional<MemoryNeed> need = hyperparameters.map(values -> MemoryNeed.of(values, false, ratings, users + items,
                Runtime.getRuntime().availableProcessors()));
        return new LoadVerdict(ratings, users, ratings * OPENING_BYTES_A_RATING + OTHER_BYTES,
                need.map(counted -> counted.heapBytes() + OTHER_BYTES).orElse(0L),
                need.map(MemoryNeed::networkBytes).orElse(0L), availableBytes);
    }

    /** Whether there is memory enough. */
    public boolean fits() {
        return Math.max(openingBytes, trainingBytes) <= availableBytes;
    }

    /** What it takes, whether it fits, and what to do if not. */
    public String sentence() {
        String needs = String.format(Locale.ROOT, "About %s to open, some %s of memory%s", seconds(),
                megabytes(openingBytes), trainingBytes == 0 ? "" : ", " + megabytes(trainingBytes) + " to train");
        if (fits()) {
            return needs + "; it fits into the " + megabytes(availableBytes) + " this program may use.";
        }
        long gigabytes = (long) Math.ceil(Math.max(openingBytes, trainingBytes) * 1.25 / (1 << 30));
        return needs + "; it does not fit into the " + megabytes(availableBytes) + " this program may use. Give it more, "
                + "such as MARQUEE_MEMORY=" + gigabytes + "g, " + smallerPart() + ".";
    }

    /** A filter works on what has been opened, so it helps only where opening fits. */
    private String smallerPart() {
        long forRatings = availableBytes - networkBytes - OTHER_BYTES;
        if (openingBytes > availableBytes || forRatings <= 0) {
            return "or choose a smaller dataset";
        }
        long part = (long) (users * 0.8 * forRatings / (trainingBytes - networkBytes - OTHER_BYTES));
        return String.format(Locale.ROOT, "or train on a part, such as a sample of %,d users", part);
    }

    private String seconds() {
        double seconds = ratings / RATINGS_A_SECOND;
        return seconds < 1 ? "a second" : String.format(Locale.ROOT, "%.0f s", seconds);
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,.0f MB", Math.ceil(bytes / MEGABYTE));
    }
}
