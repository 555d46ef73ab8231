package io.marquee.export;

import io.marquee.data.RatedItems;
import io.marquee.model.Predictor;
import io.marquee.model.TrainedModel;
import io.marquee.recommend.SplitNetwork;

/** What all threads that make lists read of a model. Immutable. */
final class TopListSource {

    private final TrainedModel model;
    private final Predictor predictor;
    private final SplitNetwork network;
    private final int[] popularity;
    private final float[] allItems;

    TopListSource(TrainedModel model, int memoryMegabytes) {
        this.model = model;
        this.predictor = Predictor.of(model, true);
        this.network = new SplitNetwork(model, predictor);
        this.popularity = model.history().totals(itemCount()).ratingsPerItem();
        long floats = (long) itemCount() * network.width();
        this.allItems = floats <= Integer.MAX_VALUE - 8 && floats * Float.BYTES <= (long) memoryMegabytes << 20
                ? sums((int) floats)
                : null;
    }

    private float[] sums(int floats) {
        float[] sums = new float[floats];
        for (int item = 0; item < itemCount(); item++) {
            network.itemSums(item, sums, item);
        }
        return sums;
    }

    SplitNetwork network() {
        return network;
    }

    RatedItems history() {
        return model.history();
    }

    int userCount() {
        return model.users().size();
    }

    int itemCount() {
        return model.items().size();
    }

    /** Number of ratings of each item. */
    int[] popularity() {
        return popularity;
    }

    /** Whether the network has learnt an item; others are never recommended. */
    boolean learnt(int item) {
        return predictor.warm().warmItem(item);
    }

    /**
     * What each item brings to the network's first layer; null where that takes more memory than allowed, and is worked out
     * again for each tile of users.
     */
    float[] allItems() {
        return allItems;
    }
}
