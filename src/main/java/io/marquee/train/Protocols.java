package io.marquee.train;

import io.marquee.data.Dataset;
import io.marquee.data.Split;
import io.marquee.model.BuildInfo;
import io.marquee.model.Protocol;
import io.marquee.model.WarmRows;

/** Writes down how a run's results are obtained. */
final class Protocols {

    private static final String TRAIN_MSE_RULE =
            "mean over the epoch's ratings, each measured just before the step on its batch, not clipped";

    private Protocols() {}

    static Protocol of(Dataset dataset, Split split, WarmRows warm, TrainingRequest request, String engine) {
        return new Protocol(
                dataset.name(),
                String.format("%016x", dataset.ratings().fingerprint()),
                split.description(),
                split.trainSize(),
                split.testSize(),
                count(warm.users(), split, true),
                count(warm.items(), split, false),
                request.hyperparameters().clipPredictions(),
                "last",
                TRAIN_MSE_RULE,
                request.device(),
                engine,
                BuildInfo.load().version(),
                System.getProperty("java.version"));
    }

    /** Users or items that occur in the test part only: every index has a rating, so those without one in the train part. */
    private static int count(boolean[] warm, Split split, boolean users) {
        boolean[] cold = new boolean[warm.length];
        int count = 0;
        for (int i = 0; i < split.testSize(); i++) {
            int row = split.testRow(i);
            int index = users ? split.ratings().user(row) : split.ratings().item(row);
            if (!warm[index] && !cold[index]) {
                cold[index] = true;
                count++;
            }
        }
        return count;
    }
}
