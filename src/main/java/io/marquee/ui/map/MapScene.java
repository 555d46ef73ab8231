package io.marquee.ui.map;

import io.marquee.map.MappedItems;
import io.marquee.map.PlaneMap;
import io.marquee.map.PrincipalComponents;
import io.marquee.recommend.AskedModel;
import java.util.Map;
import java.util.OptionalDouble;

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

    /**
     * What is known of a point.
     *
     * @param ratings ratings of the user who is followed, by place
     */
    MoviePoint point(int place, Map<Integer, Float> ratings) {
        int item = mapped.items()[place];
        Float rating = ratings.get(place);
        return new MoviePoint(place, model.facts().item(item), model.facts().ratingCount(item),
                model.facts().meanRating(item),
                rating == null ? OptionalDouble.empty() : OptionalDouble.of(rating));
    }
}
