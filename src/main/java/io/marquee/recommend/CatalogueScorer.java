package io.marquee.recommend;

import io.marquee.kernel.DenseKernel;
import io.marquee.kernel.DenseStack;
import io.marquee.kernel.DenseWeights;
import io.marquee.kernel.FeatureTile;
import io.marquee.kernel.Kernels;
import io.marquee.kernel.PackedDense;
import io.marquee.kernel.PanelTile;
import io.marquee.model.Centring;
import io.marquee.model.EmbeddingTable;
import io.marquee.model.NetworkWeights;
import io.marquee.model.TrainedModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scores many items for one user. The first layer sees user and item side by side, so its sum falls into a user's and an
 * item's share: the user's is computed once a user, and takes the bias' place.
 *
 * <p>The items' shares can be kept, too: with one hidden layer, from the second question on and where memory allows, in the
 * background. Until then, and with several hidden layers, they are computed again for each tile of items.
 *
 * <p>Thread-safe; each thread asks for a {@link Scorer} of its own.
 */
public final class CatalogueScorer {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogueScorer.class);

    private final DenseKernel kernel = Kernels.fastest();
    private final EmbeddingTable items;
    private final Centring centring;
    private final int userSize;
    private final DenseWeights first;
    private final PackedDense itemLayer;
    private final DenseStack stack;
    private final boolean keepProducts;
    private final AtomicInteger questions = new AtomicInteger();
    private volatile ItemProducts products;

    /** @param keepProducts whether to keep the items' shares of the hidden layer; worth it where many questions follow */
    public CatalogueScorer(TrainedModel model, boolean keepProducts) {
        NetworkWeights weights = model.weights();
        this.items = weights.items();
        this.centring = model.centring();
        this.userSize = weights.users().size();
        this.first = weights.layers().get(0);
        DenseWeights itemSide = new DenseWeights(items.size(), first.out(), itemWeights(), first.bias(),
                first.activation());
        List<DenseWeights> layers = new ArrayList<>(weights.layers());
        layers.set(0, itemSide);
        this.stack = DenseStack.pack(layers, kernel.panel());
        this.itemLayer = stack.hidden().get(0);
        this.keepProducts = keepProducts && stack.hidden().size() == 1;
    }

    private float[] itemWeights() {
        return Arrays.copyOfRange(first.weights(), userSize * first.out(), first.in() * first.out());
    }

    /** The number of items. */
    public int items() {
        return items.rows();
    }

    /** Whether the items' shares are kept by now. */
    public boolean productsKept() {
        return products != null;
    }

    /** Computes and keeps the items' shares now, if memory and the network's shape allow it. */
    public void keepProductsNow() {
        int width = itemLayer.bias().length;
        if (keepProducts && products == null && ItemProducts.fit(items.rows(), width)) {
            products = ItemProducts.of(items, itemWeights(), first.out(), width);
        }
    }

    private void keepProductsSoon() {
        // One question is answered sooner without them.
        if (keepProducts && questions.incrementAndGet() == 2) {
            CompletableFuture.runAsync(this::keepProductsNow).exceptionally(failure -> {
                LOG.warn("The items' shares of the hidden layer could not be kept; answers take longer.", failure);
                return null;
            });
        }
    }

    /** A user's share of the first layer, with its bias. */
    public float[] userShare(float[] embedding) {
        float[] share = Arrays.copyOf(first.bias(), itemLayer.bias().length);
        for (int k = 0; k < userSize; k++) {
            float value = embedding[k];
            int from = k * first.out();
            for (int o = 0; o < first.out(); o++) {
                share[o] += value * first.weights()[from + o];
            }
        }
        return share;
    }

    /** Buffers and arithmetic for one thread. */
    public Scorer scorer() {
        return new Scorer();
    }

    /** Predicts for one thread; not thread-safe. */
    public final class Scorer {

        private final FeatureTile[] inputs = stack.newInputs();
        private final PanelTile[] activations = stack.newActivations(kernel.panel());
        private final float[] partial = new float[DenseKernel.TILE * kernel.panel()];
        private final float[] outputs = new float[DenseKernel.TILE];

        private Scorer() {}

        /**
         * Predicts the ratings of all items for one user.
         *
         * @param embedding the user's embedding
         * @return predictions by item index, in stars, not clipped; of items the network has not learnt they mean nothing
         */
        public float[] scoreAll(float[] embedding) {
            keepProductsSoon();
            float[] ratings = new float[items.rows()];
            score(userShare(embedding), 0, ratings.length, ratings);
            return ratings;
        }

        /**
         * Predicts the ratings of the items {@code from..to-1} for one user.
         *
         * @param userShare what {@link CatalogueScorer#userShare} gives
         * @param ratings receives the predictions, each at its item's index, in stars, not clipped
         */
        public void score(float[] userShare, int from, int to, float[] ratings) {
            ItemProducts kept = products;
            if (kept != null) {
                kernel.scoreRows(kept.values(), from, to - from, userShare, stack.outputWeights(),
                        stack.outputBias()[0], ratings);
            } else {
                forward(userShare, from, to, ratings);
            }
            for (int item = from; item < to; item++) {
                ratings[item] = (float) centring.toRating(ratings[item]);
            }
        }

        private void forward(float[] userShare, int from, int to, float[] ratings) {
            List<PackedDense> hidden = new ArrayList<>(stack.hidden());
            hidden.set(0, new PackedDense(itemLayer.in(), itemLayer.out(), itemLayer.activation(), kernel.panel(),
                    itemLayer.weights(), userShare));
            DenseStack ofUser = new DenseStack(hidden, stack.outputWeights(), stack.outputBias());
            for (int item = from; item < to; item += DenseKernel.TILE) {
                int count = Math.min(DenseKernel.TILE, to - item);
                for (int s = 0; s < count; s++) {
                    inputs[0].put(s, 0, items.values(), (item + s) * items.size(), items.size());
                }
                int rows = (count + DenseKernel.ROW_GROUP - 1) / DenseKernel.ROW_GROUP * DenseKernel.ROW_GROUP;
                inputs[0].clear(count, rows);
                ofUser.forward(kernel, inputs, rows, activations, partial, outputs);
                System.arraycopy(outputs, 0, ratings, item, count);
            }
        }
    }
}
