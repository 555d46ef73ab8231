package io.marquee.kernel;

import java.util.Arrays;
import java.util.List;

/**
 * Outputs of a stack of dense layers and how they change with its inputs, the weights standing still. Holds buffers: one a
 * thread.
 */
public final class InputGradients {

    private static final int TILE = DenseKernel.TILE;

    private final DenseKernel kernel;
    private final DenseStack stack;
    private final List<TransposedDense> transposed;
    private final FeatureTile[] inputs;
    private final PanelTile[] activations;
    private final PanelTile[] inputGradients;
    private final DenseStack ignored;
    private final float[] partial;
    private final float[] outputs = new float[TILE];
    private final float[] ones = new float[TILE];

    /** @param layers the layers, first to last; the last must have one output */
    public InputGradients(DenseKernel kernel, List<DenseWeights> layers) {
        int panel = kernel.panel();
        this.kernel = kernel;
        this.stack = DenseStack.pack(layers, panel);
        this.transposed = stack.transpose(panel);
        this.inputs = stack.newInputs();
        this.activations = stack.newActivations(panel);
        this.inputGradients = stack.newInputGradients(panel);
        this.ignored = stack.zeros(panel);
        this.partial = new float[TILE * panel];
    }

    /**
     * Predicts, and differentiates.
     *
     * @param x inputs, row-major {@code [samples][inputs of the first layer]}
     * @param samples number of samples
     * @param columns for how many of the inputs, from the first on, gradients are wanted
     * @param out receives one output a sample
     * @param gradients receives the gradient of each sample's output, row-major {@code [samples][columns]}
     */
    public void run(float[] x, int samples, int columns, float[] out, float[] gradients) {
        int width = stack.width();
        for (int first = 0; first < samples; first += TILE) {
            int count = Math.min(TILE, samples - first);
            for (int s = 0; s < count; s++) {
                inputs[0].put(s, 0, x, (first + s) * width, width);
            }
            int rows = Panels.roundUp(count, DenseKernel.ROW_GROUP);
            inputs[0].clear(count, rows);
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
