package io.marquee.model;

import io.marquee.kernel.DenseWeights;
import java.util.List;

/**
 * All parameters of the lecture's network in plain arrays: user and item embedding are concatenated, user first, and go
 * through the dense layers, of which the last has one output, the centred rating.
 *
 * <p>A snapshot: whoever made it no longer writes to its arrays.
 */
public record NetworkWeights(EmbeddingTable users, EmbeddingTable items, List<DenseWeights> layers) {

    public NetworkWeights {
        layers = List.copyOf(layers);
        int width = users.size() + items.size();
        for (DenseWeights layer : layers) {
            if (layer.in() != width) {
                throw new IllegalArgumentException(
                        "A dense layer of " + layer.in() + " inputs does not fit on " + width + " outputs");
            }
            width = layer.out();
        }
        if (width != 1) {
            throw new IllegalArgumentException("The last dense layer must have one output, not " + width);
        }
    }

    /** The number of trainable parameters. */
    public long parameterCount() {
        long count = (long) users.values().length + items.values().length;
        for (DenseWeights layer : layers) {
            count += (long) layer.weights().length + layer.bias().length;
        }
        return count;
    }

    /** The same network with 0 for each subnormal number; shares the arrays that have none. */
    NetworkWeights withoutSubnormals() {
        return new NetworkWeights(users.withoutSubnormals(), items.withoutSubnormals(),
                layers.stream().map(DenseWeights::withoutSubnormals).toList());
    }
}
