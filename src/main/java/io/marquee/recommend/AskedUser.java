package io.marquee.recommend;

/**
 * A user as the network sees one: of the dataset, or one who has just rated a few items.
 *
 * @param embedding the user's embedding
 * @param ratings what they have rated
 */
public record AskedUser(float[] embedding, UserRatings ratings) {}
