package io.marquee.kernel;

import io.marquee.kernel.DenseWeights.Activation;
import java.util.Arrays;

/**
 * A dense layer's weights, or their gradients, in panels: {@code [panel of outputs][input][output in the panel]}, padded
 * with zeros to whole panels of outputs and to a multiple of {@link DenseKernel#ROW_GROUP} inputs. Zeros stay zero in
 * training: their gradients are zero.
 */
public final class PackedDense {

    private final int in;
    private final int out;
    private final int panel;
    private final int paddedIn;
    private final int panels;
    private final Activation activation;
    private final float[] weights;
    private final float[] bias;

    /** A layer of zeros. */
    public PackedDense(int in, int out, Activation activation, int panel) {
        this(in, out, activation, panel, new float[weightCount(in, out, panel)], new float[biasCount(out, panel)]);
    }

    /**
     * A layer over given arrays, of which the first {@link #weightCount} and {@link #biasCount} places are used.
     */
    public PackedDense(int in, int out, Activation activation, int panel, float[] weights, float[] bias) {
        this.in = in;
        this.out = out;
        this.panel = panel;
        this.activation = activation;
        this.paddedIn = Panels.roundUp(in, DenseKernel.ROW_GROUP);
        this.panels = Panels.count(out, panel);
        this.weights = weights;
        this.bias = bias;
    }

    /** Weights of a layer with its padding. */
    public static int weightCount(int in, int out, int panel) {
        return Math.multiplyExact(Panels.roundUp(in, DenseKernel.ROW_GROUP), Panels.count(out, panel) * panel);
    }

    /** Biases of a layer with their padding. */
    public static int biasCount(int out, int panel) {
        return Panels.count(out, panel) * panel;
    }

    public int in() {
        return in;
    }

    public int out() {
        return out;
    }

    /** Number of panels of outputs. */
    public int panels() {
        return panels;
    }

    /** Number of inputs with padding. */
    public int paddedIn() {
        return paddedIn;
    }

    public Activation activation() {
        return activation;
    }

    public float[] weights() {
        return weights;
    }

    public float[] bias() {
        return bias;
    }

    /** Where the weight from an input to an output lies in {@link #weights}. */
    public int index(int input, int output) {
        return (output / panel * paddedIn + input) * panel + output % panel;
    }

    /** Takes over the weights of a row-major layer of the same shape. */
    public void pack(DenseWeights layer) {
        for (int k = 0; k < in; k++) {
            for (int o = 0; o < out; o++) {
                weights[index(k, o)] = layer.weights()[k * out + o];
            }
        }
        System.arraycopy(layer.bias(), 0, bias, 0, out);
    }

    /** The weights as a row-major layer that shares no array. */
    public DenseWeights unpack() {
        float[] rowMajor = new float[in * out];
        for (int k = 0; k < in; k++) {
            for (int o = 0; o < out; o++) {
                rowMajor[k * out + o] = weights[index(k, o)];
            }
        }
        return new DenseWeights(in, out, rowMajor, Arrays.copyOf(bias, out), activation);
    }
}
