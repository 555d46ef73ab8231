package io.marquee.model;

import io.marquee.data.Catalogue;
import io.marquee.data.IdIndex;
import io.marquee.data.RatedItems;
import io.marquee.data.RatingScale;

/**
 * A trained network with all that is needed to ask it: it stands on its own, without the dataset.
 *
 * <p>Immutable and thread-safe.
 *
 * @param weights the network's parameters; subnormal ones become 0
 * @param users index of the user ids
 * @param items index of the ids of rated items
 * @param catalogue titles, years and genres, and what users said of themselves
 * @param history what each user has rated, so that rated items can be left out of recommendations
 * @param scale rating scale
 * @param centring map between the network's output and ratings
 * @param hyperparameters what was trained
 * @param protocol how the result was measured
 * @param result the errors of the epoch the model is of
 */
public record TrainedModel(
        NetworkWeights weights,
        IdIndex users,
        IdIndex items,
        Catalogue catalogue,
        RatedItems history,
        RatingScale scale,
        Centring centring,
        Hyperparameters hyperparameters,
        Protocol protocol,
        TrainingResult result) {

    public TrainedModel {
        weights = weights.withoutSubnormals();
    }
}
