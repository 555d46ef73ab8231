package io.marquee.evaluate;

/**
 * Errors over a set of ratings. Means are over ratings, never over batches.
 *
 * @param ratings number of ratings
 * @param mse mean squared error, in squared stars
 * @param rmse square root of {@code mse}, in stars
 * @param mae mean absolute error, in stars
 * @param coldUsers ratings whose user the model has not learnt
 * @param coldItems ratings whose item the model has not learnt
 */
public record ErrorMetrics(long ratings, double mse, double rmse, double mae, long coldUsers, long coldItems) {}
