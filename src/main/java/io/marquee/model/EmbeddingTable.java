package io.marquee.model;

import io.marquee.kernel.Subnormals;

/**
 * One embedding vector for each user or item.
 *
 * @param rows number of users or items
 * @param size embedding size
 * @param values row-major {@code [rows][size]}
 */
public record EmbeddingTable(int rows, int size, float[] values) {

    public EmbeddingTable {
        if ((long) rows * size != values.length) {
            throw new IllegalArgumentException("An embedding table of " + rows + " x " + size + " needs "
                    + (long) rows * size + " values, not " + values.length);
        }
    }

    /** Copies the embedding of a row to {@code target[offset..offset+size-1]}. */
    public void copyRow(int row, float[] target, int offset) {
        System.arraycopy(values, row * size, target, offset, size);
    }

    /** This table, or a copy with 0 for each subnormal number in it: see {@link Subnormals}. */
    EmbeddingTable withoutSubnormals() {
        float[] clean = Subnormals.replaced(values);
        return clean == values ? this : new EmbeddingTable(rows, size, clean);
    }
}
