package io.marquee.recommend;

import io.marquee.kernel.DenseKernel;
import io.marquee.kernel.DenseStack;
import io.marquee.kernel.DenseWeights;
import io.marquee.kernel.FeatureTile;
import io.marquee.kernel.Kernels;
import io.marquee.kernel.LevelKernel;
import io.marquee.kernel.PackedDense;
import io.marquee.kernel.PairKernel;
import io.marquee.kernel.PanelTile;
import io.marquee.model.Centring;
import io.marquee.model.EmbeddingTable;
import io.marquee.model.NetworkWeights;
import io.marquee.model.TrainedModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scores many items for one user. The first layer sees user and item side by side, so its sum falls into a user's and an
 * item's share: the user's is computed once a user, and takes the bias' place.
 *
 * <p>The items' shares can be kept, too: with one hidden layer, from the second question on and where memory allows, in the
 * background. Until then, and with several hidden layers, they are computed again for each tile of items. Where only the
 * best items are wanted, kept shares are scanned in a rounded form first, which tells what can be among them; see
 * {@link RoundedProducts}.
 *
 * <p>Thread-safe; each thread asks for a {@link Scorer} of its own.
 */
public final class CatalogueScorer {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogueScorer.class);

    /** Items scored at a time. */
    private static final int BLOCK = 64;

    /** So few items are scored sooner than all are scanned. */
    private static final int FEW = 1000;

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final DenseKernel kernel = Kernels.fastest();
    private final PairKernel pairs = Kernels.fastestPairs();
    private final Optional<LevelKernel> levels = Kernels.levels();
    private final EmbeddingTable items;
    private final Centring centring;
    private final int userSize;
    private final DenseWeights first;
    private final PackedDense itemLayer;
    private final DenseStack stack;
    private final boolean keepProducts;
    private final AtomicInteger questions = new AtomicInteger();
    private volatile Kept kept;

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
        return kept != null;
    }

    /** Computes and keeps the items' shares now, if memory and the network's shape allow it. */
    public void keepProductsNow() {
        int width = itemLayer.bias().length;
        if (keepProducts && kept == null && ItemProducts.fit(items.rows(), width)) {
            ItemProducts products = ItemProducts.of(items, itemWeights(), first.out(), width);
            kept = new Kept(products, levels.map(level -> new SharedScan(
                    RoundedProducts.of(products, stack.outputWeights(), level), PROCESSORS)));
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

    /** Arithmetic for one thread. */
    public Scorer scorer() {
        return new Scorer();
    }

    /** Predicts for one thread; not thread-safe. */
    public final class Scorer {

        private final float[] block = new float[BLOCK];

        private Scorer() {}

        /**
         * Predicts the ratings of all items for one user.
         *
         * @param embedding the user's embedding
         * @return predictions by item index, in stars, not clipped; of items the network has not learnt they mean nothing
         */
        public float[] scoreAll(float[] embedding) {
            keepProductsSoon();
            float[] userShare = userShare(embedding);
            float[] ratings = new float[items.rows()];
            if (kept == null) {
                forward(userShare, ratings);
            } else {
                score(kept.products(), userShare, 0, ratings.length, ratings);
            }
            return ratings;
        }

        /**
         * Predicts the ratings of the items that can be among the best for one user.
         *
         * @param candidates items looked for; those that cannot be among the best are taken out
         * @param count how many of the best are wanted; of items with equal predictions all stay
         * @return predictions by item index, the same as {@link #scoreAll} has; 0 for all but the candidates
         */
        float[] scoreBest(float[] embedding, BitSet candidates, int count) {
            Kept now = kept;
            if (now == null) {
                return scoreAll(embedding);
            }
            float[] userShare = userShare(embedding);
            if (now.scan().isPresent() && candidates.cardinality() > Math.max(FEW, count)) {
                double offset = Math.abs(stack.outputBias()[0]) + Math.abs(centring.toTarget(0));
                now.scan().get().keepBest(userShare, offset, candidates, count);
            }
            float[] ratings = new float[items.rows()];
            for (int from = candidates.nextSetBit(0); from >= 0;) {
                int to = candidates.nextClearBit(from);
                score(now.products(), userShare, from, to, ratings);
                from = candidates.nextSetBit(to);
            }
            return ratings;
        }

        private void score(ItemProducts products, float[] userShare, int from, int to, float[] ratings) {
            for (int item = from; item < to; item += BLOCK) {
                int count = Math.min(BLOCK, to - item);
                pairs.score(userShare, 0, 1, products.values(), item, count, stack.outputWeights(), block);
                for (int i = 0; i < count; i++) {
                    ratings[item + i] = (float) centring.toRating(block[i] + stack.outputBias()[0]);
                }
            }
        }

        private void forward(float[] userShare, float[] ratings) {
            FeatureTile[] inputs = stack.newInputs();
            PanelTile[] activations = stack.newActivations(kernel.panel());
            float[] partial = new float[DenseKernel.TILE * kernel.panel()];
            float[] outputs = new float[DenseKernel.TILE];
            List<PackedDense> hidden = new ArrayList<>(stack.hidden());
            hidden.set(0, new PackedDense(itemLayer.in(), itemLayer.out(), itemLayer.activation(), kernel.panel(),
                    itemLayer.weights(), userShare));
            DenseStack ofUser = new DenseStack(hidden, stack.outputWeights(), stack.outputBias());
            for (int item = 0; item < ratings.length; item += DenseKernel.TILE) {
                int count = Math.min(DenseKernel.TILE, ratings.length - item);
                for (int s = 0; s < count; s++) {
                    inputs[0].put(s, 0, items.values(), (item + s) * items.size(), items.size());
                }
                int rows = (count + DenseKernel.ROW_GROUP - 1) / DenseKernel.ROW_GROUP * DenseKernel.ROW_GROUP;
                inputs[0].clear(count, rows);
                ofUser.forward(kernel, inputs, rows, activations, partial, outputs);
                for (int s = 0; s < count; s++) {
                    ratings[item + s] = (float) centring.toRating(outputs[s]);
                }
            }
        }
    }

    /** The items' shares as they are, and rounded where that is faster here. */
    private record Kept(ItemProducts products, Optional<SharedScan> scan) {}
}
