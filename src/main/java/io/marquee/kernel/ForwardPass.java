package io.marquee.kernel;

import java.util.List;

/** Predicts with a stack of dense layers, the last of which has one output. Holds buffers: one a thread. */
public final class ForwardPass {

    private final DenseKernel kernel;
    private final DenseStack stack;
    private final PanelTile input;
    private final PanelTile[] activations;
    private final float[] partial;
    private final float[] outputs;

    /**
     * @param layers the layers, first to last; the last must have one output
     * @param maxSamples most samples of one call
     */
    public ForwardPass(DenseKernel kernel, List<DenseWeights> layers, int maxSamples) {
        this(kernel, DenseStack.pack(layers, kernel.panel()), maxSamples);
    }

    private ForwardPass(DenseKernel kernel, DenseStack stack, int maxSamples) {
        this.kernel = kernel;
        this.stack = stack;
        int rows = Panels.roundUp(maxSamples, DenseKernel.ROW_GROUP);
        this.input = PanelTile.ofOnePanel(rows, stack.width());
        this.activations = stack.newTiles(rows, kernel.panel());
        this.partial = new float[rows * kernel.panel()];
        this.outputs = new float[rows];
    }

    /**
     * Predicts.
     *
     * @param x inputs, row-major {@code [samples][inputs of the first layer]}
     * @param samples number of samples
     * @param out receives one output a sample
     */
    public void run(float[] x, int samples, float[] out) {
        for (int s = 0; s < samples; s++) {
            input.put(s, 0, x, s * stack.width(), stack.width());
        }
        int rows = Panels.roundUp(samples, DenseKernel.ROW_GROUP);
        for (int s = samples; s < rows; s++) {
            input.clearRow(s, stack.width());
        }
        stack.forward(kernel, input, rows, activations, partial, outputs);
        System.arraycopy(outputs, 0, out, 0, samples);
    }
}
