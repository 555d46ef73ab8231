package io.marquee.kernel;

/** Activations or gradients of a tile of samples, in panels: see {@link io.marquee.kernel}. */
public final class PanelTile {

    // One cache line between panels keeps the same sample of all panels from sharing a set of the cache.
    private static final int GAP = 16;

    private final float[] values;
    private final int panel;
    private final int stride;

    /**
     * @param rows samples the tile can hold, a multiple of {@link DenseKernel#ROW_GROUP}
     * @param columns columns it can hold
     * @param panel columns of a panel, a multiple of {@link DenseKernel#ROW_GROUP}; that of the kernel for outputs,
     *     whereas inputs are best in one panel
     */
    public PanelTile(int rows, int columns, int panel) {
        this.panel = panel;
        this.stride = rows * panel + GAP;
        this.values = new float[Panels.count(columns, panel) * stride];
    }

    /** A tile of one panel that holds all columns: the layout for the inputs of the first layer. */
    public static PanelTile ofOnePanel(int rows, int columns) {
        return new PanelTile(rows, columns, Panels.roundUp(columns, DenseKernel.ROW_GROUP));
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

    /** Copies one sample's columns from a row-major array. */
    public void put(int row, int firstColumn, float[] source, int from, int count) {
        int done = 0;
        while (done < count) {
            int run = run(firstColumn + done, count - done);
            System.arraycopy(source, from + done, values, index(row, firstColumn + done), run);
            done += run;
        }
    }

    /** Copies one sample's columns to a row-major array. */
    public void get(int row, int firstColumn, float[] target, int to, int count) {
        int done = 0;
        while (done < count) {
            int run = run(firstColumn + done, count - done);
            System.arraycopy(values, index(row, firstColumn + done), target, to + done, run);
            done += run;
        }
    }

    /** How many of {@code count} columns lie side by side. */
    private int run(int column, int count) {
        return Math.min(count, panel - column % panel);
    }

    /** Sets the first {@code columns} columns of a sample to zero. */
    public void clearRow(int row, int columns) {
        for (int column = 0; column < columns; column++) {
            values[index(row, column)] = 0;
        }
    }
}
