package io.marquee.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MatineeCatalogueTest {

    @ParameterizedTest
    @EnumSource
    void everyMovieHasAnIdATitleOfItsOwnAYearAndGenres(MatineePreset preset) {
        List<Item> items = items(preset, 20);

        assertThat(items).hasSize(preset.items());
        assertThat(items).extracting(Item::id)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, preset.items()).mapToObj(Integer::toString).toList());
        assertThat(items).extracting(Item::title).doesNotHaveDuplicates();
        assertThat(items).allSatisfy(item -> {
            assertThat(item.title()).doesNotContainPattern("[{}|=]|  |\\bThe The\\b|\\d|\\b[Aa] [AEIO]");
            assertThat(item.title()).isEqualTo(item.title().strip()).hasSizeBetween(4, 60);
            assertThat(item.year().orElseThrow()).isBetween(1930, 2024);
            assertThat(item.genres()).hasSizeBetween(1, 3).doesNotHaveDuplicates();
        });
    }

    @Test
    void recentMoviesAreMoreCommon() {
        long recent = items(MatineePreset.SMALL, 20).stream().filter(item -> item.year().orElseThrow() >= 1990).count();
        assertThat(recent).isGreaterThan(MatineePreset.SMALL.items() / 2 - 100);
    }

    @Test
    void genresAreThoseOfTheTruthInOrderOfTheirWeight() {
        MatineeTruth truth = MatineeTruth.of(MatineePreset.SMALL, 20);
        List<Item> items = items(MatineePreset.SMALL, 20);
        for (int movie = 0; movie < items.size(); movie++) {
            assertThat(items.get(movie).genres())
                    .isEqualTo(truth.movies().genres(movie).stream().map(MatineeGenre::label).toList());
        }
    }

    @Test
    void anotherSeedGivesOtherMovies() {
        assertThat(items(MatineePreset.SMALL, 20)).isEqualTo(items(MatineePreset.SMALL, 20));
        assertThat(items(MatineePreset.SMALL, 20)).isNotEqualTo(items(MatineePreset.SMALL, 21));
    }

    private static List<Item> items(MatineePreset preset, long seed) {
        return new MatineeCatalogue(MatineeMovies.of(preset, seed), seed).catalogue().items();
    }
}
