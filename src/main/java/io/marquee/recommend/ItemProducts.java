package io.marquee.recommend;

import io.marquee.model.EmbeddingTable;

/**
 * What the item embeddings add to the first hidden layer, computed once a model: a user's predictions are then a sum, a
 * ReLU and a dot product an item. Takes 4 bytes times items times hidden size, 110 MB for 26,744 items and 1,024; their
 * rounded form takes half of that beside it.
 *
 * @param values row-major {@code [items][width]}
 * @param width the layer's outputs with the kernel's padding, which is zero
 */
record ItemProducts(float[] values, int width) {

    /** Bytes of a share, its rounded form included. */
    private static final int BYTES = Float.BYTES + Short.BYTES;

    /** Room to keep for everything else. */
    private static final double SPARE = 1.5;

    /**
     * @param weights the item side of the first layer, row-major {@code [embedding][outputs]}
     * @param outputs outputs of the layer, at most {@code width}
     */
    static ItemProducts of(EmbeddingTable items, float[] weights, int outputs, int width) {
        float[] values = new float[Math.multiplyExact(items.rows(), width)];
        for (int item = 0; item < items.rows(); item++) {
            int at = item * width;
            for (int k = 0; k < items.size(); k++) {
                float value = items.values()[item * items.size() + k];
                int from = k * outputs;
                for (int o = 0; o < outputs; o++) {
                    values[at + o] += value * weights[from + o];
                }
            }
        }
        return new ItemProducts(values, width);
    }

    /** Whether so many products fit in one array and in the memory that is left. */
    static boolean fit(int items, int width) {
        long floats = (long) items * width;
        Runtime runtime = Runtime.getRuntime();
        long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
        return floats < Integer.MAX_VALUE - 8 && floats * BYTES * SPARE < free;
    }
}
