package io.marquee.kernel;

/**
 * A copy of a dense layer's weights for the way back, from outputs to inputs: {@code [panel of outputs][block of inputs]
 * [output in the panel][input in the block]}. Blocks are as wide as panels; the last is half as wide where that holds the
 * remaining inputs. Padding is zero.
 *
 * <p>With it the gradients of several inputs fill a vector. Over {@link PackedDense} each would be a dot product, whose sum
 * across the lanes of a vector costs as much as the product.
 */
public final class TransposedDense {

    private final int panel;
    private final int in;
    private final int perPanel;
    private final float[] weights;

    /** A copy of a layer as it is now. */
    public TransposedDense(PackedDense layer, int panel) {
        this(layer, panel, layer.in());
    }

    /**
     * A copy of the weights from some of the inputs.
     *
     * @param in how many inputs to take, from the first on
     */
    TransposedDense(PackedDense layer, int panel, int in) {
        this.panel = panel;
        this.in = in;
        this.perPanel = Panels.roundUp(in, panel / 2) * panel;
        this.weights = new float[Math.multiplyExact(layer.panels(), perPanel)];
        refresh(layer, 0, layer.panels());
    }

    /** Blocks of inputs that are as wide as a panel. */
    public int wholeBlocks() {
        return (perPanel / panel) / panel;
    }

    /** Whether there is one more block of half that width. */
    public boolean halfBlock() {
        return wholeBlocks() * panel * panel < perPanel;
    }

    public float[] weights() {
        return weights;
    }

    /** Where the weights from one panel of outputs to one block of inputs begin in {@link #weights}. */
    public int index(int panelOfOutputs, int block) {
        return panelOfOutputs * perPanel + block * panel * panel;
    }

    /**
     * Takes over the weights of some panels of outputs.
     *
     * @param layer the layer this is a copy of
     */
    public void refresh(PackedDense layer, int fromPanel, int toPanel) {
        float[] source = layer.weights();
        for (int p = fromPanel; p < toPanel; p++) {
            for (int k = 0; k < in; k++) {
                int block = k / panel;
                int width = block < wholeBlocks() ? panel : panel / 2;
                int from = layer.index(k, p * panel);
                int to = index(p, block) + k % panel;
                for (int o = 0; o < panel; o++) {
                    weights[to + o * width] = source[from + o];
                }
            }
        }
    }
}
