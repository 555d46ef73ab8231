package io.marquee.kernel;

/**
 * One dense layer: out = activation(bias + x W).
 *
 * @param in number of inputs
 * @param out number of outputs
 * @param weights W, row-major {@code [in][out]}: the weights of one input to all outputs are contiguous
 * @param bias one value an output
 * @param activation applied to each output
 */
public record DenseWeights(int in, int out, float[] weights, float[] bias, Activation activation) {

    /** Activation of a dense layer. */
    public enum Activation {
        IDENTITY,
        RELU
    }

    public DenseWeights {
        if (weights.length != in * out || bias.length != out) {
            throw new IllegalArgumentException("A dense layer of " + in + " x " + out + " needs " + in * out
                    + " weights and " + out + " biases, not " + weights.length + " and " + bias.length);
        }
    }

    /** A copy that shares no array. */
    public DenseWeights copy() {
        return new DenseWeights(in, out, weights.clone(), bias.clone(), activation);
    }

    /** This layer, or a copy with 0 for each subnormal number in it: see {@link Subnormals}. */
    public DenseWeights withoutSubnormals() {
        float[] cleanWeights = Subnormals.replaced(weights);
        float[] cleanBias = Subnormals.replaced(bias);
        return cleanWeights == weights && cleanBias == bias ? this : new DenseWeights(in, out, cleanWeights, cleanBias, activation);
    }
}
