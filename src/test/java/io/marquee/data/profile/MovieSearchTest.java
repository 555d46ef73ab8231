package io.marquee.data.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.profile.MovieSearch.Order;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovieSearchTest {

    private final MovieSearch search = new MovieSearch(List.of(
            tally(1, "Heat", 1995, 30, 3.9, "Crime", "Thriller"),
            tally(2, "Amélie", 2001, 20, 4.2, "Comedy", "Romance"),
            tally(3, "Alien", 1979, 40, 4.0, "Horror", "Sci-Fi"),
            tally(4, "Unseen", 1995, 0, Double.NaN, "Comedy"),
            tally(5, "Babylon 5", 0, 5, 3.0)));

    @Test
    void eachWordMayBeInTitleYearOrGenres() {
        assertThat(titles("1995 comedy")).containsExactly("Unseen");
        assertThat(titles("sci ali")).containsExactly("Alien");
        assertThat(titles("heat comedy")).isEmpty();
    }

    @Test
    void caseAndAccentsMakeNoDifference() {
        assertThat(titles("AMELIE")).containsExactly("Amélie");
        assertThat(titles("Amélie")).containsExactly("Amélie");
    }

    @Test
    void signsAreTextNotPatterns() {
        assertThat(titles(".*")).isEmpty();
        assertThat(titles("(1979)")).containsExactly("Alien");
    }

    @Test
    void anEmptyQueryFindsAllMostRatedFirst() {
        assertThat(titles("  ")).containsExactly("Alien", "Heat", "Amélie", "Babylon 5", "Unseen");
    }

    @Test
    void whatIsNotKnownComesLastEitherWay() {
        assertThat(titles("", Order.MEAN, true)).containsExactly("Amélie", "Alien", "Heat", "Babylon 5", "Unseen");
        assertThat(titles("", Order.MEAN, false)).containsExactly("Babylon 5", "Heat", "Alien", "Amélie", "Unseen");
        assertThat(titles("", Order.YEAR, false)).containsExactly("Alien", "Heat", "Unseen", "Amélie", "Babylon 5");
        assertThat(titles("", Order.YEAR, true)).containsExactly("Amélie", "Heat", "Unseen", "Alien", "Babylon 5");
        assertThat(titles("", Order.TITLE, true)).containsExactly("Unseen", "Heat", "Babylon 5", "Amélie", "Alien");
    }

    private List<String> titles(String query) {
        return titles(query, Order.RATINGS, true);
    }

    private List<String> titles(String query, Order order, boolean descending) {
        return search.find(query, order, descending).stream().map(movie -> movie.item().title()).toList();
    }

    private static MovieTally tally(int id, String title, int year, int ratings, double mean, String... genres) {
        return new MovieTally(Tables.movie(id, title, year, genres), id - 1, ratings, mean);
    }
}
