package io.marquee.evaluate.baseline;

import java.util.OptionalDouble;

/**
 * What a baseline reaches on the test part, and on the validation part where there is one; its predictions are clipped to the
 * rating scale.
 *
 * @param kind which baseline
 * @param name its name
 * @param method how it predicts, in words
 * @param testMse mean squared error over all test ratings, in squared stars
 * @param testRmse square root of {@code testMse}, in stars
 * @param testMae mean absolute error, in stars
 * @param validationMse mean squared error over all validation ratings, in squared stars; empty where there are none
 * @param seconds wall clock of fitting and measuring it, beside whatever else ran
 */
public record BaselineResult(
        BaselineKind kind, String name, String method, double testMse, double testRmse, double testMae,
        OptionalDouble validationMse, double seconds) {}
