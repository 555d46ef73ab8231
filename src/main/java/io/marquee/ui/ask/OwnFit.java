package io.marquee.ui.ask;

import io.marquee.data.IdIndex;
import io.marquee.data.Item;
import io.marquee.profile.OwnRating;
import io.marquee.recommend.AskedModel;
import io.marquee.recommend.AskedUser;
import io.marquee.recommend.RatedItem;
import io.marquee.recommend.UserRatings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Fits a person to a model by their own ratings. Runs in the background. */
final class OwnFit {

    private final AskedModel model;

    OwnFit(AskedModel model) {
        this.model = model;
    }

    /**
     * @param own the ratings, newest first
     * @param passed movies not to ask about
     * @param toRate how many movies to ask about next
     */
    OwnAnswer fit(List<OwnRating> own, Set<Item> passed, int toRate) {
        Map<Integer, Float> byItem = new HashMap<>();
        List<RatedItem> rated = new ArrayList<>();
        List<OwnRating> unknown = new ArrayList<>();
        for (OwnRating each : own) {
            int index = indexOf(each);
            if (index == IdIndex.UNKNOWN) {
                unknown.add(each);
            } else if (byItem.putIfAbsent(index, (float) each.rating()) == null) {
                rated.add(new RatedItem(model.facts().item(index), each.rating(), false));
            }
        }
        UserRatings ratings = UserRatings.of(byItem);
        long start = System.nanoTime();
        AskedUser user = model.newUser(ratings);
        double milliseconds = (System.nanoTime() - start) / 1e6;
        Set<Integer> notAgain = passed.stream().map(model::indexOf).collect(Collectors.toSet());
        List<Item> next = model.telling().choose(ratings, notAgain, toRate).stream().map(model.facts()::item).toList();
        return new OwnAnswer(user, rated, unknown, next, milliseconds);
    }

    /** By id where the title is the same, otherwise by title and year: ids differ between datasets. */
    private int indexOf(OwnRating rating) {
        int index = rating.movieId() == null ? IdIndex.UNKNOWN : model.model().items().indexOf(rating.movieId());
        if (index != IdIndex.UNKNOWN && model.facts().item(index).title().equals(rating.title())) {
            return index;
        }
        OptionalInt match = model.matcher().match(rating.title(), rating.year());
        return match.orElse(IdIndex.UNKNOWN);
    }
}
