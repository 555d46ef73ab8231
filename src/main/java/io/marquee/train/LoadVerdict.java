package io.marquee.train;

import io.marquee.data.FilterSpec;
import io.marquee.data.open.SizeEstimate;
import io.marquee.model.Hyperparameters;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a dataset fits into this program's memory, told before it is loaded.
 *
 * @param ratings number of ratings
 * @param users number of users of whom ratings are used
 * @param openingBytes heap that opening takes at its peak
 * @param trainingBytes heap that training takes; 0 where nothing is to be trained
 * @param networkBytes part of it that does not depend on the number of ratings
 * @param availableBytes heap this program may use
 */
public record LoadVerdict(
        long ratings, long users, long openingBytes, long trainingBytes, long networkBytes, long availableBytes) {

    private static final long LARGE = 2_000_000;

    /** A ratings.csv of 20,000,263 rows opened with 620 MB of heap and not with 600, what the program takes included. */
    private static final long OPENING_BYTES_A_RATING = 28;

    /**
     * A table holds 13 bytes a rating. A filter lists the rows it leaves, and copies them: 20,000,263 rows, of which it left
     * 19,815,066, opened with 760 MB of heap and not with 720.
     */
    private static final long TABLE_BYTES_A_RATING = 13;
    private static final long COPY_BYTES_A_RATING = 22;

    /** A split lists rows. */
    private static final long SPLIT_BYTES_A_RATING = 4;

    /** A ratings.csv of 20,000,263 rows took 2.2 s on two cores, the cache written; slower machines and zips take longer. */
    private static final double RATINGS_A_SECOND = 8e6;

    /** What the program itself takes, and room for garbage. */
    private static final long OTHER_BYTES = 96L << 20;
    private static final double MEGABYTE = 1 << 20;

    /**
     * The verdict on opening a dataset and, where hyperparameters are given, training on it. Of a filter only a sample of
     * users tells beforehand how much it leaves; any other may leave everything.
     *
     * @param filter which part of the dataset is to be used
     * @param availableBytes heap this program may use
     */
    public static LoadVerdict of(SizeEstimate size, FilterSpec filter, Optional<Hyperparameters> hyperparameters,
            long availableBytes) {
        long ratings = size.ratings();
        double share = filter.sampleUsers() == 0 ? 1 : Math.min(1, (double) filter.sampleUsers() / size.users());
        long left = Math.round(share * ratings);
        long users = Math.round(share * size.users());
        boolean cored = !filter.core().keepsAll();
        long filtering = filter.withoutCore().keepsAll() ? 0 : ratings * TABLE_BYTES_A_RATING + left * COPY_BYTES_A_RATING;
        // What numbers of ratings leave is a table beside the one it is taken from, which stays.
        long dividing = cored ? left * (TABLE_BYTES_A_RATING + COPY_BYTES_A_RATING) : 0;
        long opening = Math.max(ratings * OPENING_BYTES_A_RATING, Math.max(filtering, dividing));
        Optional<MemoryNeed> need = hyperparameters.map(values -> MemoryNeed.of(values, false, left, users + size.items(),
                Runtime.getRuntime().availableProcessors()));
        // The table that it was taken from, and the one that the baselines take for themselves at the same time: 20,000,263 rows,
        // of which 5 ratings a movie and 20 a user left nearly all, trained (quick look) with 1,500 MB of heap and not with 1,250.
        long beside = cored ? left * (2 * TABLE_BYTES_A_RATING + SPLIT_BYTES_A_RATING) : 0;
        return new LoadVerdict(ratings, users, opening + OTHER_BYTES,
                need.map(counted -> counted.heapBytes() + beside + OTHER_BYTES).orElse(0L),
                need.map(MemoryNeed::networkBytes).orElse(0L), availableBytes);
    }

    /** Whether it should be said: the dataset is large, or does not fit. */
    public boolean worthSaying() {
        return ratings >= LARGE || !fits();
    }

    /** Whether there is memory enough. */
    public boolean fits() {
        return Math.max(openingBytes, trainingBytes) <= availableBytes;
    }

    /** How many ratings there are, what they take, whether they fit, and what to do if not. */
    public String sentenceWithSize() {
        return String.format(Locale.ROOT, "Some %,d ratings. %s", ratings, sentence());
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
