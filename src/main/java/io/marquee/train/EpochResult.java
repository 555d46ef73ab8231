package io.marquee.train;

/**
 * What one epoch brought.
 *
 * @param epoch number of the epoch, counted from 1
 * @param trainMse mean over the train ratings of the squared error, each measured just before the step on its batch, in
 *     squared stars
 * @param testMse mean over the test ratings of the squared error after the epoch, in inference mode, in squared stars
 * @param testRmse square root of {@code testMse}, in stars
 * @param seconds wall clock of the epoch, evaluation included, pauses excluded
 * @param trainSeconds the part of it without evaluation
 * @param ratingsPerSecond train ratings divided by {@code trainSeconds}
 * @param phases where the time went
 */
public record EpochResult(
        int epoch,
        double trainMse,
        double testMse,
        double testRmse,
        double seconds,
        double trainSeconds,
        double ratingsPerSecond,
        PhaseSeconds phases) {}
