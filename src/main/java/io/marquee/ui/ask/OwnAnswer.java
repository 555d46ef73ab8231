package io.marquee.ui.ask;

import io.marquee.data.Item;
import io.marquee.profile.OwnRating;
import io.marquee.recommend.AskedUser;
import io.marquee.recommend.RatedItem;
import java.util.List;

/**
 * What a model makes of a person's own ratings.
 *
 * @param user the person as the network sees them
 * @param rated the movies the model knows, in the order they were given
 * @param unknown ratings of movies it does not know
 * @param toRate movies to ask about next
 * @param milliseconds how long fitting the person's embedding took
 */
record OwnAnswer(
        AskedUser user, List<RatedItem> rated, List<OwnRating> unknown, List<Item> toRate, double milliseconds) {}
