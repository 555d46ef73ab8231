package io.marquee.ui.fake;

import io.marquee.data.Catalogue;
import io.marquee.data.RatingScale;
import io.marquee.model.Centring;
import io.marquee.model.Preset;
import io.marquee.model.Protocol;
import io.marquee.model.TrainedModel;
import io.marquee.model.TrainingResult;

/** Models without weights, for view models that only pass them on. */
public final class Models {

    private Models() {}

    public static TrainedModel ofEpoch(int epoch) {
        return ofEpoch(epoch, "f00d");
    }

    public static TrainedModel ofEpoch(int epoch, String fingerprint) {
        return new TrainedModel(null, new NumberedIds(5), new NumberedIds(5), Catalogue.empty(), null,
                RatingScale.HALF_STARS, new Centring(3.5, 1), Preset.QUICK_LOOK.hyperparameters(),
                protocol(fingerprint), new TrainingResult(epoch, 0.7, 0.75, 0.866));
    }

    public static Protocol protocol(String fingerprint) {
        return new Protocol("small", fingerprint, "random 80/20, seed 42", 80, 0, 20, 0, 1, true, "last",
                "measured before each step", "CPU", "fast path", "0.1.0", "17");
    }
}
