package io.marquee.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Outputs of a stack of dense layers and how they change with its first inputs, the weights standing still. Immutable and
 * thread-safe; each thread asks for a {@link Pass} of its own.
 */
public final class InputGradients {

    private static final int TILE = DenseKernel.TILE;

    private final DenseKernel kernel;
    private final int columns;
    private final DenseStack stack;
    private final List<TransposedDense> transposed = new ArrayList<>();

    /**
     * @param layers the layers, first to last; the last must have one output
     * @param columns for how many of the inputs, from the first on, gradients are wanted
     */
    public InputGradients(DenseKernel kernel, List<DenseWeights> layers, int columns) {
        this.kernel = kernel;
        this.columns = columns;
        this.stack = DenseStack.pack(layers, kernel.panel());
        for (PackedDense layer : stack.hidden()) {
            transposed.add(new TransposedDense(layer, kernel.panel(), transposed.isEmpty() ? columns : layer.in()));
        }
    }

    /** Buffers and arithmetic for one thread. */
    public Pass pass() {
        return new Pass();
    }

    /** Predicts and differentiates for one thread; not thread-safe. */
    public final class Pass {

        private final FeatureTile[] inputs = stack.newInputs();
        private final PanelTile[] activations = stack.newActivations(kernel.panel());
        private final PanelTile[] inputGradients = stack.newInputGradients(kernel.panel());
        private final DenseStack ignored = stack.biases(kernel.panel());
        private final float[] partial = new float[TILE * kernel.panel()];
        private final float[] outputs = new float[TILE];
        private final float[] ones = new float[TILE];

        private Pass() {}

        /**
         * Predicts, and differentiates.
         *
         * @param x inputs, row-major {@code [samples][inputs of the first layer]}
         * @param samples number of samples
         * @param out receives one output a sample
         * @param gradients receives the gradient of each sample's output, row-major {@code [samples][columns]}
         */
        public void run(float[] x, int samples, float[] out, float[] gradients) {
            for (int first = 0; first < samples; first += TILE) {
                int count = Math.min(TILE, samples - first);
                int rows = stack.fill(inputs, x, first, count);
                stack.forward(kernel, inputs, rows, activations, partial, outputs);
                System.arraycopy(outputs, 0, out, first, count);
                Arrays.fill(ones, 0, count, 1);
                Arrays.fill(ones, count, rows, 0);
                stack.backward(kernel, inputs, transposed, rows, ones, activations, ignored, inputGradients, false);
                for (int s = 0; s < count; s++) {
                    inputGradients[0].get(s, gradients, (first + s) * columns, columns);
                }
            }
        }
    }
}
