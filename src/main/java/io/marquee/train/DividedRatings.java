package io.marquee.train;

import io.marquee.data.Dataset;
import io.marquee.data.RatedItems;
import io.marquee.data.RatingStatistics;
import io.marquee.data.Split;
import io.marquee.model.Centring;
import io.marquee.model.Hyperparameters;
import io.marquee.model.WarmRows;

/**
 * A dataset divided for a run, and what its train part tells.
 *
 * @param split the parts
 * @param statistics mean and standard deviation of the train part
 * @param centring map between ratings and what the network is to output
 * @param warm users and items of the train part
 * @param history who rated what
 */
record DividedRatings(
        Split split, RatingStatistics statistics, Centring centring, WarmRows warm, RatedItems history) {

    /** @throws TrainingException if the settings do not fit the data */
    static DividedRatings of(Dataset dataset, TrainingRequest request) throws TrainingException {
        Hyperparameters hyperparameters = request.hyperparameters();
        Split split = dataset.split(request.split());
        if (hyperparameters.batchSize() > split.trainSize()) {
            throw new TrainingException("A batch of " + hyperparameters.batchSize()
                    + " ratings is larger than the train part of " + split.trainSize()
                    + " ratings. Choose a smaller batch size.");
        }
        if (hyperparameters.earlyStopping().isPresent() && split.validationSize() == 0) {
            throw new TrainingException("Early stopping looks at a validation part, and this run has none. "
                    + "Set a share of the train part aside for it, such as 0.1, or train without early stopping.");
        }
        RatingStatistics statistics = split.trainStatistics();
        if (hyperparameters.standardize() && !(statistics.standardDeviation() > 0)) {
            throw new TrainingException("All ratings of the train part are " + statistics.mean()
                    + ", so they cannot be divided by their standard deviation. Switch standardisation off.");
        }
        Centring centring = new Centring(
                statistics.mean(), hyperparameters.standardize() ? statistics.standardDeviation() : 1);
        return new DividedRatings(split, statistics, centring, WarmRows.of(split), RatedItems.of(split));
    }

    /** The number of users, those of the test part included. */
    int users() {
        return split.ratings().users().size();
    }

    /** The number of rated items, those of the test part included. */
    int items() {
        return split.ratings().items().size();
    }

    /** Whether there is a validation part, so that the test part is measured at the end only. */
    boolean validates() {
        return split.validationSize() > 0;
    }
}
