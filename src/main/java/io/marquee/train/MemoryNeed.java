package io.marquee.train;

import io.marquee.data.RatingTable;
import io.marquee.device.LocalDevices;
import io.marquee.kernel.Kernels;
import io.marquee.model.Hyperparameters;
import io.marquee.model.OptimizerKind;
import java.util.Locale;
import org.bytedeco.javacpp.Pointer;

/**
 * About how much memory a run takes, counted from its arrays. Small and short-lived things are left out, so the true need
 * is somewhat above.
 *
 * @param ratings number of ratings
 * @param parameters number of trainable parameters
 * @param ratingBytes heap for the ratings: table, split, histories, an epoch's order
 * @param networkBytes heap for parameters, optimiser state, gradients, and the models of the last epoch and the one before
 * @param nativeBytes memory outside the heap: the DL4J graph
 */
record MemoryNeed(long ratings, long parameters, long ratingBytes, long networkBytes, long nativeBytes) {

    /** A table takes 13 bytes a rating, a split 4; histories 16 while they are made. */
    private static final long BYTES_A_RATING = 33;

    private static final int FLOAT_BYTES = 4;
    private static final long MEGABYTE = 1L << 20;
    private static final long GIGABYTE = 1L << 30;

    static MemoryNeed of(TrainingRequest request, RatingTable table) {
        MemoryNeed one = of(request.hyperparameters(), !request.device().equals(LocalDevices.CPU), table.size(),
                (long) table.users().size() + table.items().size(), Runtime.getRuntime().availableProcessors());
        return request.device().equals(LocalDevices.CPU_PARALLEL) ? one.ofWorkers(LocalDevices.CPU_WORKERS) : one;
    }

    /** Each worker has a graph of its own. */
    private MemoryNeed ofWorkers(int workers) {
        return new MemoryNeed(ratings, parameters, ratingBytes, networkBytes, nativeBytes * workers);
    }

    /**
     * @param stock whether DL4J's own layers or ND4J's operations train, outside the heap
     * @param rows number of embedding rows, of users and items together
     * @param threads number of threads that train
     */
    static MemoryNeed of(Hyperparameters hyperparameters, boolean stock, long ratings, long rows, int threads) {
        long embeddings = rows * hyperparameters.embeddingSize();
        long dense = dense(hyperparameters);
        long parameters = embeddings + dense;
        int slots = slots(hyperparameters.optimizer());
        long floats = 2 * parameters;
        if (!stock) {
            int group = Kernels.fastest().parameterGroup();
            long padded = rows * ((hyperparameters.embeddingSize() + group - 1) / group * group);
            // What training starts from, then rows with their state; dense weights also transposed, gradients a thread.
            floats += parameters + padded * (1 + slots) + dense * (2L + slots + threads);
        }
        long graph = parameters * (stock ? 2 + slots : 2);
        return new MemoryNeed(ratings, parameters, ratings * BYTES_A_RATING, floats * FLOAT_BYTES, graph * FLOAT_BYTES);
    }

    private static long dense(Hyperparameters hyperparameters) {
        long sum = 0;
        long width = 2L * hyperparameters.embeddingSize();
        for (int hidden : hyperparameters.hiddenLayers()) {
            sum += (width + 1) * hidden;
            width = hidden;
        }
        return sum + width + 1;
    }

    static int slots(OptimizerKind optimizer) {
        return switch (optimizer) {
            case ADAM -> 2;
            case NESTEROVS -> 1;
            case SGD -> 0;
        };
    }

    long heapBytes() {
        return ratingBytes + networkBytes;
    }

    /** What was needed, what there is, and what to do. */
    String sentence(OutOfMemoryError error) {
        return String.format(Locale.ROOT, "Memory ran out (%s). This run needs about %,d MB of heap: %,d MB for %,d ratings and "
                        + "%,d MB for a network of %,d parameters; and about %,d MB outside the heap. This program may use "
                        + "%,d MB of heap and %,d MB outside it. Give it more, such as MARQUEE_MEMORY=%dg, or choose smaller "
                        + "embeddings or layers, or fewer ratings.",
                error.getMessage(), megabytes(heapBytes()), megabytes(ratingBytes), ratings, megabytes(networkBytes), parameters,
                megabytes(nativeBytes), megabytes(Runtime.getRuntime().maxMemory()), megabytes(Pointer.maxBytes()),
                suggestedGigabytes());
    }

    /** Half as much again as counted, and more than there is. What the heap may take, DL4J may take outside it. */
    private long suggestedGigabytes() {
        long counted = Math.max(heapBytes(), nativeBytes) * 3 / 2 / GIGABYTE + 1;
        return Math.max(counted, Runtime.getRuntime().maxMemory() / GIGABYTE + 1);
    }

    private static long megabytes(long bytes) {
        return (bytes + MEGABYTE - 1) / MEGABYTE;
    }
}
