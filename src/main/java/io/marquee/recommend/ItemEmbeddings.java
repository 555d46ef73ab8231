package io.marquee.recommend;

import io.marquee.model.EmbeddingTable;

/** Item embeddings brought to length 1, so that their inner products are cosines. Immutable. */
final class ItemEmbeddings {

    private final int size;
    private final float[] unit;

    ItemEmbeddings(EmbeddingTable items) {
        this.size = items.size();
        this.unit = items.values().clone();
        for (int item = 0; item < items.rows(); item++) {
            double squares = 0;
            for (int k = item * size; k < (item + 1) * size; k++) {
                squares += unit[k] * unit[k];
            }
            float scale = squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0;
            for (int k = item * size; k < (item + 1) * size; k++) {
                unit[k] *= scale;
            }
        }
    }

    /** The cosine of the angle between two items' embeddings, -1 to 1; 0 where one of them is zero. */
    float cosine(int a, int b) {
        float sum = 0;
        for (int k = 0; k < size; k++) {
            sum += unit[a * size + k] * unit[b * size + k];
        }
        return sum;
    }
}
