package io.marquee.data.profile;

import io.marquee.data.Item;

/**
 * A movie with the ratings it got.
 *
 * @param item the movie
 * @param index its index in the rating table; {@link io.marquee.data.IdIndex#UNKNOWN} where nobody rated it
 * @param ratings how many ratings it got
 * @param mean mean of its ratings; NaN where it has none
 */
public record MovieTally(Item item, int index, int ratings, double mean) {}
