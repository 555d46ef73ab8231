package io.marquee.evaluate;

/**
 * Errors over the ratings that have something in common. Errors are prediction minus rating.
 *
 * @param label what they have in common, such as "4.5" or "10-19"
 * @param ratings number of ratings
 * @param mse mean squared error, in squared stars
 * @param rmse square root of {@code mse}, in stars
 * @param mae mean absolute error, in stars
 * @param meanError mean error, in stars: above 0 where predictions are too high
 */
public record ErrorGroup(String label, long ratings, double mse, double rmse, double mae, double meanError) {}
