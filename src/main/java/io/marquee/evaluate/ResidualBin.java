package io.marquee.evaluate;

/**
 * One bar of the histogram of residuals, prediction minus rating.
 *
 * @param from lower end, in stars
 * @param to upper end, in stars; belongs to the next bin
 * @param ratings number of ratings whose residual lies between
 */
public record ResidualBin(double from, double to, long ratings) {}
