package io.marquee.evaluate;

import io.marquee.data.Dataset;
import io.marquee.data.RatedItems;
import io.marquee.data.Split;
import io.marquee.kernel.DenseWeights;
import io.marquee.model.Centring;
import io.marquee.model.EmbeddingTable;
import io.marquee.model.Hyperparameters;
import io.marquee.model.NetworkWeights;
import io.marquee.model.Protocol;
import io.marquee.model.TrainedModel;
import io.marquee.model.TrainingResult;
import io.marquee.train.Runs;
import io.marquee.train.TinyData;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Networks whose predictions can be computed by hand: 3 stars plus a number of the user plus one of the item. */
public final class AdditiveModels {

    private static final double MEAN = 3;

    /** Keeps the ReLU from cutting anything off. */
    private static final float LIFT = 16;

    private AdditiveModels() {}

    /** A model of a dataset's ratings that was not trained. */
    public static TrainedModel of(Dataset dataset, Split split, boolean clip, float[] users, float[] items) {
        NetworkWeights weights = new NetworkWeights(new EmbeddingTable(users.length, 1, users),
                new EmbeddingTable(items.length, 1, items), List.of(
                        new DenseWeights(2, 1, new float[] {1, 1}, new float[] {LIFT}, DenseWeights.Activation.RELU),
                        new DenseWeights(1, 1, new float[] {1}, new float[] {-LIFT}, DenseWeights.Activation.IDENTITY)));
        Hyperparameters hyperparameters = Runs.small().toBuilder().clipPredictions(clip).build();
        Protocol protocol = new Protocol(dataset.name(), "f00d", split.description(), split.trainSize(), 0,
                split.testSize(), 0, 0, clip, "last", "none", "cpu", "by hand", "0", "17");
        return new TrainedModel(weights, dataset.ratings().users(), dataset.ratings().items(), dataset.catalogue(),
                RatedItems.of(split), dataset.ratings().scale(), new Centring(MEAN, 1), hyperparameters, protocol,
                new TrainingResult(1, 1, 1, 1));
    }

    /** A dataset of rows {@code {user, item, half stars}}, of which the first so many are the train part. */
    public static Dataset dataset(int users, int items, int trainRows, int[][] rows) {
        List<int[]> pairs = new ArrayList<>();
        byte[] codes = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            pairs.add(new int[] {rows[i][0], rows[i][1]});
            codes[i] = (byte) rows[i][2];
        }
        Dataset dataset = TinyData.dataset(users, items, pairs, codes);
        return new Dataset(dataset.name(), dataset.ratings(), dataset.catalogue(), dataset.report(),
                dataset.noiseFloor(), OptionalInt.of(trainRows));
    }
}
