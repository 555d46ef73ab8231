package io.marquee.model;

/**
 * The errors of the epoch a model is of, in squared stars (MSE) and stars (RMSE).
 *
 * @param epoch epoch the model is of, counted from 1
 * @param trainMse mean squared error over the train part, as {@link Protocol#trainMseRule()} says
 * @param testMse mean squared error over the test ratings
 * @param testRmse its square root
 */
public record TrainingResult(int epoch, double trainMse, double testMse, double testRmse) {}
