package io.marquee.kernel;

import java.util.Arrays;

/**
 * What a dense layer reads of a tile of samples: {@code [column][DenseKernel.TILE]}, all samples of one column side by
 * side. Kernels take one value of each sample in turn; with a distance known to the compiler it can prove once a loop
 * that these reads stay inside the array.
 */
public final class FeatureTile {

    private static final int TILE = DenseKernel.TILE;

    private final float[] values;

    /** @param columns columns it can hold; padded with zeros to a multiple of {@link DenseKernel#ROW_GROUP} */
    public FeatureTile(int columns) {
        values = new float[Math.multiplyExact(Panels.roundUp(columns, DenseKernel.ROW_GROUP), TILE)];
    }

    /** All values; column k of sample s lies at {@code k * DenseKernel.TILE + s}. */
    public float[] values() {
        return values;
    }

    /** Copies one sample's columns from a row-major array. */
    public void put(int sample, int firstColumn, float[] source, int from, int count) {
        int at = firstColumn * TILE + sample;
        for (int i = 0; i < count; i++) {
            values[at + i * TILE] = source[from + i];
        }
    }

    /** Copies the first {@code columns} columns from a tile in panels. */
    public void copy(PanelTile source, int rows, int columns) {
        int width = source.panel();
        float[] from = source.values();
        for (int first = 0; first < columns; first += width) {
            int count = Math.min(width, columns - first);
            int base = source.index(0, first);
            for (int column = 0; column < count; column++) {
                int at = (first + column) * TILE;
                for (int s = 0; s < rows; s++) {
                    values[at + s] = from[base + s * width + column];
                }
            }
        }
    }

    /** Sets samples {@code from..to-1} to zero. */
    public void clear(int from, int to) {
        for (int at = 0; at < values.length; at += TILE) {
            Arrays.fill(values, at + from, at + to, 0);
        }
    }
}
