package io.marquee.train.checkpoint;

import io.marquee.train.EpochResult;
import io.marquee.train.TrainingRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A run up to the end of one of its epochs. The order of an epoch's ratings depends on the seed and the number of the epoch
 * alone, so that these two are all there is to keep of shuffles and random numbers.
 *
 * @param marqueeVersion version of Marquee that wrote this
 * @param request what was asked for, with the number of threads decided
 * @param datasetFingerprint hash of the ratings, as hexadecimal digits
 * @param epochs results of the epochs so far, at least one
 * @param seconds wall clock of the run so far, pauses excluded
 * @param learningRate learning rate set by hand, which holds for the rest of the run
 * @param engine the engine that trained the last epoch, in its own words
 */
public record RunSoFar(
        String marqueeVersion,
        TrainingRequest request,
        String datasetFingerprint,
        List<EpochResult> epochs,
        double seconds,
        OptionalDouble learningRate,
        Optional<String> engine) {

    public RunSoFar {
        epochs = List.copyOf(epochs);
        // Checkpoints of versions without them name none.
        learningRate = learningRate == null ? OptionalDouble.empty() : learningRate;
        engine = engine == null ? Optional.empty() : engine;
        if (epochs.isEmpty()) {
            throw new IllegalArgumentException("A checkpoint is made after an epoch");
        }
    }

    /** The number of the last finished epoch, counted from 1. */
    public int epoch() {
        return epochs.get(epochs.size() - 1).epoch();
    }

    /** The epoch with the lowest {@link EpochResult#comparedMse}, the first of equals. */
    public int bestEpoch() {
        return best(epochs).epoch();
    }

    /** Of some epochs, at least one, that with the lowest {@link EpochResult#comparedMse}, the first of equals. */
    public static EpochResult best(List<EpochResult> epochs) {
        return epochs.stream().min(Comparator.comparingDouble(EpochResult::comparedMse)).orElseThrow();
    }
}
