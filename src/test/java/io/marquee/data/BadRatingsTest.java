package io.marquee.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of bad ratings file: refused with a sentence, or repaired and counted. */
class BadRatingsTest {

    @TempDir
    private Path temporary;

    private DataFolder folder;

    @BeforeEach
    void writeMovies() throws IOException {
        folder = new DataFolder(temporary).movies(DataFolder.TWO_MOVIES);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\0', value = {
        "3,10,abc,1; rating \"abc\" is not a number; from 0.5 to 5.0",
        "3,10,NaN,1; rating \"NaN\" is not a finite number; from 0.5 to 5.0",
        "3,10,-Infinity,1; rating \"-Infinity\" is not a finite number; from 0.5 to 5.0",
        "3,10,5.5,1; rating \"5.5\" is outside the scale; from 0.5 to 5.0",
        "3,10,0,1; rating \"0\" is outside the scale; from 0.5 to 5.0",
        "3,10,-1,1; rating \"-1\" is outside the scale; from 0.5 to 5.0",
        "3,10,1e99,1; rating \"1e99\" is outside the scale; from 0.5 to 5.0",
        "3,10,0x1p1,1; rating \"0x1p1\" is not a number; from 0.5 to 5.0",
        "3,10,4f,1; rating \"4f\" is not a number; from 0.5 to 5.0",
        "3,10,3.,1; rating \"3.\" is not a number; from 0.5 to 5.0",
        "3,10,,1; rating \"\" is missing; from 0.5 to 5.0",
        "-3,10,4,1; userId \"-3\" is negative; from 0 to 2147483647",
        "3,-10,4,1; movieId \"-10\" is negative; from 0 to 2147483647",
        "3,2147483648,4,1; movieId \"2147483648\" is too large; from 0 to 2147483647",
        "99999999999999999999999,10,4,1; is too large; from 0 to 2147483647",
        "3.5,10,4,1; userId \"3.5\" is not a whole number; from 0 to 2147483647",
        "tom,10,4,1; userId \"tom\" is not a whole number; from 0 to 2147483647",
        "NaN,10,4,1; userId \"NaN\" is not a finite number; from 0 to 2147483647",
        "٣,10,4,1; userId \"٣\" is not a whole number; from 0 to 2147483647",
        "3,10,4,-1; timestamp \"-1\" is negative; whole seconds since 1970",
        "3,10,4,1493846415000; timestamp \"1493846415000\" is too large; whole seconds since 1970",
        "3,10,4; \"3,10,4\" has 3 fields; expected 4",
        "3,10,4,1,extra; \"3,10,4,1,extra\" has 5 fields; expected 4",
        "3,10,3,5,1; \"3,10,3,5,1\" has 5 fields; expected 4",
        "\"3,10,4,1; userId \"\"3\" is not a whole number; from 0 to 2147483647",
        "garbage; \"garbage\" has 1 field; expected 4"
    })
    void aBadRowIsLeftOutWithLineValueAndExpectation(String row, String fault, String expected) throws IOException {
        Dataset dataset = folder.ratings("1,10,4.0,100\n" + row + "\n2,20,3.5,200\n").open();
        ImportReport report = dataset.report();
        assertThat(report.reasons()).singleElement().asString()
                .startsWith("ratings.csv, line 3: ").contains(fault.strip(), expected.strip()).endsWith(".");
        assertThat(report.rowsRead()).isEqualTo(3);
        assertThat(report.rowsKept()).isEqualTo(2);
        assertThat(report.rowsRefused()).isEqualTo(1);
        assertThat(report.notes()).anyMatch(note -> note.contains("1 row of ratings.csv could not be used"));
        assertThat(dataset.ratings().rating(1)).isEqualTo(3.5f);
    }

    @Test
    void lineNumbersCountBlankLines() throws IOException {
        ImportReport report = folder.ratings("\r\n\n1,10,4.0,100\r\n\nx,20,3.5,200\n").open().report();
        assertThat(report.reasons()).singleElement().asString().startsWith("ratings.csv, line 6: ");
        assertThat(report.rowsRead()).isEqualTo(2);
    }

    @Test
    void bytesThatAreNotUtf8MakeARowBad() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((DataFolder.RATINGS_HEADER + DataFolder.TWO_RATINGS + "3,1").getBytes(StandardCharsets.UTF_8));
        bytes.write(0xe9);
        bytes.writeBytes(",4,1\n".getBytes(StandardCharsets.UTF_8));
        ImportReport report = folder.file("ratings.csv", bytes.toByteArray()).open().report();
        assertThat(report.reasons()).singleElement().asString()
                .isEqualTo("ratings.csv, line 4: movieId \"1?\" is not valid UTF-8 text; "
                        + "expected a whole number from 0 to 2147483647.");
    }

    @Test
    void theLastOfRepeatedPairsCounts() throws IOException {
        Dataset dataset = folder.ratings("1,10,4,1\n2,20,3,2\n1,10,2,3\n1,10,1,4\n").open();
        assertThat(dataset.report().duplicates()).isEqualTo(2);
        assertThat(dataset.report().rowsRead()).isEqualTo(4);
        assertThat(dataset.report().rowsKept()).isEqualTo(2);
        assertThat(dataset.ratings().rating(1)).isEqualTo(1f);
        assertThat(dataset.report().notes()).anyMatch(note -> note.startsWith("2 ratings were given again later"));
    }

    @Test
    void aRatingOfAnUnlistedMovieIsKeptWithAPlaceholderTitle() throws IOException {
        Dataset dataset = folder.ratings("1,10,4,1\n2,77,3,2\n").open();
        assertThat(dataset.report().unlistedItems()).isEqualTo(1);
        assertThat(dataset.catalogue().item("77").displayTitle()).isEqualTo("Item 77");
        assertThat(dataset.report().notes()).anyMatch(note -> note.startsWith("1 rated movie is not in movies.csv"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3,10", "3,10,", "3,10,4", "3,10,4.", "3", "3,10,4.0,"})
    void aRowCutAtTheEndOfTheFileIsLeftOutAndCounted(String rest) throws IOException {
        ImportReport report = folder.ratings(DataFolder.TWO_RATINGS + rest).open().report();
        assertThat(report.rowsKept()).isEqualTo(2);
        assertThat(report.rowsRefused()).isEqualTo(1);
        assertThat(report.reasons()).containsExactly(
                "ratings.csv, line 4: the file ends in the middle of this row, \"" + rest + "\".");
        assertThat(report.notes()).anyMatch(note -> note.contains("ends in the middle of line 4"));
    }

    @Test
    void aLastRowWithoutLineBreakIsKeptWithARemark() throws IOException {
        ImportReport report = folder.ratings(DataFolder.TWO_RATINGS.strip()).open().report();
        assertThat(report.rowsKept()).isEqualTo(2);
        assertThat(report.notes()).anyMatch(note -> note.contains("has no line break"));
    }

    @Test
    void aHundredBadRowsAreToleratedAndTheReasonsKept() throws IOException {
        ImportReport report = folder.ratings("1,10,9,1\n".repeat(100) + DataFolder.TWO_RATINGS).open().report();
        assertThat(report.rowsRefused()).isEqualTo(100);
        assertThat(report.reasons()).hasSize(100);
        assertThat(report.reasons().get(99)).startsWith("ratings.csv, line 101: ");
    }

    @Test
    void moreThanAHundredBadRowsRefuseTheFileUnlessTheyAreRare() throws IOException {
        StringBuilder rows = new StringBuilder("1,10,9,1\n".repeat(101));
        for (int i = 0; i < 9998; i++) {
            rows.append("1,").append(i).append(",3.0,1\n");
        }
        assertThat(folder.ratings(rows.toString()).refusal())
                .startsWith("ratings.csv, line 2: rating \"9\" is outside the scale")
                .contains("101 rows of 10,099 rows of " + temporary.resolve("ratings.csv") + " cannot be used");
        ImportReport report = folder.ratings(rows + "2,1,3.0,1\n").open().report();
        assertThat(report.rowsRefused()).isEqualTo(101);
        assertThat(report.reasons()).hasSize(ImportReport.KEPT_REASONS);
    }

    @Test
    void noGoodRowsRefuseTheFile() throws IOException {
        assertThat(folder.ratings("1,10,9,1\n1,10\n").refusal())
                .startsWith("ratings.csv, line 2: ").contains("2 rows of 2 rows");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        assertThat(folder.file("ratings.csv", "").refusal()).contains("ratings.csv is empty");
        assertThat(folder.file("ratings.csv", "\n\r\n\n").refusal()).contains("nothing but blank lines");
    }

    @Test
    void aHeaderWithoutRowsIsRefused() throws IOException {
        assertThat(folder.ratings("").refusal()).contains("header line but no ratings below it");
        assertThat(folder.ratings("\n\n").refusal()).contains("header line but no ratings below it");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "movieId,title,genres", "1,10,4.0,100", "userId;movieId;rating", "userId,movieId", "user,item,rating",
        "userId,movieId,rating,timestamp,more", "userId,movieId,timestamp,rating"
    })
    void aWrongHeaderIsRefused(String header) throws IOException {
        assertThat(folder.file("ratings.csv", header + "\n" + DataFolder.TWO_RATINGS).refusal())
                .contains("ratings.csv, line 1: the header is \"" + header + "\"")
                .contains("expected \"userId,movieId,rating,timestamp\"");
    }

    @Test
    void aBinaryFileIsRefused() throws IOException {
        byte[] zip = {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0};
        assertThat(folder.file("ratings.csv", zip).refusal()).contains("is a zip, whatever its name says", "ends in .zip");
        zip[0] = 'Q';
        assertThat(folder.file("ratings.csv", zip).refusal()).contains("zero byte at position 5", "plain text");
        byte[] utf16 = (DataFolder.RATINGS_HEADER + DataFolder.TWO_RATINGS).getBytes(StandardCharsets.UTF_16);
        assertThat(folder.file("ratings.csv", utf16).refusal()).contains("is text in UTF-16", "Save it as UTF-8");
        byte[] unmarked = (DataFolder.RATINGS_HEADER + DataFolder.TWO_RATINGS).getBytes(StandardCharsets.UTF_16LE);
        assertThat(folder.file("ratings.csv", unmarked).refusal()).contains("is text in UTF-16", "Save it as UTF-8");
        String hidden = DataFolder.RATINGS_HEADER + DataFolder.TWO_RATINGS.repeat(5000) + "\0";
        assertThat(folder.file("ratings.csv", hidden).refusal()).contains("zero byte", "line 10002");
    }

    @Test
    void aWebPageIsCalledOneWhereverItLies() throws IOException {
        String page = "<!DOCTYPE html>\n<html><head><title>Log in</title></head></html>\n";
        folder.ratings(DataFolder.TWO_RATINGS);
        assertThat(folder.file("movies.csv", page).refusal()).contains("movies.csv is a web page", "download the file again");
        assertThat(folder.movies(DataFolder.TWO_MOVIES).file("tags.csv", page).open().report().notes())
                .anyMatch(note -> note.startsWith("tags.csv was left out: ") && note.contains("is a web page"));
        assertThat(folder.file("ratings.csv", page).refusal()).contains("ratings.csv is a web page", "download the file again");
    }

    @Test
    void aLineWithoutEndIsRefusedBeforeItFillsTheMemory() throws IOException {
        assertThat(folder.file("ratings.csv", "x".repeat(3_000_000)).refusal()).contains("line 1 is longer than");
    }

    @Test
    void randomTextNeverGetsThroughAsAnythingButASentence() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        String alphabet = "0123456789,,,.\"\n\r-eNa é";
        for (int trial = 0; trial < 300; trial++) {
            StringBuilder rows = new StringBuilder(DataFolder.TWO_RATINGS);
            random.ints(200, 0, alphabet.length()).forEach(i -> rows.append(alphabet.charAt(i)));
            ImportReport report = folder.ratings(rows.toString()).open().report();
            assertThat(report.rowsRead())
                    .isEqualTo(report.rowsKept() + report.duplicates() + report.rowsRefused());
            assertThat(report.rowsKept()).isGreaterThanOrEqualTo(2);
        }
    }
}
