package io.marquee.ui.fake;

import io.marquee.data.Catalogue;
import io.marquee.data.RatingScale;
import io.marquee.kernel.DenseWeights;
import io.marquee.model.Centring;
import io.marquee.model.EmbeddingTable;
import io.marquee.model.NetworkWeights;
import io.marquee.model.Preset;
import io.marquee.model.Protocol;
import io.marquee.model.TrainedModel;
import io.marquee.model.TrainingResult;
import java.util.List;

/** Models whose network says nothing, for view models that only pass them on. */
public final class Models {

    /** Of five users and movies, whose predictions are all the same. */
    private static final NetworkWeights WEIGHTS = new NetworkWeights(new EmbeddingTable(5, 1, new float[5]),
            new EmbeddingTable(5, 1, new float[5]),
            List.of(new DenseWeights(2, 1, new float[2], new float[1], DenseWeights.Activation.RELU),
                    new DenseWeights(1, 1, new float[1], new float[1], DenseWeights.Activation.IDENTITY)));

    private Models() {}

    public static TrainedModel ofEpoch(int epoch) {
        return ofEpoch(epoch, "f00d");
    }

    public static TrainedModel ofEpoch(int epoch, String fingerprint) {
        return new TrainedModel(WEIGHTS, new NumberedIds(5), new NumberedIds(5), Catalogue.empty(), null,
                RatingScale.HALF_STARS, new Centring(3.5, 1), Preset.QUICK_LOOK.hyperparameters(),
                protocol(fingerprint), new TrainingResult(epoch, 0.7, 0.75, 0.866));
    }

    public static Protocol protocol(String fingerprint) {
        return new Protocol("small", fingerprint, "random 80/20, seed 42", 80, 0, 20, 0, 1, true, "last",
                "measured before each step", "CPU", "fast path", "0.1.0", "17");
    }
}
