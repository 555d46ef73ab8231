package io.marquee.train;

import io.marquee.data.RatingTable;
import io.marquee.model.Hyperparameters;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * About how much memory a run in ND4J's operations takes where they compute, counted from its arrays, and whether that is what
 * ran out there: ND4J says so by an exception like any other.
 *
 * @param device id of the device
 * @param batch ratings of a batch
 * @param networkBytes parameters, optimiser state and gradients; DL4J's own copy of the parameters
 * @param batchBytes all that a step works out
 * @param ratingBytes for the ratings, where they lie there
 */
record DeviceNeed(String device, int batch, long networkBytes, long batchBytes, long ratingBytes) {

    private static final long MEGABYTE = 1L << 20;

    /** Rows, target and place in the epoch. */
    private static final long BYTES_A_RATING = 16;

    /** What libnd4j and CUDA say; 2 is CUDA's number for it. */
    private static final Pattern NO_MEMORY = Pattern.compile("allocation failed|failed to allocate|bad_alloc|out of memory"
            + "|cuda(Host)?(Malloc|Alloc) failed|Error code: \\[2\\]", Pattern.CASE_INSENSITIVE);

    private static final int MOST_CAUSES = 20;

    static DeviceNeed of(TrainingRequest request, RatingTable table) {
        Hyperparameters hyperparameters = request.hyperparameters();
        MemoryNeed need = MemoryNeed.of(request, table);
        long size = hyperparameters.embeddingSize();
        long rows = (long) table.users().size() + table.items().size();
        int slots = MemoryNeed.slots(hyperparameters.optimizer());
        // Sums of gradients have the tables' shape; DL4J's graph has its parameters once more.
        long network = need.parameters() * (1 + slots) + rows * size + (need.parameters() - rows * size)
                + need.parameters();
        int batch = Math.min(hyperparameters.batchSize(), table.size());
        long width = hyperparameters.hiddenLayers().stream().mapToLong(hidden -> 2L * hidden + 1).sum();
        long floats = batch * (2 * size * (1 + slots) + 8 * size + 2 + width);
        return new DeviceNeed(request.device(), batch, network * Float.BYTES, floats * Float.BYTES,
                table.size() * BYTES_A_RATING);
    }

    /** Whether an exception of ND4J means that there was no memory to be had. */
    static boolean ranOut(Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
            if (cause.getMessage() != null && NO_MEMORY.matcher(cause.getMessage()).find()) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** What was needed, and what to do. */
    String sentence(Throwable thrown) {
        return String.format(Locale.ROOT, "The memory of %s ran out (%s). This run needs about %,d MB there: %,d MB for the network "
                        + "with its optimiser, %,d MB for a batch of %,d ratings, and %,d MB for the ratings if they lie there. "
                        + "Choose a smaller batch, smaller embeddings or layers, or close other programs that use it.",
                device, last(thrown).getMessage(), megabytes(networkBytes + batchBytes + ratingBytes), megabytes(networkBytes),
                megabytes(batchBytes), batch, megabytes(ratingBytes));
    }

    /** ND4J wraps what went wrong in what it was about to do. */
    private static Throwable last(Throwable thrown) {
        Throwable last = thrown;
        for (int i = 0; last.getCause() != null && i < MOST_CAUSES; i++) {
            last = last.getCause();
        }
        return last;
    }

    private static long megabytes(long bytes) {
        return (bytes + MEGABYTE - 1) / MEGABYTE;
    }
}
