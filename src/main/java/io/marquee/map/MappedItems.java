package io.marquee.map;

import io.marquee.model.EmbeddingTable;
import io.marquee.model.TrainedModel;
import io.marquee.model.WarmRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The items that are on a map: those the network has learnt, the others' embeddings being noise. Ascending by index.
 *
 * @param items index of each item
 * @param points embedding of each item
 */
public record MappedItems(int[] items, List<float[]> points) {

    public static MappedItems of(TrainedModel model) {
        boolean[] learnt = WarmRows.of(model.history(), model.items().size()).items();
        int[] items = IntStream.range(0, learnt.length).filter(item -> learnt[item]).toArray();
        EmbeddingTable table = model.weights().items();
        List<float[]> points = new ArrayList<>(items.length);
        for (int item : items) {
            float[] point = new float[table.size()];
            table.copyRow(item, point, 0);
            points.add(point);
        }
        return new MappedItems(items, points);
    }

    /** The place of an item on the map; negative where it is not on it. */
    public int placeOf(int item) {
        return Arrays.binarySearch(items, item);
    }
}
