package io.marquee.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatineePresetTest {

    @ParameterizedTest
    @CsvSource({"100k, SMALL", "ml-100k, SMALL", "1m, MEDIUM", "1M, MEDIUM", "ml-1m, MEDIUM", "20m, LARGE",
        "ML-20M, LARGE", "' 20m ', LARGE"})
    void isFoundByItsNameAndByThatOfMovieLens(String text, MatineePreset expected) {
        assertThat(MatineePreset.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "small", "100", "ml-", "ml-ml-100k", "25m"})
    void otherNamesAreNotFound(String text) {
        assertThat(MatineePreset.parse(text)).isEmpty();
    }

    @Test
    void largestIsOfTheSizeOfMovieLens20m() {
        assertThat(MatineePreset.LARGE.users()).isEqualTo(138_493);
        assertThat(MatineePreset.LARGE.items()).isEqualTo(26_744);
        assertThat(MatineePreset.LARGE.ratings()).isEqualTo(20_000_263);
    }

    @ParameterizedTest
    @EnumSource
    void ratingsOfUsersSumExactlyAndReachFrom20UpwardsInALongTail(MatineePreset preset) {
        int[] counts = UserCounts.of(preset, 3);
        int[] sorted = counts.clone();
        Arrays.sort(sorted);
        double mean = (double) preset.ratings() / preset.users();

        assertThat(Arrays.stream(counts).asLongStream().sum()).isEqualTo(preset.ratings());
        assertThat(sorted[0]).isBetween(20, 25);
        assertThat(sorted[sorted.length / 2]).isBetween((int) (0.45 * mean), (int) (0.65 * mean));
        assertThat(sorted[sorted.length - 1]).isBetween((int) (5 * mean), preset.items() / 2);
    }
}
