package io.marquee.ui.map;

import io.marquee.data.Item;
import java.util.OptionalDouble;

/**
 * A movie on the map.
 *
 * @param place its place among the points
 * @param item the movie
 * @param ratingCount its ratings in the dataset
 * @param meanRating their mean, in stars
 * @param rating what the user who is followed gave it
 */
public record MoviePoint(int place, Item item, int ratingCount, double meanRating, OptionalDouble rating) {}
