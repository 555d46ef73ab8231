package io.marquee.evaluate.baseline;

/**
 * What a baseline reaches on the test part, its predictions clipped to the rating scale.
 *
 * @param kind which baseline
 * @param name its name
 * @param method how it predicts, in words
 * @param testMse mean squared error over all test ratings, in squared stars
 * @param testRmse square root of {@code testMse}, in stars
 * @param testMae mean absolute error, in stars
 * @param seconds wall clock of fitting and measuring it, beside whatever else ran
 */
public record BaselineResult(
        BaselineKind kind, String name, String method, double testMse, double testRmse, double testMae, double seconds) {}
