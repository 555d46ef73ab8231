package io.marquee.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MovieSamplerTest {

    private final MatineeTruth truth = MatineeTruth.of(MatineePreset.SMALL, 4);
    private final MovieSampler sampler = new MovieSampler(truth, new MoviesByGenre(truth.movies()));

    @ParameterizedTest
    @ValueSource(ints = {2, 20, 212, 213, 680, 1_700})
    void choosesDistinctMoviesAndKeepsTheGivenOnes(int count) {
        int[] movies = new int[count + 2];
        movies[1] = 1_699;
        movies[2] = 3;
        sampler.sample(7, new MatineeRandom(1, MatineeRandom.Purpose.RATINGS, 7), movies, 1, count + 1, 2);

        int[] chosen = Arrays.copyOfRange(movies, 1, count + 1);
        assertThat(chosen).doesNotHaveDuplicates().contains(1_699, 3);
        assertThat(movies[0]).isZero();
        assertThat(movies[count + 1]).isZero();
    }

    @Test
    void bothWaysOfChoosingFollowTheSameDistribution() {
        // 212 movies are drawn by rejection, 213 by keys: one movie more makes little difference.
        assertThat(meanPopularity(213)).isCloseTo(meanPopularity(212), within(0.01));
    }

    private double meanPopularity(int count) {
        double sum = 0;
        int[] movies = new int[count];
        for (int round = 0; round < 300; round++) {
            var random = new MatineeRandom(round, MatineeRandom.Purpose.RATINGS, count);
            sampler.sample(3, random, movies, 0, count, 0);
            for (int movie : movies) {
                sum += truth.movies().popularity(movie) / count / 300;
            }
        }
        return sum;
    }
}
