package io.marquee.train;

import io.marquee.data.Dataset;
import io.marquee.data.RatingTable;
import io.marquee.evaluate.ErrorMetrics;
import io.marquee.model.Hyperparameters;
import io.marquee.model.NetworkWeights;
import io.marquee.model.Predictor;
import io.marquee.model.Protocol;
import io.marquee.model.TrainedModel;
import io.marquee.model.TrainingResult;

/** Makes models of a run's weights. */
final class ModelMaker {

    private final Dataset dataset;
    private final DividedRatings ratings;
    private final Protocol protocol;
    private Hyperparameters hyperparameters;

    ModelMaker(Dataset dataset, DividedRatings ratings, Hyperparameters hyperparameters, Protocol protocol) {
        this.dataset = dataset;
        this.ratings = ratings;
        this.hyperparameters = hyperparameters;
        this.protocol = protocol;
    }

    Protocol protocol() {
        return protocol;
    }

    /** Another number of epochs is planned than at first. */
    void plan(int epochs) {
        hyperparameters = hyperparameters.toBuilder().epochs(epochs).build();
    }

    Predictor predictor(NetworkWeights weights) {
        return new Predictor(weights, ratings.centring(), ratings.warm(),
                hyperparameters.clipPredictions() ? ratings.split().ratings().scale() : null);
    }

    TrainedModel model(NetworkWeights weights, EpochResult epoch) {
        return model(weights,
                new TrainingResult(epoch.epoch(), epoch.trainMse(), epoch.testMse(), epoch.testRmse()));
    }

    /** The model of an epoch whose test part was measured at the end. */
    TrainedModel model(NetworkWeights weights, EpochResult epoch, ErrorMetrics test) {
        return model(weights, new TrainingResult(epoch.epoch(), epoch.trainMse(), test.mse(), test.rmse()));
    }

    private TrainedModel model(NetworkWeights weights, TrainingResult result) {
        RatingTable table = ratings.split().ratings();
        return new TrainedModel(weights, table.users(), table.items(), dataset.catalogue(), ratings.history(), table.scale(),
                ratings.centring(), hyperparameters, protocol, result);
    }
}
