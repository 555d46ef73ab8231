package io.marquee.recommend;

import io.marquee.data.Item;

/**
 * What one rating does to a prediction.
 *
 * @param item the rated item
 * @param rating the user's rating of it, in stars
 * @param effect the prediction with the rating less the prediction without it, in stars
 */
public record Influence(Item item, double rating, double effect) {}
