package io.marquee.ui.map;

import io.marquee.map.MappedItems;
import io.marquee.map.PlaneMap;
import io.marquee.map.PrincipalComponents;
import io.marquee.recommend.AskedModel;

/**
 * What is drawn.
 *
 * @param model the model the embeddings are of
 * @param mapped the movies on the map
 * @param principal their principal components
 * @param plane where they are shown: these, or UMAP
 * @param order places of the points in the order they are drawn
 */
record MapScene(AskedModel model, MappedItems mapped, PlaneMap principal, PlaneMap plane, int[] order) {

    /** The map by principal components. */
    static MapScene of(AskedModel model) {
        MappedItems mapped = MappedItems.of(model.model());
        PlaneMap principal = PrincipalComponents.map(mapped.points());
        return new MapScene(model, mapped, principal, principal,
                MapColours.drawingOrder(mapped.items(), model.facts()));
    }

    MapScene with(PlaneMap other) {
        return new MapScene(model, mapped, principal, other, order);
    }
}
