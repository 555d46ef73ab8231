package io.marquee.recommend;

/**
 * How a user rates a genre.
 *
 * @param genre the genre
 * @param ratings how many movies of it they have rated
 * @param mean their mean rating of them, in stars; NaN without ratings
 * @param lift how far they rate it above their own mean, in stars, damped so that few ratings say little: the sum of the
 *     differences divided by the number of ratings plus {@value GenreTastes#DAMPING}
 */
public record GenreTaste(String genre, int ratings, double mean, double lift) {}
