package io.marquee.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.Item;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleIndexTest {

    private static final List<Item> ITEMS = List.of(
            item("Matrix, The", 1999), item("Matrix Reloaded, The", 2003),
            item("Amelie (Fabuleux destin d'Amélie Poulain, Le)", 2001),
            item("Heat", 1995), item("White Heat", 1949), item("Heat, The", 2013), item("Spider-Man", 2002),
            item("Schindler's List", 1993),
            item("Léon: The Professional (a.k.a. The Professional)", 1994),
            item("Toy Story", 1995), item("Toy Story 2", 1999), item("Star Wars: Episode IV - A New Hope", 1977),
            item("Silence of the Lambs, The", 1991), item("8½ (8 1/2)", 1963), item("Ocean's Eleven", 2001),
            item("Eternal Sunshine of the Spotless Mind", 2004),
            item("Nosferatu (Nosferatu, eine Symphonie des Grauens)", 1922),
            item("千と千尋の神隠し", 2001));
    private static final TitleIndex INDEX =
            new TitleIndex(ITEMS, index -> ITEMS.get(index).title().equals("Heat") ? 900 : 100);

    private static Item item(String title, int year) {
        return new Item(title + year, title, OptionalInt.of(year), List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "matrix the, 'Matrix, The'", "the matrix, 'Matrix, The'", "THE MATRX, 'Matrix, The'",
        "reloaded matrix, 'Matrix Reloaded, The'",
        "amelie, 'Amelie (Fabuleux destin d''Amélie Poulain, Le)'",
        "amélie poulain, 'Amelie (Fabuleux destin d''Amélie Poulain, Le)'",
        "spiderman, Spider-Man", "spider man, Spider-Man", "shindlers list, Schindler's List", "schindler, Schindler's List",
        "heat, Heat", "heat 2013, 'Heat, The'", "heat 1949, White Heat",
        "leon, Léon: The Professional (a.k.a. The Professional)",
        "lambs of the silence, 'Silence of the Lambs, The'", "silnce lamsb, 'Silence of the Lambs, The'",
        "toy stroy, Toy Story", "oceans eleven, Ocean's Eleven", "spotless mnd, Eternal Sunshine of the Spotless Mind",
        "nosfratu, 'Nosferatu (Nosferatu, eine Symphonie des Grauens)'", "千と千尋の神隠し, 千と千尋の神隠し",
        "etern, Eternal Sunshine of the Spotless Mind"
    })
    void titlesAreFoundAsPeopleTypeThem(String typed, String expected) {
        assertThat(INDEX.search(typed, 5)).isNotEmpty();
        assertThat(ITEMS.get(INDEX.search(typed, 5).get(0).index()).title()).isEqualTo(expected);
    }

    @Test
    void nothingTypedAndNothingLikeItFindNothing() {
        assertThat(INDEX.search("  ", 5)).isEmpty();
        assertThat(INDEX.search("?!", 5)).isEmpty();
        assertThat(INDEX.search("qqqqqqqq zzzzzz", 5)).isEmpty();
        assertThat(INDEX.search("x".repeat(100_000), 5)).isEmpty();
        assertThat(new TitleIndex(List.of(), index -> 0).search("heat", 5)).isEmpty();
    }

    @Test
    void noMoreAreFoundThanAskedFor() {
        assertThat(INDEX.search("the", 2)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"Heat (1995), 3", "'The Heat (2013)', 5", "Heat, 3", "Heat (1996), 3", "'The Matrix (1999)', 0",
        "'The Matrix', 0", "Amélie (2001), 2", "The Professional (1994), 8", "Le Fabuleux destin d'Amelie Poulain, 2", "Toy Story (1995), 9"})
    void anotherListsTitlesAreRecognised(String title, int index) {
        assertThat(new TitleMatcher(ITEMS, i -> i == 3 ? 9 : 1).match(title)).hasValue(index);
    }

    @Test
    void aTitleOfAnotherYearIsAnotherFilm() {
        TitleMatcher matcher = new TitleMatcher(ITEMS, index -> 1);

        assertThat(matcher.match("Heat", OptionalInt.of(1986))).isEmpty();
        assertThat(matcher.match("Heat (2013)")).isEmpty();
        assertThat(matcher.match("Unheard of (1995)")).isEmpty();
        assertThat(matcher.match("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"matrix, matrix, 0", "matrix, matrx, 1", "matrix, martix, 1", "matrix, natrixs, 2", "ab, ba, 1",
        "abc, xyz, 3"})
    void errorsAreCountedOnceASwapToo(String a, String b, int distance) {
        assertThat(EditDistance.between(a, b, 2)).isEqualTo(distance);
        assertThat(EditDistance.between(b, a, 2)).isEqualTo(distance);
    }
}
