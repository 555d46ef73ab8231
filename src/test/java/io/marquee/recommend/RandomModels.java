package io.marquee.recommend;

import io.marquee.data.Catalogue;
import io.marquee.data.Dataset;
import io.marquee.data.ItemTags;
import io.marquee.data.RatedItems;
import io.marquee.data.Split;
import io.marquee.data.SplitSpec;
import io.marquee.data.UserAttributes;
import io.marquee.kernel.DenseWeights;
import io.marquee.model.Centring;
import io.marquee.model.EmbeddingTable;
import io.marquee.model.NetworkWeights;
import io.marquee.model.Preset;
import io.marquee.model.Protocol;
import io.marquee.model.TrainedModel;
import io.marquee.model.TrainingResult;
import io.marquee.train.TinyData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Models with random weights: nothing is learnt, but every pair has a prediction of its own. */
public final class RandomModels {

    private RandomModels() {}

    /** A model of a dataset of two tastes, some of whose users and items are cold. */
    public static TrainedModel of(int users, int items, int size, List<Integer> hidden, long seed) {
        Dataset dataset = TinyData.twoTastes(users, items, seed);
        Split split = dataset.split(new SplitSpec(0.5, seed));
        SplittableRandom random = new SplittableRandom(seed);
        List<DenseWeights> layers = new ArrayList<>();
        int width = 2 * size;
        for (int out : hidden) {
            layers.add(new DenseWeights(width, out, random(width * out, 1, random), random(out, 0.5, random),
                    DenseWeights.Activation.RELU));
            width = out;
        }
        layers.add(new DenseWeights(width, 1, random(width, 1 / Math.sqrt(width), random), random(1, 0.5, random),
                DenseWeights.Activation.IDENTITY));
        NetworkWeights weights = new NetworkWeights(
                new EmbeddingTable(users, size, random(users * size, 1, random)),
                new EmbeddingTable(items, size, random(items * size, 1, random)), layers);
        return new TrainedModel(weights, dataset.ratings().users(), dataset.ratings().items(), dataset.catalogue(),
                RatedItems.of(split), dataset.ratings().scale(), new Centring(3.4, 0.9),
                Preset.QUICK_LOOK.hyperparameters().toBuilder().embeddingSize(size).hiddenLayers(hidden).build(),
                new Protocol("tiny", "f00d" + seed, "random 50/50, seed " + seed, split.trainSize(), 0,
                        split.testSize(), 0, 0, true, "last", "measured before each step", "CPU", "fast path", "0.1.0", "17"),
                new TrainingResult(1, 0.7, 0.75, 0.866));
    }

    /** A model that knows something of its users. */
    public static TrainedModel describing(TrainedModel model, Map<String, UserAttributes> users) {
        Catalogue catalogue = new Catalogue(model.catalogue().items(), ItemTags.NONE, Map.of(), users);
        return new TrainedModel(model.weights(), model.users(), model.items(), catalogue, model.history(), model.scale(),
                model.centring(), model.hyperparameters(), model.protocol(), model.result());
    }

    private static float[] random(int count, double scale, SplittableRandom random) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) ((random.nextDouble() * 2 - 1) * scale);
        }
        return values;
    }
}
