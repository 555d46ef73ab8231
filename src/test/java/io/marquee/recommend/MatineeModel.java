package io.marquee.recommend;

import io.marquee.data.Dataset;
import io.marquee.data.MatineeDataset;
import io.marquee.data.MatineePreset;
import io.marquee.data.MatineeTruth;
import io.marquee.model.TrainedModel;
import io.marquee.train.Runs;
import java.util.List;

/** A network that has learnt the built-in data's planted tastes; trained once for all tests. */
final class MatineeModel {

    static final MatineeTruth TRUTH = MatineeTruth.of(MatineePreset.SMALL, MatineeDataset.DEFAULT_SEED);
    static final AskedModel ASKED = new AskedModel(train());

    private MatineeModel() {}

    private static TrainedModel train() {
        Dataset dataset = MatineeDataset.generate(MatineePreset.SMALL, MatineeDataset.DEFAULT_SEED, (share, what) -> {});
        try {
            return Runs.model(dataset, Runs.small().toBuilder().embeddingSize(8).hiddenLayers(List.of(32))
                    .learningRate(0.005).l2(1e-3).batchSize(256).epochs(6).build());
        } catch (InterruptedException e) {
            throw new IllegalStateException("The training was interrupted", e);
        }
    }
}
