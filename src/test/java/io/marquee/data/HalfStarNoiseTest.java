package io.marquee.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HalfStarNoiseTest {

    private final HalfStarNoise noise = new HalfStarNoise(0.86);

    @ParameterizedTest
    @ValueSource(doubles = {-0.5, 0.6, 2.1, 3.5, 4.4, 5.2, 6.5})
    void meanAndVarianceAreThoseOfManyDraws(double trueMean) {
        var random = new MatineeRandom(1, MatineeRandom.Purpose.RATINGS, 0);
        RatingStatistics.Accumulator drawn = new RatingStatistics.Accumulator();
        for (int i = 0; i < 400_000; i++) {
            drawn.add(noise.draw(trueMean, random) / 2.0);
        }
        double sd = drawn.result().standardDeviation();
        assertThat(noise.mean(trueMean)).isCloseTo(drawn.result().mean(), within(0.01));
        assertThat(noise.exactVariance(trueMean)).isCloseTo(sd * sd, within(0.01));
    }

    @Test
    void drawsOnlyHalfStarsOfTheScale() {
        var random = new MatineeRandom(2, MatineeRandom.Purpose.RATINGS, 0);
        for (int i = 0; i < 100_000; i++) {
            assertThat(noise.draw(i % 8 - 1, random)).isBetween((byte) 1, (byte) 10);
        }
    }

    @Test
    void tableOfVariancesAgreesWithTheFormula() {
        for (double trueMean = -6; trueMean < 12; trueMean += 0.0137) {
            assertThat(noise.variance(trueMean)).isCloseTo(noise.exactVariance(trueMean), within(1e-4));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0.5", "1, 0.8413447461", "-1, 0.1586552539", "1.96, 0.9750021049", "-3, 0.0013498980",
        "8, 1", "-8, 0"})
    void normalDistributionIsThatOfTheTables(double z, double expected) {
        assertThat(HalfStarNoise.normalBelow(z)).isCloseTo(expected, within(1e-7));
    }
}
