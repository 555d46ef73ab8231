package io.marquee.kernel;

import java.util.Arrays;

/** Activations or gradients of a tile of samples, in panels: see {@link io.marquee.kernel}. */
public final class PanelTile {

    private final float[] values;
    private final int panel;
    private final int stride;

    /**
     * @param columns columns it can hold
     * @param panel columns of a panel, a multiple of {@link DenseKernel#ROW_GROUP}
     */
    public PanelTile(int columns, int panel) {
        this.panel = panel;
        // One more sample between panels keeps the same sample of all panels from sharing a set of the cache.
        this.stride = (DenseKernel.TILE + 1) * panel;
        this.values = new float[Math.multiplyExact(Panels.count(columns, panel), stride)];
    }

    /** All values; column k of sample s lies at {@link #index}. */
    public float[] values() {
        return values;
    }

    /** Columns of a panel, which is also the distance between samples in {@link #values}. */
    public int panel() {
        return panel;
    }

    /** Distance between the panels in {@link #values}. */
    public int stride() {
        return stride;
    }

    /** Where column {@code column} of sample {@code row} lies in {@link #values}. */
    public int index(int row, int column) {
        return column / panel * stride + row * panel + column % panel;
    }

    /** Sets all values to zero. */
    void clear() {
        Arrays.fill(values, 0);
    }

    /** Copies the first {@code count} columns of one sample to a row-major array. */
    public void get(int row, float[] target, int to, int count) {
        for (int done = 0; done < count; done += panel) {
            System.arraycopy(values, index(row, done), target, to + done, Math.min(panel, count - done));
        }
    }
}
