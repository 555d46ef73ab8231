package io.marquee.recommend;

/**
 * A user who has rated an item.
 *
 * @param userId original id
 * @param rating their rating of the item, in stars
 * @param ratings how many items they have rated in all
 */
public record Rater(String userId, double rating, int ratings) {}
