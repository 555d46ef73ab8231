package io.marquee.evaluate;

import java.util.List;

/**
 * Where a model's predictions are wrong. Groups without a rating are left out.
 *
 * @param overall errors over all ratings
 * @param byRating errors by the rating that was given
 * @param byActivity errors by how many train ratings the user has
 * @param byPopularity errors by how many train ratings the item has
 * @param residuals histogram of prediction minus rating; the outermost bins take what lies beyond
 * @param calibration predictions against ratings, by prediction; the outermost bins take what lies beyond
 */
public record ErrorReport(
        ErrorMetrics overall,
        List<ErrorGroup> byRating,
        List<ErrorGroup> byActivity,
        List<ErrorGroup> byPopularity,
        List<ResidualBin> residuals,
        List<CalibrationBin> calibration) {

    public ErrorReport {
        byRating = List.copyOf(byRating);
        byActivity = List.copyOf(byActivity);
        byPopularity = List.copyOf(byPopularity);
        residuals = List.copyOf(residuals);
        calibration = List.copyOf(calibration);
    }
}
