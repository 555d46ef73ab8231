package io.marquee.train;

import io.marquee.data.Dataset;
import io.marquee.data.RatingTable;
import io.marquee.data.Split;
import io.marquee.model.BuildInfo;
import io.marquee.model.Protocol;

/** Writes down how a run's results are obtained. */
final class Protocols {

    private static final String TRAIN_MSE_RULE =
            "mean over the epoch's ratings, each measured just before the step on its batch, not clipped";

    private Protocols() {}

    private static String epochRule(TrainingRequest request) {
        return request.hyperparameters().earlyStopping()
                .map(rule -> "lowest validation MSE, stopped early " + rule.words())
                .orElse("last");
    }

    /** Hash of ratings, as hexadecimal digits. */
    static String fingerprint(RatingTable ratings) {
        return String.format("%016x", ratings.fingerprint());
    }

    static Protocol of(Dataset dataset, Split split, TrainingRequest request, String engine) {
        return new Protocol(
                dataset.name(),
                fingerprint(split.ratings()),
                split.description(),
                split.trainSize(),
                split.validationSize(),
                split.testSize(),
                split.coldUsers(),
                split.coldItems(),
                request.hyperparameters().clipPredictions(),
                epochRule(request),
                TRAIN_MSE_RULE,
                request.device(),
                engine,
                BuildInfo.load().version(),
                System.getProperty("java.version"));
    }
}
