package io.marquee.recommend;

import io.marquee.kernel.DenseKernel;
import io.marquee.kernel.DenseStack;
import io.marquee.kernel.DenseWeights;
import io.marquee.kernel.FeatureTile;
import io.marquee.kernel.Kernels;
import io.marquee.kernel.PairKernel;
import io.marquee.kernel.PanelTile;
import io.marquee.model.Centring;
import io.marquee.model.Predictor;
import io.marquee.model.TrainedModel;
import java.util.Arrays;
import java.util.List;

/**
 * A network with its first hidden layer taken apart. That layer's input is a user's embedding beside an item's, so its sum
 * is one that the user brings, bias included, plus one that the item brings. Each is worked out once and then serves every
 * pair: a pair costs one addition a hidden unit where it cost as many multiplications as both embeddings are long.
 *
 * <p>Immutable and thread-safe; each thread asks for a {@link Scorer} of its own.
 */
public final class SplitNetwork {

    private final Predictor predictor;
    private final Centring centring;
    private final DenseWeights first;
    private final List<DenseWeights> rest;
    private final int userSize;
    private final PairKernel kernel = Kernels.fastestPairs();
    private final int width;

    public SplitNetwork(TrainedModel model, Predictor predictor) {
        this.predictor = predictor;
        this.centring = model.centring();
        List<DenseWeights> layers = model.weights().layers();
        this.first = layers.get(0);
        this.rest = layers.subList(1, layers.size());
        this.userSize = model.weights().users().size();
        this.width = (first.out() + kernel.lanes() - 1) / kernel.lanes() * kernel.lanes();
    }

    /** Floats that one side's sums take: the hidden units of the first layer, padded with zeros for the kernel. */
    public int width() {
        return width;
    }

    /** Writes what a user brings to row {@code row} of {@code sums}; the mean user for one that is not learnt. */
    public void userSums(int user, float[] sums, int row) {
        System.arraycopy(first.bias(), 0, sums, row * width, first.out());
        addProduct(predictor.userEmbedding(user), 0, sums, row * width);
    }

    /** Writes what an item brings to row {@code row} of {@code sums}; the mean item for one that is not learnt. */
    public void itemSums(int item, float[] sums, int row) {
        Arrays.fill(sums, row * width, row * width + first.out(), 0);
        addProduct(predictor.itemEmbedding(item), userSize, sums, row * width);
    }

    private void addProduct(float[] x, int firstInput, float[] sums, int at) {
        int out = first.out();
        float[] weights = first.weights();
        for (int d = 0; d < x.length; d++) {
            float value = x[d];
            int w = (firstInput + d) * out;
            for (int k = 0; k < out; k++) {
                sums[at + k] += value * weights[w + k];
            }
        }
    }

    /** Buffers and arithmetic for one thread. */
    public Scorer scorer() {
        return rest.size() == 1 ? new Shallow() : new Deep();
    }

    /** Predicts the ratings of all pairs of some users and items; not thread-safe. */
    public abstract class Scorer {

        private Scorer() {}

        /**
         * Predicts.
         *
         * @param users what users bring, row-major {@code [rows][width]}
         * @param firstUser first row to take
         * @param userRows rows to take
         * @param items what items bring, likewise
         * @param ratings receives predicted stars, not clipped, row-major {@code [userRows][itemRows]}
         */
        public final void predict(
                float[] users, int firstUser, int userRows, float[] items, int firstItem, int itemRows, float[] ratings) {
            score(users, firstUser, userRows, items, firstItem, itemRows, ratings);
            for (int i = 0; i < userRows * itemRows; i++) {
                ratings[i] = (float) centring.toRating(ratings[i]);
            }
        }

        /** The network's output for each pair. */
        abstract void score(
                float[] users, int firstUser, int userRows, float[] items, int firstItem, int itemRows, float[] outputs);
    }

    /** One hidden layer: its units go straight to the output. */
    private final class Shallow extends Scorer {

        private final float[] outputWeights = Arrays.copyOf(rest.get(0).weights(), width);
        private final float bias = rest.get(0).bias()[0];

        @Override
        void score(float[] users, int firstUser, int userRows, float[] items, int firstItem, int itemRows,
                float[] outputs) {
            kernel.score(users, firstUser, userRows, items, firstItem, itemRows, outputWeights, outputs);
            for (int i = 0; i < userRows * itemRows; i++) {
                outputs[i] += bias;
            }
        }
    }

    /** More hidden layers: the first's units are the input of the others. */
    private final class Deep extends Scorer {

        private static final int TILE = DenseKernel.TILE;

        private final DenseKernel dense = Kernels.fastest();
        private final DenseStack stack = DenseStack.pack(rest, dense.panel());
        private final FeatureTile[] inputs = stack.newInputs();
        private final PanelTile[] activations = stack.newActivations(dense.panel());
        private final float[] partial = new float[TILE * dense.panel()];
        private final float[] tile = new float[TILE];

        @Override
        void score(float[] users, int firstUser, int userRows, float[] items, int firstItem, int itemRows,
                float[] outputs) {
            for (int u = 0; u < userRows; u++) {
                for (int i = 0; i < itemRows; i += TILE) {
                    int count = Math.min(TILE, itemRows - i);
                    fill(users, (firstUser + u) * width, items, firstItem + i, count);
                    stack.forward(dense, inputs, TILE, activations, partial, tile);
                    System.arraycopy(tile, 0, outputs, u * itemRows + i, count);
                }
            }
        }

        private void fill(float[] users, int user, float[] items, int firstItem, int count) {
            float[] columns = inputs[0].values();
            for (int s = 0; s < count; s++) {
                int item = (firstItem + s) * width;
                for (int k = 0; k < first.out(); k++) {
                    columns[k * TILE + s] = Math.max(0, users[user + k] + items[item + k]);
                }
            }
            inputs[0].clear(count, TILE);
        }
    }
}
