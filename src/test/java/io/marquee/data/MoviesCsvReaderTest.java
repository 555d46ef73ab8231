package io.marquee.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Titles and genres of movies.csv, well-formed, repaired and refused. */
class MoviesCsvReaderTest {

    @TempDir
    private Path temporary;

    private DataFolder folder;

    @BeforeEach
    void writeRatings() throws IOException {
        folder = new DataFolder(temporary).ratings(DataFolder.TWO_RATINGS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', ignoreLeadingAndTrailingWhitespace = false, quoteCharacter = '\0', value = {
        "Heat (1995);Heat;1995",
        "Heat (1995)  ;Heat;1995",
        " Heat(1995);Heat;1995",
        "\"American President, The (1995)\";American President, The;1995",
        "\"11'09\"\"01 - September 11 (2002)\";11'09\"01 - September 11;2002",
        "Death Note: Desu nôto (2006–2007);Death Note: Desu nôto;2006",
        "Death Note (2006-2007);Death Note;2006",
        "Death Note (2006-);Death Note;2006",
        "Babylon 5;Babylon 5;",
        "(500) Days of Summer (2009);(500) Days of Summer;2009",
        "Lost (Found) (2001);Lost (Found);2001",
        "Shine (a film);Shine (a film);",
        "(2006);(2006);",
        "1984 (12345);1984 (12345);",
        "千と千尋の神隠し (2001);千と千尋の神隠し;2001"
    })
    void titleAndYearAreTakenApart(String field, String title, Integer year) throws IOException {
        Item item = folder.movies("10," + field + ",Crime|Drama\n").open().catalogue().item("10");
        assertThat(item.title()).isEqualTo(title);
        assertThat(item.year()).isEqualTo(year == null ? OptionalInt.empty() : OptionalInt.of(year));
        assertThat(item.genres()).containsExactly("Crime", "Drama");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void lineBreaksOfBothKindsAByteOrderMarkAndBlankLinesMakeNoDifference(String lineBreak) throws IOException {
        String movies = ("\uFEFF" + DataFolder.MOVIES_HEADER + DataFolder.TWO_MOVIES + "\n").replace("\n", lineBreak);
        String ratings = ("\uFEFF" + DataFolder.RATINGS_HEADER + DataFolder.TWO_RATINGS).replace("\n", lineBreak);
        Dataset dataset = folder.file("movies.csv", movies).file("ratings.csv", ratings).open();
        assertThat(dataset.catalogue().items()).containsExactly(
                new Item("10", "Heat", OptionalInt.of(1995), List.of("Crime")),
                new Item("20", "Sabrina", OptionalInt.of(1995), List.of("Comedy", "Romance")));
        assertThat(dataset.ratings().size()).isEqualTo(2);
        assertThat(dataset.report().rowsRefused()).isZero();
        assertThat(dataset.report().reasons()).isEmpty();
    }

    @Test
    void noGenresListedMeansNone() throws IOException {
        Catalogue catalogue = folder.movies("10,Heat (1995),(no genres listed)\n20,Sabrina (1995),\n")
                .open().catalogue();
        assertThat(catalogue.item("10").genres()).isEmpty();
        assertThat(catalogue.item("20").genres()).isEmpty();
    }

    @Test
    void oneTitleUnderTwoIdsIsTwoMovies() throws IOException {
        Catalogue catalogue = folder.movies("10,Emma (1996),Drama\n20,Emma (1996),Romance\n209171,Last (2019),Drama\n")
                .open().catalogue();
        assertThat(catalogue.items()).hasSize(3);
        assertThat(catalogue.item("209171").displayTitle()).isEqualTo("Last (2019)");
    }

    @Test
    void unquotedCommasInATitleAreRepairedAndCounted() throws IOException {
        Dataset dataset = folder.movies(
                "10,American President, The (1995),Drama\n20,\"Bad\", and Good, The (1999),War\n").open();
        assertThat(dataset.catalogue().item("10").displayTitle()).isEqualTo("American President, The (1995)");
        assertThat(dataset.catalogue().item("20").displayTitle()).isEqualTo("Bad, and Good, The (1999)");
        assertThat(dataset.report().notes()).anyMatch(note -> note.startsWith("2 titles of movies.csv had a comma"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\0', value = {
        "\"Heat, The (1995),Crime;Heat, The (1995)",
        "\"Heat\" again (1995),Crime;Heat\" again (1995)",
        "Heat\" (1995),Crime;Heat\" (1995)"
    })
    void aStrayQuoteDoesNotSwallowTheLinesBelow(String fields, String title) throws IOException {
        Catalogue catalogue = folder.movies("10," + fields + "\n20,Sabrina (1995),Comedy\n").open().catalogue();
        assertThat(catalogue.item("10").displayTitle()).isEqualTo(title);
        assertThat(catalogue.item("20").displayTitle()).isEqualTo("Sabrina (1995)");
    }

    @Test
    void quotesThatDoNotPairAreCounted() throws IOException {
        assertThat(folder.movies("10,\"Heat, The (1995),Crime\n20,Sabrina (1995),Comedy\n").open().report().notes())
                .anyMatch(note -> note.startsWith("1 title of movies.csv had quotes that do not pair"));
    }

    @Test
    void titlesInAnOlderEncodingAreReadAndCounted() throws IOException {
        String rows = DataFolder.MOVIES_HEADER + "10,Amélie (2001),Romance\n20,Heat (1995),Crime\n";
        Dataset dataset = folder.file("movies.csv", rows.getBytes(StandardCharsets.ISO_8859_1)).open();
        assertThat(dataset.catalogue().item("10").title()).isEqualTo("Amélie");
        assertThat(dataset.report().notes()).anyMatch(note -> note.startsWith("1 line of movies.csv had characters"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\0', value = {
        "30,Heat; has 2 fields",
        "x,Heat (1995),Crime; movieId \"x\" is not a whole number",
        "-1,Heat (1995),Crime; movieId \"-1\" is negative",
        "30,,Crime; the title of movie 30 is missing",
        "10,Again (1995),Crime; movieId \"10\" stands on line 2 already",
        "\"30\"; has 1 field"
    })
    void aBadRowIsLeftOutWithItsReason(String row, String fault) throws IOException {
        Dataset dataset = folder.movies(DataFolder.TWO_MOVIES + row + "\n40,Last (2000),Drama\n").open();
        assertThat(dataset.report().reasons()).singleElement().asString()
                .startsWith("movies.csv, line 4: ").contains(fault.strip());
        assertThat(dataset.catalogue().items()).hasSize(3);
        assertThat(dataset.report().rowsRefused()).as("rating rows").isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"30,\"Andrew Dice", "30,\"Andrew, Dice", "3", "30,Andrew Dice Clay (2000)"})
    void aRowCutAtTheEndOfTheFileIsLeftOut(String rest) throws IOException {
        Dataset dataset = folder.movies(DataFolder.TWO_MOVIES + rest).open();
        assertThat(dataset.catalogue().items()).hasSize(2);
        assertThat(dataset.report().reasons()).singleElement().asString()
                .startsWith("movies.csv, line 4: the file ends in the middle");
        assertThat(dataset.report().notes()).anyMatch(note -> note.contains("movies.csv ends in the middle of line 4"));
    }

    @Test
    void aFileThatListsNoMoviesIsRefusedWithAWayOut() throws IOException {
        assertThat(folder.file("movies.csv", "userId,movieId,tag\n1,2,x\n").refusal())
                .contains("line 1: the header is \"userId,movieId,tag\"")
                .contains("expected \"movieId,title,genres\"", "move it away");
        assertThat(folder.file("movies.csv", "").refusal()).contains("is empty", "move it away");
        assertThat(folder.movies("").refusal()).contains("no movies below it", "move it away");
        assertThat(folder.file("movies.csv", "movieId,title,genres\n1,\0,x\n").refusal()).contains("zero byte");
    }

    @Test
    void withoutTheFileMoviesAreShownById() throws IOException {
        Dataset dataset = folder.open();
        assertThat(dataset.catalogue().itemsOf(dataset.ratings().items())).extracting(Item::displayTitle)
                .containsExactly("Item 10", "Item 20");
        assertThat(dataset.report().unlistedItems()).isZero();
        assertThat(dataset.report().notes()).anyMatch(note -> note.startsWith("There is no movies.csv"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whateverACsvWriterWritesIsReadBack(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        String alphabet = "abcXYZ ,,\"'é–漢():|";
        StringBuilder rows = new StringBuilder();
        List<String> titles = new ArrayList<>();
        for (int id = 0; id < 300; id++) {
            StringBuilder title = new StringBuilder("T");
            random.ints(random.nextInt(20), 0, alphabet.length()).forEach(i -> title.append(alphabet.charAt(i)));
            title.append('.');
            titles.add(title.toString());
            rows.append(CSVFormat.DEFAULT.format(id, title + " (1999)", "Drama|War")).append('\n');
        }
        Dataset dataset = folder.movies(rows.toString()).open();
        assertThat(dataset.catalogue().items()).extracting(Item::title).isEqualTo(titles);
        assertThat(dataset.report().notes()).noneMatch(note -> note.contains("quotes"));
    }
}
