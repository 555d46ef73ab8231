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
 */
public record TrainingRequest(DatasetSpec dataset, SplitSpec split, Hyperparameters hyperparameters, String device) {

    /** The same run with another fold of cross-validation as the test part. */
    public TrainingRequest withFold(int fold) {
        return new TrainingRequest(dataset, split.withFold(fold), hyperparameters, device);
    }
}
