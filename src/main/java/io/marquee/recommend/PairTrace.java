package io.marquee.recommend;

import io.marquee.data.RatingScale;
import io.marquee.kernel.DenseWeights;
import io.marquee.kernel.DenseWeights.Activation;
import io.marquee.model.Centring;
import io.marquee.model.NetworkWeights;
import java.util.ArrayList;
import java.util.List;

/**
 * One prediction step by step: what the network does with one user and one item.
 *
 * @param user the user's embedding
 * @param item the item's embedding
 * @param hidden activations of each hidden layer, first to last
 * @param contributions what each unit of the last hidden layer adds to the prediction, in stars
 * @param bias what the output's bias adds, in stars
 * @param centring map from the network's output to stars
 * @param output the network's output: the centred rating
 * @param raw the prediction in stars: the mean, the bias and all contributions together
 * @param prediction the same, clipped to the rating scale
 */
public record PairTrace(
        float[] user, float[] item, List<float[]> hidden, float[] contributions, double bias, Centring centring,
        double output, double raw, double prediction) {

    /**
     * Runs the network forward once.
     *
     * @param user the user's embedding
     * @param item index of the item
     */
    public static PairTrace of(NetworkWeights weights, Centring centring, RatingScale scale, float[] user, int item) {
        float[] embedding = new float[weights.items().size()];
        weights.items().copyRow(item, embedding, 0);
        float[] below = new float[user.length + embedding.length];
        System.arraycopy(user, 0, below, 0, user.length);
        System.arraycopy(embedding, 0, below, user.length, embedding.length);
        List<float[]> hidden = new ArrayList<>();
        List<DenseWeights> layers = weights.layers();
        for (DenseWeights layer : layers.subList(0, layers.size() - 1)) {
            below = forward(layer, below);
            hidden.add(below);
        }
        DenseWeights last = layers.get(layers.size() - 1);
        float[] contributions = new float[below.length];
        double output = last.bias()[0];
        for (int k = 0; k < below.length; k++) {
            double share = (double) below[k] * last.weights()[k];
            output += share;
            contributions[k] = (float) (share * centring.scale());
        }
        double raw = centring.toRating(output);
        return new PairTrace(user.clone(), embedding, List.copyOf(hidden), contributions,
                last.bias()[0] * centring.scale(), centring, output, raw, scale.clip(raw));
    }

    private static float[] forward(DenseWeights layer, float[] x) {
        float[] out = layer.bias().clone();
        for (int k = 0; k < x.length; k++) {
            for (int o = 0; o < out.length; o++) {
                out[o] += x[k] * layer.weights()[k * layer.out() + o];
            }
        }
        if (layer.activation() == Activation.RELU) {
            for (int o = 0; o < out.length; o++) {
                out[o] = Math.max(0, out[o]);
            }
        }
        return out;
    }

    /** What all units that raise the prediction add together, in stars. */
    public double raised() {
        return sum(1);
    }

    /** What all units that lower the prediction take away together, in stars; not above 0. */
    public double lowered() {
        return sum(-1);
    }

    private double sum(int sign) {
        double sum = 0;
        for (float contribution : contributions) {
            sum += sign * contribution > 0 ? contribution : 0;
        }
        return sum;
    }
}
