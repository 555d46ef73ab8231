package io.marquee.kernel;

import java.util.List;

/** Predicts with a stack of dense layers, the last of which has one output. Holds buffers: one a thread. */
public final class ForwardPass {

    private static final int TILE = DenseKernel.TILE;

    private final DenseKernel kernel;
    private final DenseStack stack;
    private final FeatureTile[] inputs;
    private final PanelTile[] activations;
    private final float[] partial;
    private final float[] outputs = new float[TILE];

    /** @param layers the layers, first to last; the last must have one output */
    public ForwardPass(DenseKernel kernel, List<DenseWeights> layers) {
        this.kernel = kernel;
        this.stack = DenseStack.pack(layers, kernel.panel());
        this.inputs = stack.newInputs();
        this.activations = stack.newActivations(kernel.panel());
        this.partial = new float[TILE * kernel.panel()];
    }

    /**
     * Predicts.
     *
     * @param x inputs, row-major {@code [samples][inputs of the first layer]}
     * @param samples number of samples
     * @param out receives one output a sample
     */
    public void run(float[] x, int samples, float[] out) {
        for (int first = 0; first < samples; first += TILE) {
            int count = Math.min(TILE, samples - first);
            int rows = stack.fill(inputs, x, first, count);
            stack.forward(kernel, inputs, rows, activations, partial, outputs);
            System.arraycopy(outputs, 0, out, first, count);
        }
    }
}
