package io.marquee.cli;

import io.marquee.evaluate.MeanAndSpread;
import java.util.List;

/**
 * Cross-validation as {@code train --folds K --json} writes it.
 *
 * @param folds number of folds asked for
 * @param testMse mean and spread of test MSE over the finished folds, in squared stars; null where none was finished
 * @param testRmse the same of test RMSE, in stars
 * @param runs one entry a fold that was begun, each as {@code train --json} writes a single run
 */
record CrossValidationReport(int folds, MeanAndSpread testMse, MeanAndSpread testRmse, List<TrainingReport> runs) {}
