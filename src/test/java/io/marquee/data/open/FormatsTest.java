package io.marquee.data.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.marquee.data.ColumnMapping;
import io.marquee.data.Dataset;
import io.marquee.data.DatasetSpec;
import io.marquee.data.ImportReport;
import io.marquee.data.InvalidDataException;
import io.marquee.data.Item;
import io.marquee.data.ItemTag;
import io.marquee.data.RatingScale;
import io.marquee.data.SplitSpec;
import io.marquee.data.TimestampFormat;
import io.marquee.data.read.UnknownLayoutException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every format on its hand-made files. */
class FormatsTest {

    @Test
    void movieLens1MHasWholeStarsLatinTitlesAndChildrens() throws IOException {
        Dataset dataset = Fixtures.open("ml-1m");
        assertThat(dataset.name()).isEqualTo("ml-1m");
        assertThat(Fixtures.rows(dataset.ratings())).containsExactly("1 10 5.0 978300760", "1 20 3.0 978302109",
                "2 10 4.0 978298413", "2 30 1.0 978299000");
        assertThat(dataset.ratings().scale()).isEqualTo(new RatingScale(1, 5, 1));
        assertThat(dataset.catalogue().item("20").displayTitle()).isEqualTo("Cité des enfants perdus, La (1995)");
        assertThat(dataset.catalogue().item("30").genres()).containsExactly("Children's", "Comedy", "Drama");
        assertThat(dataset.report().notes()).noneMatch(note -> note.contains("ISO-8859-1"));
        assertThat(dataset.report().files()).extracting(ImportReport.ListedFile::name)
                .containsExactly("movies.dat", "ratings.dat", "users.dat");
        assertThat(dataset.report().files().get(2).what()).contains("age, gender and occupation");
    }

    /** As spreadsheets of most of Europe save a table. */
    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "sep=;\r\n", "\uFEFF\"sep=;\"\n"})
    void semicolonsAndDecimalCommas(String before, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("ratings.csv"),
                before + "userId;movieId;rating;timestamp\n"
                + "1;10;3,5;1000000100\n2;20;4;1000000200\n2;30;0,5;1000000300\n".repeat(20) + "3;30;3,;1000000300\n");
        Dataset dataset = Fixtures.open(DatasetSpec.of(folder.resolve("ratings.csv").toString()));
        assertThat(Fixtures.rows(dataset.ratings())).containsExactly("1 10 3.5 1000000100", "2 20 4.0 1000000200",
                "2 30 0.5 1000000300");
        assertThat(dataset.report().notes()).anyMatch(note -> note.endsWith("in seconds since 1970, with a decimal comma."));
        assertThat(dataset.report().reasons()).singleElement().asString()
                .startsWith("ratings.csv, line " + (before.contains("sep") ? 63 : 62) + ": rating \"3,\" is not a number");
    }

    @Test
    void decimalCommasInQuotesBetweenCommas(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("list.csv"), "user,item,rating\n1,10,\"3,5\"\n2,20,\"4,0\"\n");
        assertThat(Fixtures.open(DatasetSpec.of(file.toString())).ratings().rating(0)).isEqualTo(3.5f);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ml-10m", "ml-10m/ratings.dat", "ml-10m/movies.dat"})
    void movieLens10MHasHalfStarsAndTagsAndOpensByEachFile(String name) throws IOException {
        Dataset dataset = Fixtures.open(name);
        assertThat(dataset.ratings().scale()).isEqualTo(RatingScale.HALF_STARS);
        assertThat(dataset.ratings().rating(1)).isEqualTo(3.5f);
        assertThat(dataset.catalogue().item("185").title()).isEqualTo("Amélie");
        assertThat(dataset.catalogue().tags("122")).containsExactly(new ItemTag("excellent!", 2));
        assertThat(dataset.catalogue().tags("185")).containsExactly(new ItemTag("a: b", 1));
        assertThat(dataset.publishedSplits()).containsExactly("r1");
    }

    @Test
    void movieLens100KHasGenreFlagsAndPublishedSplits() throws IOException {
        Dataset dataset = Fixtures.open("ml-100k");
        assertThat(dataset.ratings().size()).isEqualTo(5);
        assertThat(dataset.ratings().scale()).isEqualTo(new RatingScale(1, 5, 1));
        assertThat(dataset.catalogue().item("10")).isEqualTo(
                new Item("10", "Heat", OptionalInt.of(1995), List.of("Action", "Crime", "Thriller")));
        assertThat(dataset.catalogue().item("30").genres()).containsExactly("Children's", "Comedy", "Drama");
        assertThat(dataset.catalogue().item("267")).isEqualTo(
                new Item("267", "unknown", OptionalInt.empty(), List.of()));
        assertThat(dataset.publishedSplits()).containsExactly("u1", "ua");
        assertThat(dataset.publishedTrainRows()).isEmpty();
    }

    @Test
    void aPublishedSplitIsOpenedByItsName() throws IOException {
        Dataset dataset = Fixtures.open(Fixtures.spec("ml-100k").withSplit("u1"));
        assertThat(dataset.name()).isEqualTo("ml-100k u1");
        assertThat(dataset.publishedTrainRows()).hasValue(3);
        assertThat(dataset.split(new SplitSpec(0.2, 1)).testSize()).isEqualTo(2);
        assertThat(dataset.catalogue().item("10").title()).isEqualTo("Heat");
        assertThat(dataset.ratings().scale()).isEqualTo(new RatingScale(1, 5, 1));
        assertThatThrownBy(() -> Fixtures.open(Fixtures.spec("ml-100k").withSplit("u9")))
                .isInstanceOf(InvalidDataException.class).hasMessageContaining("no published split \"u9\"; it has u1, ua.");
        assertThatThrownBy(() -> Fixtures.open(Fixtures.spec("ml-1m").withSplit("u1")))
                .isInstanceOf(InvalidDataException.class).hasMessageContaining("it has none");
    }

    @Test
    void kagglesRenamedFilesHaveDatesAndQuotes() throws IOException {
        Dataset dataset = Fixtures.open("kaggle");
        assertThat(Fixtures.rows(dataset.ratings())).containsExactly("1 2 3.5 1112486027", "1 29 3.5 1112484676",
                "2 2 4.0 951782400");
        assertThat(dataset.catalogue().item("29").displayTitle()).isEqualTo("City of Lost Children, The (1995)");
        assertThat(dataset.catalogue().tags("2")).containsExactly(new ItemTag("board game", 2));
        assertThat(dataset.catalogue().links("2").orElseThrow().tmdbAddress())
                .isEqualTo("https://www.themoviedb.org/movie/8844");
    }

    @Test
    void latestSetsHaveTagsAndLinks() throws IOException {
        Dataset dataset = Fixtures.open("latest");
        assertThat(dataset.ratings().scale()).isEqualTo(RatingScale.HALF_STARS);
        assertThat(dataset.catalogue().tags("1"))
                .containsExactly(new ItemTag("pixar", 2), new ItemTag("fun, really \"fun\"", 1));
        assertThat(dataset.catalogue().tags("2")).isEmpty();
        assertThat(dataset.catalogue().links("1").orElseThrow().imdbAddress())
                .isEqualTo("https://www.imdb.com/title/tt0114709/");
        assertThat(dataset.catalogue().links("193609").orElseThrow().tmdbAddress()).isEmpty();
        assertThat(dataset.catalogue().links("7")).isEmpty();
        assertThat(dataset.catalogue().item("193609").title()).isEqualTo("Andrew Dice Clay: \"Dice Rules\", the film");
    }

    @Test
    void bookCrossingsZerosAreImplicitAndLeftOutWithACount() throws IOException {
        Dataset dataset = Fixtures.open("book-crossing");
        assertThat(Fixtures.rows(dataset.ratings())).containsExactly("276726 0155061224 5.0 0", "276729 052165615X 3.0 0",
                "276733 2080674722 10.0 0", "276736 30826É4370 8.0 0", "276736 0155061224 7.0 0");
        assertThat(dataset.ratings().users().size()).as("users with nothing but implicit rows are left out").isEqualTo(4);
        assertThat(dataset.ratings().scale()).isEqualTo(new RatingScale(1, 10, 1));
        ImportReport report = dataset.report();
        assertThat(report.rowsUnrated()).isEqualTo(2);
        assertThat(report.rowsRead()).isEqualTo(report.rowsKept() + report.rowsUnrated());
        assertThat(report.notes()).anyMatch(note -> note.startsWith("2 rows of BX-Book-Ratings.csv are implicit"))
                .anyMatch(note -> note.contains("semicolons in ISO-8859-1") && note.contains("\"ISBN\""));
    }

    @Test
    void amazonsRatingsWithoutHeaderAskWhichColumnIsWhich() throws IOException {
        DatasetSpec spec = Fixtures.spec("amazon/ratings_Movies.csv");
        assertThatThrownBy(() -> Fixtures.open(spec)).isInstanceOfSatisfying(UnknownLayoutException.class, unknown -> {
            ColumnMapping mapping = unknown.guess().mapping();
            assertThat(List.of(mapping.user(), mapping.item(), mapping.rating())).containsExactly(0, 1, 2);
            assertThat(mapping.time()).hasValue(3);
            assertThat(mapping.header()).isFalse();
            assertThat(List.of(mapping.minimum(), mapping.maximum())).containsExactly(1.0, 5.0);
            try {
                Dataset dataset = Fixtures.open(spec.withMapping(mapping));
                assertThat(Fixtures.rows(dataset.ratings())).hasSize(4)
                        .contains("A3R5OBKS7OM2IR 000014357X 5.0 1202169600");
                assertThat(dataset.catalogue().items()).isEmpty();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void quotedTextMayGoOverSeveralLines() throws IOException {
        Dataset dataset = Fixtures.open("amazon/reviews.csv");
        assertThat(Fixtures.rows(dataset.ratings())).containsExactly("A1 B000000001 5.0 1358380800",
                "A2 B000000002 3.0 1358380900", "A1 B000000002 1.0 1358381000");
        assertThat(dataset.report().rowsRefused()).isZero();
    }

    @Test
    void jesters99MeansThatThereIsNoRating() throws IOException {
        Dataset dataset = Fixtures.open("other/jester.tsv");
        assertThat(Fixtures.rows(dataset.ratings())).containsExactly("1 5 -7.82 0", "1 7 8.79 0", "2 7 -0.29 0",
                "3 5 4.08 0");
        assertThat(dataset.report().rowsUnrated()).isEqualTo(1);
        assertThat(dataset.ratings().scale()).isEqualTo(new RatingScale(-10, 10, 0));
        assertThat(dataset.report().notes()).anyMatch(note -> note.contains("means that there is no rating"));
    }

    @Test
    void jestersWideTableHasALineAUserAndAColumnAJoke() throws IOException {
        Dataset dataset = Fixtures.open("other/jester-wide.csv");
        assertThat(Fixtures.rows(dataset.ratings())).containsExactly("1 1 -7.82 0", "1 2 8.79 0", "1 4 -9.66 0", "1 5 1.5 0",
                "2 2 4.08 0", "2 3 -0.29 0", "3 1 10.0 0", "3 2 -10.0 0", "3 3 0.0 0", "3 4 3.25 0", "3 5 -1.0 0",
                "5 5 6.36 0");
        assertThat(dataset.ratings().scale()).isEqualTo(new RatingScale(-10, 10, 0));
        ImportReport report = dataset.report();
        assertThat(report.rowsUnrated()).isEqualTo(13);
        assertThat(report.rowsRead()).isEqualTo(report.rowsKept() + report.rowsUnrated());
        assertThat(report.notes()).anyMatch(note -> note.contains("a table of users and 5 items"));
    }

    @Test
    void whatIsWrongInAWideTableIsNamedByLineAndItem(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("jester.csv");
        String good = "3,1.5,99,-2.25,99,99,8\n".repeat(600);
        Files.writeString(file, good + "2,1.5,99,11,99,99,99\n3,1,2,3\n1,99,x,99,99,99,4\n");
        Dataset dataset = Fixtures.open(DatasetSpec.of(file.toString()));
        assertThat(dataset.report().reasons()).containsExactly(
                "jester.csv, line 601: \"11\" of item 3 is no rating; expected a number from -10 to 10, or 99 where there is none.",
                "jester.csv, line 602: there are 4 fields; expected 7, the number of ratings and one field for each item.",
                "jester.csv, line 603: \"x\" of item 2 is no rating; expected a number from -10 to 10, or 99 where there is none.");
        assertThat(dataset.report().notes()).contains(
                "1 line of jester.csv begins with another number of ratings than it has.");
        assertThat(dataset.ratings().size()).isEqualTo(1802);
    }

    @Test
    void spreadsheetsAreToBeSavedAsCsv(@TempDir Path folder) throws IOException {
        Path sheet = Files.write(folder.resolve("jester-data-1.xls"), new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, 0});
        assertThatThrownBy(() -> Fixtures.open(DatasetSpec.of(sheet.toString())))
                .isInstanceOf(InvalidDataException.class).hasMessageContaining("is a spreadsheet")
                .hasMessageContaining("save it as CSV");
        assertThatThrownBy(() -> Fixtures.open(DatasetSpec.of(folder.toString())))
                .isInstanceOf(InvalidDataException.class).hasMessageContaining("jester-data-1.xls")
                .hasMessageContaining("save it as CSV");
    }

    @Test
    void packedFilesThatAreNoZipAreToBeUnpacked(@TempDir Path folder) throws IOException {
        Path packed = Files.write(folder.resolve("ratings.csv.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
        assertThatThrownBy(() -> Fixtures.open(DatasetSpec.of(packed.toString())))
                .isInstanceOf(InvalidDataException.class).hasMessageContaining("is packed").hasMessageContaining("Unpack it");
    }

    @Test
    void aFileThatItsDiskCannotReadIsNamed() {
        Path unreadable = Path.of("/proc/self/mem");
        assumeTrue(Files.isRegularFile(unreadable) && Files.isReadable(unreadable), "this system has no file that cannot be read");
        assertThatThrownBy(() -> Fixtures.open(DatasetSpec.of(unreadable.toString())))
                .isInstanceOf(InvalidDataException.class).hasMessageContaining("/proc/self/mem cannot be read to its end");
    }

    @Test
    void bookCrossingsTitlesAreShown() throws IOException {
        Dataset dataset = Fixtures.open("book-crossing");
        assertThat(dataset.catalogue().item("0155061224").displayTitle()).isEqualTo("Rites of Passage & Other Stories (2001)");
        assertThat(dataset.catalogue().item("052165615X").title()).isEqualTo("Help!: Level 1; an \"easy\" reader");
        assertThat(dataset.catalogue().item("2080674722"))
                .isEqualTo(new Item("2080674722", "Les Particules élémentaires", OptionalInt.empty(), List.of()));
        assertThat(dataset.catalogue().items()).hasSize(4);
        assertThat(dataset.report().notes()).contains("1 rated item is not in BX-Books.csv; shown by id.",
                "1 title of BX-Books.csv could not be read and was left out.");
        assertThat(dataset.report().reasons()).singleElement().asString().startsWith("BX-Books.csv, line 6: ");
    }

    @Test
    void badTagsAndLinksAreNamedWithTheirLine(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("ratings.csv"), "userId,movieId,rating,timestamp\n1,1,3.5,0\n2,1,4,0\n");
        Files.writeString(folder.resolve("movies.csv"), "movieId,title,genres\n1,Toy Story (1995),Comedy\n");
        Files.writeString(folder.resolve("tags.csv"), "userId,movieId,tag,timestamp\n1,1,pixar,5\n1,one,pixar,5\n1,1\n");
        Files.writeString(folder.resolve("links.csv"), "movieId,imdbId,tmdbId\n1,tt0114709,862\n");
        Dataset dataset = Fixtures.open(DatasetSpec.of(folder.toString()));
        assertThat(dataset.report().reasons()).containsExactly(
                "tags.csv, line 3: \"1,one,pixar,5\" is no tag; expected a user, the number of a movie, a tag and a time, with "
                        + "commas between them.",
                "tags.csv, line 4: \"1,1\" is no tag; expected a user, the number of a movie, a tag and a time, with commas "
                        + "between them.",
                "links.csv, line 2: \"1,tt0114709,862\" is no link; expected the numbers of a movie here, at IMDb and at TMDb, "
                        + "with commas between them; the last two may be missing.");
    }

    @Test
    void minusOneBelowAScaleOfTenIsImplicit() throws IOException {
        Dataset dataset = Fixtures.open("other/anime.csv");
        assertThat(Fixtures.rows(dataset.ratings())).containsExactly("1 24 10.0 0", "3 20 8.0 0");
    }

    @Test
    void columnsAreFoundByNameInAnyOrderAndDatesMayHaveZones() throws IOException {
        Dataset dataset = Fixtures.open("other/clicks.csv");
        assertThat(Fixtures.rows(dataset.ratings())).containsExactly("anna lamp-1 4.5 1614852672",
                "bert lamp-2 0.5 1614931872", "bert lamp-1 3.0 1614988800");
    }

    @Test
    void aMappingMayCorrectTheGuess() throws IOException {
        ColumnMapping mapping = new ColumnMapping("|", "", "UTF-8", false, 4, 1, 0, 2, OptionalInt.of(3),
                TimestampFormat.MILLISECONDS, 1, 5, List.of(2.0), List.of());
        Dataset dataset = Fixtures.open(Fixtures.spec("other/millis.dat").withMapping(mapping));
        assertThat(Fixtures.rows(dataset.ratings())).containsExactly("4 7 5.0 1577836801", "3 8 1.0 1577836802");
    }

    @Test
    void aMappingThatContradictsItselfIsRefused() {
        ColumnMapping mapping = new ColumnMapping("|", "", "UTF-8", false, 4, 1, 1, 2, OptionalInt.empty(),
                TimestampFormat.SECONDS, 1, 5, List.of(), List.of());
        assertThatThrownBy(() -> Fixtures.open(Fixtures.spec("other/millis.dat").withMapping(mapping)))
                .isInstanceOf(InvalidDataException.class).hasMessageContaining("must be different columns");
    }
}
