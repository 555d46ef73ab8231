package io.marquee.model;

import io.marquee.data.RatingScale;
import io.marquee.kernel.DenseKernel;
import io.marquee.kernel.ForwardPass;
import io.marquee.kernel.Kernels;

/**
 * Predicts ratings with a network. Immutable and thread-safe; each thread asks for a {@link Scorer} of its own.
 *
 * <p>A user or an item the network has not learnt is represented by the mean embedding of those it has, so that a
 * prediction rests on what is known of the other side; where neither is known the prediction is the train mean.
 */
public final class Predictor {

    private static final int TILE = 64;

    private final NetworkWeights weights;
    private final Centring centring;
    private final WarmRows warm;
    private final RatingScale clipTo;
    private final DenseKernel kernel;
    private final float[] meanUser;
    private final float[] meanItem;

    /**
     * @param weights the network
     * @param centring map from its output to ratings
     * @param warm users and items it has learnt
     * @param clipTo scale predictions are clipped to; null for raw predictions
     */
    public Predictor(NetworkWeights weights, Centring centring, WarmRows warm, RatingScale clipTo) {
        this.weights = weights.withoutSubnormals();
        this.centring = centring;
        this.warm = warm;
        this.clipTo = clipTo;
        this.kernel = Kernels.fastest();
        this.meanUser = meanRow(weights.users(), warm.users());
        this.meanItem = meanRow(weights.items(), warm.items());
    }

    /** The predictor of a trained model, raw or clipped to its rating scale. */
    public static Predictor of(TrainedModel model, boolean clip) {
        return new Predictor(model.weights(), model.centring(),
                WarmRows.of(model.history(), model.items().size()), clip ? model.scale() : null);
    }

    private static float[] meanRow(EmbeddingTable table, boolean[] included) {
        double[] sum = new double[table.size()];
        int count = 0;
        for (int row = 0; row < table.rows(); row++) {
            if (included[row]) {
                count++;
                int offset = row * table.size();
                for (int k = 0; k < sum.length; k++) {
                    sum[k] += table.values()[offset + k];
                }
            }
        }
        float[] mean = new float[sum.length];
        for (int k = 0; k < mean.length && count > 0; k++) {
            mean[k] = (float) (sum[k] / count);
        }
        return mean;
    }

    /** Users and items the network has learnt. */
    public WarmRows warm() {
        return warm;
    }

    /** The embedding a user is represented by: their own, or the mean one where the network has not learnt them. */
    public float[] userEmbedding(int user) {
        if (!warm.warmUser(user)) {
            return meanUser.clone();
        }
        float[] embedding = new float[meanUser.length];
        weights.users().copyRow(user, embedding, 0);
        return embedding;
    }

    /** The embedding an item is represented by: its own, or the mean one where the network has not learnt it. */
    public float[] itemEmbedding(int item) {
        if (!warm.warmItem(item)) {
            return meanItem.clone();
        }
        float[] embedding = new float[meanItem.length];
        weights.items().copyRow(item, embedding, 0);
        return embedding;
    }

    /** The mean embedding of the users the network has learnt; zeros where it has learnt none. */
    public float[] meanUserEmbedding() {
        return meanUser.clone();
    }

    /** Buffers and arithmetic for one thread. */
    public Scorer scorer() {
        return new Scorer();
    }

    /** Predicts for one thread; not thread-safe. */
    public final class Scorer {

        private final int userSize = weights.users().size();
        private final int width = userSize + weights.items().size();
        private final float[] inputs = new float[TILE * width];
        private final float[] outputs = new float[TILE];
        private final ForwardPass forward = new ForwardPass(kernel, weights.layers());

        private Scorer() {}

        /**
         * Predicts the ratings of {@code count} (user, item) pairs.
         *
         * @param users user indices, {@link io.marquee.data.IdIndex#UNKNOWN} for one the dataset does not have
         * @param items item indices, likewise
         * @param count number of pairs
         * @param ratings receives the predictions, in stars
         */
        public void predict(int[] users, int[] items, int count, float[] ratings) {
            for (int from = 0; from < count; from += TILE) {
                int size = Math.min(TILE, count - from);
                for (int i = 0; i < size; i++) {
                    place(users[from + i], items[from + i], i * width);
                }
                forward.run(inputs, size, outputs);
                for (int i = 0; i < size; i++) {
                    ratings[from + i] = rating(users[from + i], items[from + i], outputs[i]);
                }
            }
        }

        private void place(int user, int item, int offset) {
            if (warm.warmUser(user)) {
                weights.users().copyRow(user, inputs, offset);
            } else {
                System.arraycopy(meanUser, 0, inputs, offset, userSize);
            }
            if (warm.warmItem(item)) {
                weights.items().copyRow(item, inputs, offset + userSize);
            } else {
                System.arraycopy(meanItem, 0, inputs, offset + userSize, meanItem.length);
            }
        }

        private float rating(int user, int item, float output) {
            boolean nothingKnown = !warm.warmUser(user) && !warm.warmItem(item);
            double rating = nothingKnown ? centring.mean() : centring.toRating(output);
            return (float) (clipTo == null ? rating : clipTo.clip(rating));
        }
    }
}
