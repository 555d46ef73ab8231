package io.marquee.cli;

import io.marquee.data.Item;
import io.marquee.recommend.AskedModel;
import io.marquee.recommend.RatedItem;
import io.marquee.recommend.UserRatings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Ratings of someone who is not in the dataset; the last one of a movie counts. */
final class OwnRatings {

    private final Map<Item, Double> ratings = new LinkedHashMap<>();

    void put(Item item, double rating) {
        ratings.put(item, rating);
    }

    List<RatedItem> rated() {
        return ratings.entrySet().stream()
                .map(entry -> new RatedItem(entry.getKey(), entry.getValue(), false))
                .toList();
    }

    UserRatings forModel(AskedModel asked) {
        return UserRatings.of(ratings.entrySet().stream().collect(
                Collectors.toMap(entry -> asked.indexOf(entry.getKey()), entry -> entry.getValue().floatValue())));
    }
}
