package io.marquee.train.checkpoint;

import io.marquee.train.EpochResult;
import io.marquee.train.TrainingRequest;
import java.util.Comparator;
import java.util.List;

/**
 * A run up to the end of one of its epochs. The order of an epoch's ratings depends on the seed and the number of the epoch
 * alone, so that these two are all there is to keep of shuffles and random numbers.
 *
 * @param marqueeVersion version of Marquee that wrote this
 * @param request what was asked for, with the number of threads decided
 * @param datasetFingerprint hash of the ratings, as hexadecimal digits
 * @param epochs results of the epochs so far, at least one
 * @param seconds wall clock of the run so far, pauses excluded
 */
public record RunSoFar(
        String marqueeVersion,
        TrainingRequest request,
        String datasetFingerprint,
        List<EpochResult> epochs,
        double seconds) {

    public RunSoFar {
        epochs = List.copyOf(epochs);
        if (epochs.isEmpty()) {
            throw new IllegalArgumentException("A checkpoint is made after an epoch");
        }
    }

    /** The number of the last finished epoch, counted from 1. */
    public int epoch() {
        return epochs.get(epochs.size() - 1).epoch();
    }

    /** The epoch with the lowest test MSE, the first of equals. */
    public int bestEpoch() {
        return epochs.stream().min(Comparator.comparingDouble(EpochResult::testMse)).orElseThrow().epoch();
    }
}
