package io.marquee.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.marquee.evaluate.baseline.BiasBaseline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatineeDatasetTest {

    private final Dataset dataset = MatineeDataset.generate(MatineePreset.SMALL, 20, Progress.NONE);
    private final RatingTable ratings = dataset.ratings();
    private final MatineeTruth truth = MatineeTruth.of(MatineePreset.SMALL, 20);

    @Test
    void hasExactlyTheUsersItemsAndRatingsOfThePreset() {
        assertThat(ratings.size()).isEqualTo(100_000);
        assertThat(ratings.users().size()).isEqualTo(MatineePreset.SMALL.users());
        assertThat(ratings.items().size()).isEqualTo(MatineePreset.SMALL.items());
        assertThat(ratings.users().contiguous()).isTrue();
        assertThat(ratings.items().contiguous()).isTrue();
        assertThat(ratings.items().id(0)).isEqualTo("1");
        assertThat(dataset.report().rowsKept()).isEqualTo(100_000);
        assertThat(dataset.report().notes()).singleElement().asString()
                .startsWith("Generated from seed 20, noise floor 0.6");
    }

    @Test
    void sameSeedGivesTheSameDatasetOnAnyNumberOfThreads() {
        Dataset again = MatineeDataset.generate(MatineePreset.SMALL, 20, 7, Progress.NONE);
        Dataset alone = MatineeDataset.generate(MatineePreset.SMALL, 20, 1, Progress.NONE);
        for (Dataset other : List.of(again, alone)) {
            assertThat(other.ratings().fingerprint()).isEqualTo(ratings.fingerprint());
            assertThat(other.noiseFloor()).isEqualTo(dataset.noiseFloor());
            assertThat(other.catalogue().items()).isEqualTo(dataset.catalogue().items());
            for (int row = 0; row < ratings.size(); row++) {
                assertThat(other.ratings().timestamp(row)).isEqualTo(ratings.timestamp(row));
            }
        }
    }

    @Test
    void anotherSeedGivesAnotherDataset() {
        assertThat(MatineeDataset.generate(MatineePreset.SMALL, 21, Progress.NONE).ratings().fingerprint())
                .isNotEqualTo(ratings.fingerprint());
    }

    @Test
    void everyUserHasAtLeast20RatingsAndEveryMovieOne() {
        assertThat(Arrays.stream(ratings.ratingsPerUser()).min().orElseThrow()).isGreaterThanOrEqualTo(20);
        assertThat(Arrays.stream(ratings.ratingsPerItem()).min().orElseThrow()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void nobodyRatesAMovieTwice() {
        Set<Long> pairs = new HashSet<>();
        for (int row = 0; row < ratings.size(); row++) {
            assertThat(pairs.add((long) ratings.user(row) << 32 | ratings.item(row))).isTrue();
        }
    }

    @Test
    void rowsAreInOrderOfUserAndThenOfTime() {
        for (int row = 1; row < ratings.size(); row++) {
            assertThat(ratings.user(row)).isGreaterThanOrEqualTo(ratings.user(row - 1));
            if (ratings.user(row) == ratings.user(row - 1)) {
                assertThat(ratings.timestamp(row)).isGreaterThan(ratings.timestamp(row - 1));
            }
        }
    }

    @Test
    void popularityHasALongTail() {
        int[] counts = ratings.ratingsPerItem();
        Arrays.sort(counts);
        int mean = ratings.size() / counts.length;
        assertThat(counts[counts.length / 2]).isLessThan(2 * mean / 3);
        assertThat(counts[counts.length - 1]).isGreaterThan(5 * mean);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20})
    void ratingsSpreadAsThoseOfMovieLens(long seed) {
        Dataset generated = MatineeDataset.generate(MatineePreset.SMALL, seed, Progress.NONE);
        RatingStatistics statistics = RatingStatistics.of(generated.ratings());
        assertThat(statistics.minimum()).isEqualTo(0.5);
        assertThat(statistics.maximum()).isEqualTo(5.0);
        assertThat(statistics.mean()).isCloseTo(3.5, within(0.1));
        assertThat(statistics.standardDeviation()).isCloseTo(1.05, within(0.04));
        assertThat(generated.noiseFloor().orElseThrow()).isBetween(0.60, 0.72);
    }

    @Test
    void knowingTheTruthReachesTheNoiseFloorAndNotMore() {
        double sum = 0;
        for (int row = 0; row < ratings.size(); row++) {
            double error = truth.expectedRating(ratings.user(row), ratings.item(row)) - ratings.rating(row);
            sum += error * error;
        }
        double floor = dataset.noiseFloor().orElseThrow();
        assertThat(sum / ratings.size()).isCloseTo(floor, within(0.02 * floor));
    }

    @Test
    void userAndItemMeansStayFarFromTheNoiseFloor() {
        double mse = BiasBaseline.fit(dataset.split(new SplitSpec(0.2, 1)))
                .testMse(dataset.split(new SplitSpec(0.2, 1)));
        assertThat(mse).isBetween(0.80, 0.90).isGreaterThan(dataset.noiseFloor().orElseThrow() + 0.15);
    }

    @Test
    void usersRateTheirFavouriteGenresHigherAndMoreOftenThanThoseTheyDislike() {
        RatingStatistics.Accumulator liked = new RatingStatistics.Accumulator();
        RatingStatistics.Accumulator disliked = new RatingStatistics.Accumulator();
        RatingStatistics.Accumulator other = new RatingStatistics.Accumulator();
        for (int row = 0; row < ratings.size(); row++) {
            int user = ratings.user(row);
            String genre = dataset.catalogue().items().get(ratings.item(row)).genres().get(0);
            boolean likes = truth.favouriteGenres(user).contains(genre);
            (likes ? liked : truth.dislikedGenres(user).contains(genre) ? disliked : other).add(ratings.rating(row));
        }
        assertThat(liked.result().mean()).isGreaterThan(other.result().mean() + 0.4);
        assertThat(disliked.result().mean()).isLessThan(other.result().mean() - 0.4);
        assertThat(liked.result().count()).isGreaterThan(disliked.result().count());
    }

    @Test
    void opensByNameTheSmallestWhereNoneIsGiven() throws Exception {
        assertThat(MatineeDataset.open("", Progress.NONE).ratings().fingerprint()).isEqualTo(ratings.fingerprint());
        assertThat(MatineeDataset.open("ml-1m", Progress.NONE).ratings().size()).isEqualTo(1_000_000);
    }

    @Test
    void anUnknownSizeIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> MatineeDataset.open("5m", Progress.NONE))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContainingAll("\"5m\"", "100k, 1m, 20m");
    }

    @Test
    void progressRisesToOne() {
        List<Double> fractions = new ArrayList<>();
        MatineeDataset.generate(MatineePreset.SMALL, 20, (fraction, what) -> fractions.add(fraction));
        assertThat(fractions).isSorted().startsWith(0.0).endsWith(1.0);
    }

    @Test
    void stopsWhenAskedTo() {
        Progress impatient = new Progress() {
            @Override
            public void report(double fraction, String what) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> MatineeDataset.generate(MatineePreset.SMALL, 20, impatient))
                .isInstanceOf(CancellationException.class);
    }
}
