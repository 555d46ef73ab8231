package io.marquee.train;

/**
 * What one epoch brought.
 *
 * @param epoch number of the epoch, counted from 1
 * @param trainMse mean over the train ratings of the squared error, each measured just before the step on its batch, in
 *     squared stars
 * @param validationMse mean over the validation ratings of the squared error after the epoch, in inference mode, in squared
 *     stars; NaN where there is no validation part
 * @param testMse the same over the test ratings; NaN where there is a validation part, since the test part is then measured
 *     once, at the end
 * @param testRmse square root of {@code testMse}, in stars
 * @param seconds wall clock of the epoch, evaluation included, pauses excluded
 * @param trainSeconds the part of it without evaluation
 * @param ratingsPerSecond train ratings divided by {@code trainSeconds}
 * @param phases where the time went
 */
public record EpochResult(
        int epoch,
        double trainMse,
        double validationMse,
        double testMse,
        double testRmse,
        double seconds,
        double trainSeconds,
        double ratingsPerSecond,
        PhaseSeconds phases) {

    /** An epoch of a run without a validation part. */
    public EpochResult(int epoch, double trainMse, double testMse, double testRmse, double seconds, double trainSeconds,
            double ratingsPerSecond, PhaseSeconds phases) {
        this(epoch, trainMse, Double.NaN, testMse, testRmse, seconds, trainSeconds, ratingsPerSecond, phases);
    }

    /** The MSE that epochs are compared by: on the validation part, or on the test part where there is none. */
    public double comparedMse() {
        return Double.isNaN(validationMse) ? testMse : validationMse;
    }
}
