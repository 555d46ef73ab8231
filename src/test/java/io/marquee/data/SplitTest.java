package io.marquee.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void partsAreDisjointCompleteAndOfExactSize(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = 2 + random.nextInt(3000);
        double fraction = random.nextDouble(0.001, 0.999);
        Split split = Split.of(RandomTables.of(seed, size), new SplitSpec(fraction, seed));
        long expected = Math.max(1, Math.min(size - 1, Math.round(size * fraction)));
        assertThat(split.testSize()).isEqualTo((int) expected);
        assertThat(split.trainSize()).isEqualTo(size - (int) expected);
        assertThat(split.trainRows()).isSorted();
        assertThat(split.testRows()).isSorted();
        assertThat(IntStream.concat(IntStream.of(split.trainRows()), IntStream.of(split.testRows())).sorted().toArray())
                .isEqualTo(IntStream.range(0, size).toArray());
    }

    @Test
    void sameSeedSameSplitAndOtherSeedAnother() {
        RatingTable table = RandomTables.of(1, 500);
        int[] rows = Split.of(table, new SplitSpec(0.2, 42)).testRows();
        assertThat(Split.of(table, new SplitSpec(0.2, 42)).testRows()).isEqualTo(rows);
        assertThat(Split.of(table, new SplitSpec(0.2, 43)).testRows()).isNotEqualTo(rows);
    }

    @Test
    void everyRowIsTestedAboutAsOftenAsAnyOther() {
        RatingTable table = RandomTables.of(1, 50);
        int[] tested = new int[50];
        for (int seed = 0; seed < 4000; seed++) {
            for (int row : Split.of(table, new SplitSpec(0.2, seed)).testRows()) {
                tested[row]++;
            }
        }
        // Binomial with mean 800 and standard deviation 25: five of them.
        assertThat(IntStream.of(tested).boxed()).allSatisfy(count -> assertThat(count).isBetween(675, 925));
    }

    @Test
    void statisticsAreThoseOfTheTrainPartAlone() {
        Split split = Split.of(RandomTables.of(3, 200), new SplitSpec(0.5, 1));
        double mean = IntStream.of(split.trainRows()).mapToDouble(row -> split.ratings().rating(row))
                .average().orElseThrow();
        assertThat(split.trainStatistics().mean()).isEqualTo(mean);
        assertThat(split.trainStatistics().count()).isEqualTo(100);
    }

    @Test
    void publishedPartsAreTheRowsBeforeAndAfter() {
        Split split = Split.published(RandomTables.of(3, 10), 7, new SplitSpec(0.2, 1), RatingCore.NONE);
        assertThat(split.trainRows()).containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(split.testRows()).containsExactly(7, 8, 9);
    }

    @Test
    void tooFewRatingsOrAnEmptyPartAreRefused() {
        RatingTable one = RandomTables.of(1, 1);
        RatingTable ten = RandomTables.of(1, 10);
        assertThatThrownBy(() -> Split.of(one, new SplitSpec(0.2, 1))).hasMessageContaining("at least two");
        assertThatThrownBy(() -> Split.published(ten, 0, new SplitSpec(0.2, 1), RatingCore.NONE)).hasMessageContaining("both parts");
        assertThatThrownBy(() -> Split.published(ten, 10, new SplitSpec(0.2, 1), RatingCore.NONE)).hasMessageContaining("both parts");
        assertThatThrownBy(() -> new SplitSpec(Double.NaN, 1)).hasMessageContaining("NaN");
    }
}
