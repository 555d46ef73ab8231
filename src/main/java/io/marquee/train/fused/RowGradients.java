package io.marquee.train.fused;

import io.marquee.kernel.DenseKernel;
import io.marquee.kernel.ParameterRun;
import java.util.Arrays;

/**
 * Sums the gradients of the batch by embedding row, for the rows of one worker: those with row mod workers = worker. Rows
 * are kept in the order they occur in, so that sums do not depend on timing.
 *
 * <p>Which rows occurred is a sparse set (Briggs and Torczon, An efficient representation for sparse sets, 1993): nothing
 * has to be cleared between steps.
 */
final class RowGradients {

    private final EmbeddingRows table;
    private final int worker;
    private final int workers;
    private final float[] zeros;
    private final ParameterRun run = new ParameterRun();
    private int[] rows = new int[256];
    private float[] sums;
    private int count;
    private float touched;

    RowGradients(EmbeddingRows table, int worker, int workers) {
        this.table = table;
        this.worker = worker;
        this.workers = workers;
        this.zeros = new float[table.paddedSize()];
        this.sums = new float[rows.length * table.paddedSize()];
    }

    /**
     * Sums gradients of a batch.
     *
     * @param batchRows row of each rating
     * @param batchSize number of ratings
     * @param gradients gradient of each rating's inputs, row-major {@code [batch][width]}
     * @param width inputs of a rating
     * @param firstColumn where this table's columns begin
     */
    void gather(int[] batchRows, int batchSize, float[] gradients, int width, int firstColumn) {
        int size = table.size();
        int stride = table.paddedSize();
        int[] slotOfRow = table.slotOfRow();
        count = 0;
        for (int i = 0; i < batchSize; i++) {
            int row = batchRows[i];
            if (row % workers != worker) {
                continue;
            }
            int from = i * width + firstColumn;
            int slot = slotOfRow[row];
            if (slot < count && rows[slot] == row) {
                int to = slot * stride;
                for (int k = 0; k < size; k++) {
                    sums[to + k] += gradients[from + k];
                }
            } else {
                if (count == rows.length) {
                    rows = Arrays.copyOf(rows, count * 2);
                    sums = Arrays.copyOf(sums, sums.length * 2);
                }
                rows[count] = row;
                slotOfRow[row] = count;
                System.arraycopy(gradients, from, sums, count * stride, size);
                count++;
            }
        }
    }

    /** Updates the rows that occurred. */
    void updateOccurred(DenseKernel kernel, Optimizer optimizer, float l2) {
        touched = table.touch(rows, count);
        for (int slot = 0; slot < count; slot++) {
            update(kernel, optimizer, rows[slot], sums, slot * table.paddedSize(), l2);
        }
    }

    /** Updates all rows of this worker, with a gradient of zero where a row did not occur. */
    void updateAll(DenseKernel kernel, Optimizer optimizer, float l2) {
        int[] slotOfRow = table.slotOfRow();
        for (int row = worker; row < table.rows(); row += workers) {
            int slot = slotOfRow[row];
            if (slot < count && rows[slot] == row) {
                update(kernel, optimizer, row, sums, slot * table.paddedSize(), l2);
            } else {
                update(kernel, optimizer, row, zeros, 0, l2);
            }
        }
    }

    private void update(
            DenseKernel kernel, Optimizer optimizer, int row, float[] gradient, int gradientAt, float l2) {
        optimizer.update(kernel, table.row(row, run).gradients(gradient, gradientAt, table.paddedSize()), l2);
    }
}
