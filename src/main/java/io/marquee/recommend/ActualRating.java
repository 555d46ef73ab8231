package io.marquee.recommend;

/**
 * What a user really gave to a recommended item.
 *
 * @param rating in stars
 * @param inTest whether it was in the test part, so that the network has not seen it
 */
public record ActualRating(double rating, boolean inTest) {}
