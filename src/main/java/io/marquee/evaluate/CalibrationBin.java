package io.marquee.evaluate;

/**
 * Ratings whose predictions lie near each other. A model is calibrated where the two means agree.
 *
 * @param from lower end of the predictions, in stars
 * @param to upper end, in stars
 * @param ratings number of ratings
 * @param meanPrediction mean prediction, in stars
 * @param meanRating mean of the ratings that were given, in stars
 */
public record CalibrationBin(double from, double to, long ratings, double meanPrediction, double meanRating) {}
