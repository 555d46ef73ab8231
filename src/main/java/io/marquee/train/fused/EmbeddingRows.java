package io.marquee.train.fused;

import io.marquee.kernel.FeatureTile;
import io.marquee.kernel.ParameterRun;
import io.marquee.model.EmbeddingTable;

/**
 * An embedding table in training: each row's parameters and optimiser state lie side by side, so that a step touches two
 * to four cache lines a row, however many rows there are.
 */
final class EmbeddingRows {

    private static final int FLOATS_PER_LINE = 16;

    private final int rows;
    private final int size;
    private final int paddedSize;
    private final int stride;
    private final float[] values;
    private final int[] slotOfRow;

    /**
     * @param start parameters to start from; copied
     * @param slots values of optimiser state a parameter needs
     * @param group what padded sizes have to be multiples of
     */
    EmbeddingRows(EmbeddingTable start, int slots, int group) {
        rows = start.rows();
        size = start.size();
        paddedSize = (size + group - 1) / group * group;
        stride = paddedSize * (1 + slots);
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
    void gather(int row, FeatureTile tile, int sample, int firstColumn) {
        tile.put(sample, firstColumn, values, row * stride, size);
    }

    /** Embedding size rounded up to what kernels work on; the parameters beyond {@link #size} are zero and stay so. */
    int paddedSize() {
        return paddedSize;
    }

    /**
     * Reads a little of each cache line of some rows. The reads do not wait for each other, so the rows come into the cache
     * together; without this a step would wait for memory row by row.
     *
     * @return a number that means nothing and keeps the reads from being optimised away
     */
    float touch(int[] someRows, int count) {
        float sum = 0;
        int last = stride - 1;
        for (int i = 0; i < count; i++) {
            int at = someRows[i] * stride;
            for (int k = 0; k < last; k += FLOATS_PER_LINE) {
                sum += values[at + k];
            }
            sum += values[at + last];
        }
        return sum;
    }

    /** Points a cursor at a row. */
    ParameterRun row(int row, ParameterRun run) {
        int at = row * stride;
        return run.parameters(values, at, values, at + paddedSize, paddedSize);
    }

    /** A copy of the parameters (part 0) or of one of their values of optimiser state (from 1). */
    EmbeddingTable part(int part) {
        float[] copy = new float[rows * size];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(values, row * stride + part * paddedSize, copy, row * size, size);
        }
        return new EmbeddingTable(rows, size, copy);
    }

    /** Overwrites the parameters (part 0) or one of their values of optimiser state (from 1). */
    void setPart(int part, EmbeddingTable source) {
        for (int row = 0; row < rows; row++) {
            source.copyRow(row, values, row * stride + part * paddedSize);
        }
    }
}
