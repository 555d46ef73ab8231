package io.marquee.data.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.marquee.data.Dataset;
import io.marquee.data.open.DatasetLoader;
import io.marquee.data.DatasetSpec;
import io.marquee.data.IdIndex;
import io.marquee.data.Progress;
import io.marquee.data.RatingColumn;
import io.marquee.data.RatingScale;
import io.marquee.data.RatingTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class DatasetProfileTest {

    /** Three users, movies 1 to 3 rated, movie 4 listed only, movie 3 not listed. */
    private final Dataset dataset = Tables.dataset(
            new RatingTable(Tables.ids(3), Tables.ids(3), new int[] {0, 0, 0, 1, 1, 2}, new int[] {0, 1, 2, 0, 1, 0},
                    new RatingColumn.Coded(new byte[] {10, 8, 2, 8, 4, 6}, 0.5f), new int[0], RatingScale.HALF_STARS),
            Tables.movie(1, "Heat", 1995, "Crime", "Drama"), Tables.movie(2, "Alien", 1979, "Sci-Fi"),
            Tables.movie(4, "Nobody's Film", 2001, "Drama"));

    private final DatasetProfile profile = DatasetProfile.of(dataset);

    @Test
    void moviesAreThoseListedThenThoseOnlyRated() {
        assertThat(profile.movies()).extracting(movie -> movie.item().title())
                .containsExactly("Heat", "Alien", "Nobody's Film", "Item 3");
        assertThat(profile.movies()).extracting(MovieTally::ratings).containsExactly(3, 2, 0, 1);
        assertThat(profile.movies().get(0).mean()).isEqualTo(4);
        assertThat(profile.movies().get(2).mean()).isNaN();
        assertThat(profile.movies().get(2).index()).isEqualTo(IdIndex.UNKNOWN);
        assertThat(profile.neverRated()).isEqualTo(1);
    }

    @Test
    void aMovieCountsForEachOfItsGenres() {
        assertThat(profile.genres()).containsExactly(
                new GenreShare("Crime", 1, 3, 0.5, 4),
                new GenreShare("Drama", 2, 3, 0.5, 4),
                new GenreShare("Sci-Fi", 1, 2, 2 / 6.0, 3));
    }

    @Test
    void fewRatingsCountsUsersAndMoviesBelowEachLimit() {
        assertThat(profile.fewRatings()).containsExactly(new FewRatings(2, 1, 1), new FewRatings(5, 3, 3),
                new FewRatings(10, 3, 3), new FewRatings(20, 3, 3));
    }

    @Test
    void theBestRatedAreDrawnTowardsTheOverallMean() {
        TopMovies.Best best = profile.top().bestRated().get(0);
        double mean = 19 / 6.0;

        assertThat(best.movie().item().title()).isEqualTo("Heat");
        assertThat(best.weightedMean()).isCloseTo((3 * 4 + 2 * mean) / 5, within(1e-12));
        assertThat(profile.top().rule()).contains("2 more ratings of 3.17");
        assertThat(profile.top().mostRated()).extracting(movie -> movie.item().title())
                .containsExactly("Heat", "Alien", "Item 3");
    }

    @Test
    void oneRatingOfFiveStarsDoesNotMakeTheBestMovie() {
        int[] items = new int[101];
        items[100] = 1;
        float[] ratings = new float[101];
        for (int row = 0; row < 100; row++) {
            ratings[row] = row % 2 == 0 ? 4.5f : 5;
        }
        ratings[100] = 5;
        Dataset few = Tables.dataset(new RatingTable(Tables.ids(1), Tables.ids(2), new int[101], items,
                new RatingColumn.Floats(ratings), new int[0], RatingScale.HALF_STARS));

        assertThat(DatasetProfile.of(few).movies().get(1).mean()).isGreaterThan(DatasetProfile.of(few).movies().get(0).mean());
        assertThat(DatasetProfile.of(few).top().bestRated()).extracting(best -> best.weightedMean())
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void noRatingsAtAllAreNoError() {
        Dataset empty = Tables.dataset(new RatingTable(Tables.ids(0), Tables.ids(0), new int[0], new int[0],
                new RatingColumn.Floats(new float[0]), new int[0], RatingScale.HALF_STARS), Tables.movie(1, "Heat", 1995));
        DatasetProfile profileOfNothing = DatasetProfile.of(empty);

        assertThat(profileOfNothing.users()).isEmpty();
        assertThat(profileOfNothing.items()).isEmpty();
        assertThat(profileOfNothing.timeline()).isEmpty();
        assertThat(profileOfNothing.top().bestRated()).isEmpty();
        assertThat(profileOfNothing.neverRated()).isEqualTo(1);
    }

    @Test
    void theRatingsOfOneMovieAreItsOwn() {
        MovieRatings heat = MovieRatings.of(dataset.ratings(), 0);

        assertThat(heat.ratings().bins()).containsExactly(new RatingHistogram.Bin(3, 3, 1),
                new RatingHistogram.Bin(4, 4, 1), new RatingHistogram.Bin(5, 5, 1));
        assertThat(heat.standardDeviation()).isCloseTo(Math.sqrt(2 / 3.0), within(1e-9));
        assertThat(heat.timeline()).isEmpty();
    }

    /** Numbers computed with NumPy from the same files. */
    @Test
    void ofTheRealMovieLensSmallEqualsWhatNumPySays() throws IOException {
        Path folder = Path.of("..", "shared", "data", "ml-latest-small");
        Assumptions.assumeTrue(Files.isDirectory(folder),
                () -> "Skipped: put ml-latest-small at " + folder.toAbsolutePath().normalize() + " to run this test.");
        DatasetProfile real = DatasetProfile.of(new DatasetLoader().open(DatasetSpec.of(folder.toString()), Progress.NONE));

        assertThat(real.standardDeviation()).isCloseTo(1.0425240696, within(1e-9));
        assertThat(real.ratings().bins()).extracting(RatingHistogram.Bin::ratings).containsExactly(1370L, 2811L, 1791L,
                7551L, 5550L, 20047L, 13136L, 26818L, 8551L, 13211L);
        LongTail users = real.users().orElseThrow();
        assertThat(users.quantiles()).isEqualTo(new Quantiles(20, 35, 70.5, 168, users.quantiles().ninetieth(), 2698,
                users.quantiles().mean()));
        assertThat(users.quantiles().ninetieth()).isCloseTo(400.3, within(0.05));
        assertThat(users.gini()).isCloseTo(0.60398374507, within(1e-9));
        assertThat(users.topTenthShare()).isCloseTo(0.47718076877, within(1e-9));
        LongTail items = real.items().orElseThrow();
        assertThat(items.quantiles()).isEqualTo(new Quantiles(1, 1, 3, 9, 27, 329, items.quantiles().mean()));
        assertThat(items.gini()).isCloseTo(0.71628024145, within(1e-9));
        assertThat(real.fewRatings()).extracting(FewRatings::items).containsExactly(3446, 6074, 7455, 8427);
        assertThat(real.neverRated()).isEqualTo(18);
        Timeline timeline = real.timeline().orElseThrow();
        assertThat(timeline.first()).isEqualTo("1996-03-29T18:36:55Z");
        assertThat(timeline.last()).isEqualTo("2018-09-24T14:27:30Z");
        assertThat(timeline.years()).extracting(Timeline.Year::ratings).startsWith(6040L, 1916L, 507L, 2439L)
                .endsWith(8198L, 6418L).hasSize(23);
        assertThat(real.genres().get(0)).isEqualTo(
                new GenreShare("Drama", 4361, 41928, 41928 / 100836.0, real.genres().get(0).mean()));
        assertThat(real.genres()).hasSize(19);
        assertThat(real.top().mostRated().stream().limit(3).map(movie -> movie.item().displayTitle()).toList())
                .isEqualTo(List.of("Forrest Gump (1994)", "Shawshank Redemption, The (1994)", "Pulp Fiction (1994)"));
        assertThat(real.top().bestRated().stream().limit(3).map(best -> best.movie().item().displayTitle()).toList())
                .isEqualTo(List.of("Shawshank Redemption, The (1994)", "Godfather, The (1972)", "Fight Club (1999)"));
        assertThat(real.top().bestRated().get(0).weightedMean()).isCloseTo(4.4006592349, within(1e-4));
    }
}
