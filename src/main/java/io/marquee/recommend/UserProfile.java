package io.marquee.recommend;

import java.util.List;

/**
 * A user in a few numbers.
 *
 * @param ratings number of ratings
 * @param testRatings how many of them are in the test part
 * @param mean mean rating, in stars; NaN without ratings
 * @param genres how they rate each genre, the best liked first
 * @param rated what they have rated, highest rating first, then by title
 */
public record UserProfile(int ratings, int testRatings, double mean, List<GenreTaste> genres, List<RatedItem> rated) {}
