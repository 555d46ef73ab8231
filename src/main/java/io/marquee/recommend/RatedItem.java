package io.marquee.recommend;

import io.marquee.data.Item;

/**
 * An item a user has rated.
 *
 * @param item the item
 * @param rating the user's rating, in stars
 */
public record RatedItem(Item item, double rating) {}
