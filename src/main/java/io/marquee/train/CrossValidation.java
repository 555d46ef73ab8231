package io.marquee.train;

import io.marquee.evaluate.MeanAndSpread;
import io.marquee.model.TrainingResult;
import java.util.List;
import java.util.Locale;

/**
 * The outcome of k-fold cross-validation: the error of each fold's model on that fold, none of whose ratings it was trained
 * on (Stone, Cross-validatory choice and assessment of statistical predictions, JRSS B 36, 1974).
 *
 * @param folds number of folds asked for
 * @param results results of the finished folds, in the order of the folds
 */
public record CrossValidation(int folds, List<TrainingResult> results) {

    public CrossValidation {
        results = List.copyOf(results);
    }

    /** Test MSE over the finished folds, in squared stars; at least one must be finished. */
    public MeanAndSpread testMse() {
        return MeanAndSpread.of(results.stream().mapToDouble(TrainingResult::testMse).toArray());
    }

    /** Test RMSE over the finished folds, in stars; at least one must be finished. */
    public MeanAndSpread testRmse() {
        return MeanAndSpread.of(results.stream().mapToDouble(TrainingResult::testRmse).toArray());
    }

    /** Such as "5 folds: test MSE 0.7512 ± 0.0041, RMSE 0.8667 ± 0.0024 (mean ± standard deviation over the folds)". */
    public String inWords() {
        if (results.isEmpty()) {
            return String.format(Locale.ROOT, "none of %d folds was finished", folds);
        }
        String finished = results.size() == folds
                ? folds + " folds"
                : results.size() + " of " + folds + " folds";
        return finished + ": test MSE " + testMse().inWords() + ", RMSE " + testRmse().inWords()
                + (results.size() == 1 ? "" : " (mean ± standard deviation over the folds)");
    }
}
