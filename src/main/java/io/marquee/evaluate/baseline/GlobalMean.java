package io.marquee.evaluate.baseline;

import io.marquee.data.Split;

/**
 * Predicts the mean rating of the train part for everybody and everything.
 *
 * @param mean that mean, in stars
 */
public record GlobalMean(double mean) implements Baseline {

    public static GlobalMean fit(Split split) {
        return new GlobalMean(split.trainStatistics().mean());
    }

    @Override
    public double predict(int user, int item) {
        return mean;
    }
}
