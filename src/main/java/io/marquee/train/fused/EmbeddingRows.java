package io.marquee.train.fused;

import io.marquee.kernel.PanelTile;
import io.marquee.model.EmbeddingTable;

/**
 * An embedding table in training: each row's parameters and optimiser state lie side by side, so that a step touches two
 * to four cache lines a row, however many rows there are.
 */
final class EmbeddingRows {

    private final int rows;
    private final int size;
    private final int stride;
    private final float[] values;
    private final int[] slotOfRow;

    EmbeddingRows(EmbeddingTable start, int slots) {
        rows = start.rows();
        size = start.size();
        stride = size * (1 + slots);
        values = new float[Math.multiplyExact(rows, stride)];
        slotOfRow = new int[rows];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(start.values(), row * size, values, row * stride, size);
        }
    }

    int rows() {
        return rows;
    }

    /** Embedding size. */
    int size() {
        return size;
    }

    /**
     * Which gradient slot a row has in the current step. Left over from earlier steps unless {@link RowGradients} says
     * otherwise; a row belongs to one worker, so workers never meet in an element.
     */
    int[] slotOfRow() {
        return slotOfRow;
    }

    /** Copies a row's parameters into a sample's input columns. */
    void gather(int row, PanelTile tile, int sample, int firstColumn) {
        tile.put(sample, firstColumn, values, row * stride, size);
    }

    void update(Optimizer optimizer, int row, float[] gradient, int gradientAt, float l2) {
        int at = row * stride;
        optimizer.update(values, at, values, at + size, size, gradient, gradientAt, size, l2);
    }

    /** A copy of the parameters. */
    EmbeddingTable snapshot() {
        float[] copy = new float[rows * size];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(values, row * stride, copy, row * size, size);
        }
        return new EmbeddingTable(rows, size, copy);
    }
}
