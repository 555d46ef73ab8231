package io.marquee.kernel;

import io.marquee.kernel.DenseWeights.Activation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Dense layers in a row, the last with one output: ReLU layers in panels, and the output's weights as a vector.
 *
 * @param hidden the layers before the last
 * @param outputWeights weights of the one output, padded as the last hidden layer's outputs
 * @param outputBias its bias, at the beginning of an array as long as a panel so that it can be trained in place
 */
public record DenseStack(List<PackedDense> hidden, float[] outputWeights, float[] outputBias) {

    /** @throws IllegalArgumentException unless there are two layers or more, all but the last with ReLU */
    public static DenseStack pack(List<DenseWeights> layers, int panel) {
        int last = layers.size() - 1;
        if (last < 1 || layers.get(last).out() != 1) {
            throw new IllegalArgumentException("A stack needs a hidden layer and a last layer of one output");
        }
        List<PackedDense> hidden = new ArrayList<>();
        for (DenseWeights layer : layers.subList(0, last)) {
            if (layer.activation() != Activation.RELU) {
                throw new IllegalArgumentException("Hidden layers must have ReLU, not " + layer.activation());
            }
            PackedDense packed = new PackedDense(layer.in(), layer.out(), layer.activation(), panel);
            packed.pack(layer);
            hidden.add(packed);
        }
        DenseWeights output = layers.get(last);
        float[] weights = Arrays.copyOf(output.weights(), PackedDense.biasCount(output.in(), panel));
        return new DenseStack(hidden, weights, Arrays.copyOf(output.bias(), panel));
    }

    /** A stack of the same shape, all zeros: to gather gradients in. */
    public DenseStack zeros(int panel) {
        return new DenseStack(
                hidden.stream()
                        .map(layer -> new PackedDense(layer.in(), layer.out(), layer.activation(), panel))
                        .toList(),
                new float[outputWeights.length],
                new float[panel]);
    }

    /** As {@link #zeros} without room for the hidden layers' weights: scratch for {@link #backward} where none are wanted. */
    DenseStack biases(int panel) {
        return new DenseStack(
                hidden.stream()
                        .map(layer -> new PackedDense(layer.in(), layer.out(), layer.activation(), panel, new float[0],
                                new float[PackedDense.biasCount(layer.out(), panel)]))
                        .toList(),
                new float[outputWeights.length],
                new float[panel]);
    }

    /** The weights of each hidden layer as they are now, transposed for {@link #backward}. */
    public List<TransposedDense> transpose(int panel) {
        return hidden.stream().map(layer -> new TransposedDense(layer, panel)).toList();
    }

    /** The weights as row-major layers that share no array. */
    public List<DenseWeights> unpack() {
        List<DenseWeights> layers = new ArrayList<>();
        hidden.forEach(layer -> layers.add(layer.unpack()));
        int width = hidden.get(hidden.size() - 1).out();
        layers.add(new DenseWeights(
                width, 1, Arrays.copyOf(outputWeights, width), Arrays.copyOf(outputBias, 1), Activation.IDENTITY));
        return layers;
    }

    /** Number of inputs. */
    public int width() {
        return hidden.get(0).in();
    }

    /** A tile for the activations of each hidden layer. */
    public PanelTile[] newActivations(int panel) {
        return hidden.stream()
                .map(layer -> new PanelTile(layer.out(), panel))
                .toArray(PanelTile[]::new);
    }

    /** A tile for the inputs of each hidden layer; the first takes the inputs of the stack. */
    public FeatureTile[] newInputs() {
        return hidden.stream().map(layer -> new FeatureTile(layer.in())).toArray(FeatureTile[]::new);
    }

    /**
     * Puts samples into the first of {@link #newInputs}.
     *
     * @param x inputs, row-major {@code [samples][width]}
     * @param first first sample
     * @param count samples, {@link DenseKernel#TILE} at most
     * @return rows that a pass has to go through: samples and padding
     */
    int fill(FeatureTile[] inputs, float[] x, int first, int count) {
        int width = width();
        for (int s = 0; s < count; s++) {
            inputs[0].put(s, 0, x, (first + s) * width, width);
        }
        int rows = Panels.roundUp(count, DenseKernel.ROW_GROUP);
        inputs[0].clear(count, rows);
        return rows;
    }

    /** A tile for the gradient of each hidden layer's inputs. */
    public PanelTile[] newInputGradients(int panel) {
        return hidden.stream()
                .map(layer -> new PanelTile(layer.in(), panel))
                .toArray(PanelTile[]::new);
    }

    /**
     * Forward pass of one tile.
     *
     * @param inputs the first holds the inputs, the others are overwritten
     * @param rows samples, rounded up to a multiple of {@link DenseKernel#ROW_GROUP}
     * @param activations receives each hidden layer's outputs
     * @param partial scratch of {@link DenseKernel#TILE} x panel floats
     * @param outputs receives one output a sample
     */
    public void forward(
            DenseKernel kernel,
            FeatureTile[] inputs,
            int rows,
            PanelTile[] activations,
            float[] partial,
            float[] outputs) {
        Arrays.fill(partial, 0, rows * kernel.panel() / 2, 0);
        int last = hidden.size() - 1;
        for (int i = 0; i <= last; i++) {
            PackedDense layer = hidden.get(i);
            if (i > 0) {
                inputs[i].copy(activations[i - 1], rows, layer.in());
            }
            for (int panel = 0; panel < layer.panels(); panel++) {
                kernel.forward(inputs[i], rows, layer, panel, activations[i]);
                if (i == last) {
                    kernel.addOutput(activations[i], rows, outputWeights, panel, partial);
                }
            }
        }
        kernel.finishOutput(partial, rows, outputBias[0], outputs);
    }

    /**
     * Backward pass of one tile; adds to {@code gradients} and leaves the loss gradients of the activations in their tiles.
     *
     * @param inputs inputs of each layer in the forward pass
     * @param transposed the weights of each hidden layer transposed, as {@link #transpose} makes them
     * @param outputGradient gradient of the loss for each sample's output; zero for padding
     * @param activations outputs of the forward pass, overwritten
     * @param inputGradients receives the gradient of the loss for the inputs of each hidden layer
     * @param ofWeights whether gradients of the weights are wanted; without them {@code gradients} is scratch and needs no
     *     room for the hidden layers'
     */
    public void backward(
            DenseKernel kernel,
            FeatureTile[] inputs,
            List<TransposedDense> transposed,
            int rows,
            float[] outputGradient,
            PanelTile[] activations,
            DenseStack gradients,
            PanelTile[] inputGradients,
            boolean ofWeights) {
        int last = hidden.size() - 1;
        for (int i = last; i >= 0; i--) {
            PackedDense layer = hidden.get(i);
            PackedDense gradient = gradients.hidden.get(i);
            inputGradients[i].clear();
            for (int panel = 0; panel < layer.panels(); panel++) {
                if (i == last) {
                    kernel.backwardOutput(activations[i], rows, outputWeights, panel, outputGradient,
                            gradients.outputWeights, gradient.bias());
                } else {
                    kernel.backwardRelu(activations[i], inputGradients[i + 1], rows, panel, gradient.bias());
                }
                if (ofWeights) {
                    kernel.backwardWeights(inputs[i], activations[i], rows, panel, gradient);
                }
                kernel.backwardInput(activations[i], rows, transposed.get(i), panel, inputGradients[i]);
            }
        }
        for (int s = 0; s < rows; s++) {
            gradients.outputBias[0] += outputGradient[s];
        }
    }
}
