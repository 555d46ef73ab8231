package io.marquee.cli;

import io.marquee.evaluate.ErrorReport;
import io.marquee.evaluate.baseline.BaselineResult;
import io.marquee.evaluate.ranking.RankingReport;
import io.marquee.model.Hyperparameters;
import io.marquee.model.Protocol;
import io.marquee.train.EpochResult;
import io.marquee.train.PhaseSeconds;
import io.marquee.train.TrainingEvent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A run as {@code train --json} writes it.
 *
 * @param protocol how the numbers were measured
 * @param hyperparameters what was trained
 * @param users number of users
 * @param items number of rated items
 * @param parameters number of trainable parameters
 * @param trainMean mean rating of the train part, in stars
 * @param noiseFloor lowest test MSE any model can expect, where known
 * @param stopped whether a person stopped the run before its last epoch
 * @param failure what went wrong, in a sentence; null where nothing did
 * @param seconds wall clock of the run
 * @param epochs one entry an epoch
 * @param test the one measurement of the test part at the end of a run with a validation part; otherwise null
 * @param baselines what simple models reach on the same test part, predictions clipped to the rating scale
 * @param errors where the model is wrong on the test part; empty for a run that was stopped or failed
 * @param ranking how well the model ranks the whole catalogue; empty likewise, or where nobody asked
 */
record TrainingReport(
        Protocol protocol,
        Hyperparameters hyperparameters,
        int users,
        int items,
        long parameters,
        double trainMean,
        OptionalDouble noiseFloor,
        boolean stopped,
        String failure,
        double seconds,
        List<Epoch> epochs,
        TrainingEvent.TestMeasured test,
        List<BaselineResult> baselines,
        Optional<ErrorReport> errors,
        Optional<RankingReport> ranking) {

    /** One epoch: errors in squared stars and stars, null where not measured; times in seconds of wall clock. */
    record Epoch(
            int epoch,
            double trainMse,
            Double validationMse,
            Double testMse,
            Double testRmse,
            double seconds,
            double dataSeconds,
            double trainSeconds,
            double evaluationSeconds,
            double ratingsPerSecond,
            PhaseSeconds phases) {

        static Epoch of(EpochResult result) {
            return new Epoch(result.epoch(), result.trainMse(), measured(result.validationMse()), measured(result.testMse()),
                    measured(result.testRmse()), result.seconds(),
                    result.phases().data(), result.trainSeconds(), result.phases().evaluation(),
                    result.ratingsPerSecond(), result.phases());
        }

        private static Double measured(double error) {
            return Double.isNaN(error) ? null : error;
        }
    }
}
