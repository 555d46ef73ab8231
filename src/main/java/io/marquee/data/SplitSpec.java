package io.marquee.data;

/**
 * How to divide ratings into a train and a test part: at random, each rating independently of user and time.
 *
 * @param testFraction share of the ratings in the test part, above 0 and below 1
 * @param seed seed of the random choice
 */
public record SplitSpec(double testFraction, long seed) {

    public SplitSpec {
        if (!(testFraction > 0 && testFraction < 1)) {
            throw new IllegalArgumentException(
                    "The test part must be a share between 0 and 1 of the ratings, such as 0.2, not "
                            + testFraction + ".");
        }
    }
}
