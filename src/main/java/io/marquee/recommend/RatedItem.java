package io.marquee.recommend;

import io.marquee.data.Item;

/**
 * An item a user has rated.
 *
 * @param item the item
 * @param rating the user's rating, in stars
 * @param inTest whether the rating is in the test part, which the network was not trained on
 */
public record RatedItem(Item item, double rating, boolean inTest) {}
