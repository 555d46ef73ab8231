package io.marquee.train;

import io.marquee.data.DatasetSpec;
import io.marquee.data.SplitSpec;
import io.marquee.model.Hyperparameters;

/**
 * A training run as a person asks for it.
 *
 * @param dataset dataset to train on
 * @param split how to divide it, unless it comes divided
 * @param hyperparameters network and training
 * @param device id of the device to train on, such as {@code cpu}
 * @param threads number of threads of the fast path and of evaluation; 0 for one a core. Results depend on it in the last
 *     digits only, but do: the same number gives the same bits
 */
public record TrainingRequest(
        DatasetSpec dataset, SplitSpec split, Hyperparameters hyperparameters, String device, int threads) {

    /** Most threads a run may have. */
    public static final int MAX_THREADS = 256;

    /** @throws IllegalArgumentException if the number of threads cannot be */
    public TrainingRequest {
        if (threads < 0 || threads > MAX_THREADS) {
            throw new IllegalArgumentException("The number of threads must be from 1 to " + MAX_THREADS
                    + ", or 0 for one a core, not " + threads + ".");
        }
    }

    /** With one thread a core. */
    public TrainingRequest(DatasetSpec dataset, SplitSpec split, Hyperparameters hyperparameters, String device) {
        this(dataset, split, hyperparameters, device, 0);
    }

    /** The number of threads, decided. */
    public int threadsHere() {
        return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    }

    /** The same run with another fold of cross-validation as the test part. */
    public TrainingRequest withFold(int fold) {
        return new TrainingRequest(dataset, split.withFold(fold), hyperparameters, device, threads);
    }
}
