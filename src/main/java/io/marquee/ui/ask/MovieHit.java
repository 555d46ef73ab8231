package io.marquee.ui.ask;

import io.marquee.data.Item;

/**
 * A movie found by its title.
 *
 * @param item the movie
 * @param ratingCount its ratings in the dataset
 */
public record MovieHit(Item item, int ratingCount) {}
