package io.marquee.model;

import io.marquee.data.RatingScale;

/**
 * The head of a model file, entry {@code manifest.json}.
 *
 * @param format always {@link #FORMAT}
 * @param formatVersion version of the file format; readers refuse newer ones
 * @param users number of users
 * @param items number of rated items
 * @param scale rating scale
 * @param centring map between the network's output and ratings
 * @param hyperparameters what was trained
 * @param protocol how the result was measured
 * @param result the errors of the epoch the model is of
 */
record ModelManifest(
        String format,
        int formatVersion,
        int users,
        int items,
        RatingScale scale,
        Centring centring,
        Hyperparameters hyperparameters,
        Protocol protocol,
        TrainingResult result) {

    static final String FORMAT = "marquee-model";
    static final int VERSION = 1;
}
