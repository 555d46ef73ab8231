package io.marquee.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.marquee.data.open.DatasetLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real ml-latest-small, where it lies beside the repository. */
class MovieLensLatestSmallTest {

    private static final Path FOLDER = Path.of("..", "shared", "data", "ml-latest-small");

    private static Dataset dataset;

    @BeforeAll
    static void open() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER),
                () -> "Skipped: put ml-latest-small at " + FOLDER.toAbsolutePath().normalize() + " to run this test.");
        dataset = new DatasetLoader().open(DatasetSpec.of(FOLDER.toString()), Progress.NONE);
    }

    @Test
    void countsAreThePublishedOnes() {
        DatasetSummary summary = DatasetSummary.of(dataset);
        assertThat(summary.ratings()).isEqualTo(100_836);
        assertThat(summary.users()).isEqualTo(610);
        assertThat(summary.items()).isEqualTo(9_742);
        assertThat(summary.ratedItems()).isEqualTo(9_724);
        assertThat(summary.minimum()).isEqualTo(0.5);
        assertThat(summary.maximum()).isEqualTo(5);
        assertThat(summary.mean()).isCloseTo(3.5016, within(0.00005));
        assertThat(summary.sparsity()).isCloseTo(1 - 100_836 / (610.0 * 9_724), within(1e-12));
        assertThat(summary.userIdsContiguous()).isTrue();
        assertThat(summary.itemIdsContiguous()).isFalse();
        assertThat(dataset.name()).isEqualTo("ml-latest-small");
        assertThat(dataset.ratings().scale()).isEqualTo(RatingScale.HALF_STARS);
    }

    @Test
    void ratingsAreSpreadAsInTheFile() {
        RatingTable table = dataset.ratings();
        int[] halves = new int[11];
        long first = Long.MAX_VALUE;
        long last = 0;
        for (int row = 0; row < table.size(); row++) {
            halves[Math.round(table.rating(row) * 2)]++;
            first = Math.min(first, table.timestamp(row));
            last = Math.max(last, table.timestamp(row));
        }
        assertThat(halves).containsExactly(0, 1_370, 2_811, 1_791, 7_551, 5_550, 20_047, 13_136, 26_818, 8_551, 13_211);
        assertThat(first).isEqualTo(828_124_615);
        assertThat(last).isEqualTo(1_537_799_250);
        RatingStatistics statistics = RatingStatistics.of(table);
        assertThat(statistics.mean()).isEqualTo(353_083.0 / 100_836);
        assertThat(statistics.standardDeviation()).isCloseTo(Math.sqrt(1.0868564357327866), within(1e-9));
        int[] perUser = table.ratingsPerUser();
        assertThat(Arrays.stream(perUser).min()).hasValue(20);
        assertThat(perUser[table.users().indexOf("414")]).isEqualTo(2_698).isEqualTo(Arrays.stream(perUser).max().getAsInt());
        int[] perItem = table.ratingsPerItem();
        assertThat(perItem[table.items().indexOf("356")]).isEqualTo(329).isEqualTo(Arrays.stream(perItem).max().getAsInt());
        assertThat(Arrays.stream(perItem).filter(count -> count == 1).count()).isEqualTo(3_446);
    }

    @Test
    void tagsAndLinksAreThoseOfTheFiles() {
        Catalogue catalogue = dataset.catalogue();
        assertThat(catalogue.tags().rows()).isEqualTo(3_683);
        assertThat(catalogue.tags().texts()).hasSize(1_475);
        assertThat(catalogue.tags().pairs()).hasSize(1_572);
        assertThat(catalogue.tags("1")).containsExactly(new ItemTag("Pixar", 2), new ItemTag("fun", 1));
        assertThat(catalogue.tags("60756").get(0).count()).isEqualTo(3);
        assertThat(catalogue.links()).hasSize(9_742);
        assertThat(catalogue.links().values().stream().filter(links -> links.tmdb().isEmpty())).hasSize(8);
        assertThat(catalogue.links("1").orElseThrow().imdbAddress()).isEqualTo("https://www.imdb.com/title/tt0114709/");
        assertThat(catalogue.links("193609").orElseThrow().tmdbAddress())
                .isEqualTo("https://www.themoviedb.org/movie/37891");
        assertThat(dataset.report().files()).extracting(ImportReport.ListedFile::name)
                .contains("ratings.csv", "movies.csv", "tags.csv", "links.csv");
    }

    @Test
    void genresAreAsManyAsInTheFile() {
        Map<String, Long> genres = dataset.catalogue().items().stream().flatMap(item -> item.genres().stream())
                .collect(Collectors.groupingBy(genre -> genre, Collectors.counting()));
        assertThat(genres).containsEntry("Drama", 4_361L).containsEntry("Comedy", 3_756L)
                .containsEntry("Thriller", 1_894L).containsEntry("Romance", 1_596L).hasSize(19);
    }

    @Test
    void nothingNeededRepair() {
        ImportReport report = dataset.report();
        assertThat(report.rowsRead()).isEqualTo(100_836);
        assertThat(report.rowsKept()).isEqualTo(100_836);
        assertThat(report.rowsRefused()).isZero();
        assertThat(report.duplicates()).isZero();
        assertThat(report.unlistedItems()).isZero();
        assertThat(report.reasons()).isEmpty();
        assertThat(report.notes()).containsExactly("User ids were contiguous, 1 to 610.",
                "Movie ids were not contiguous: 9,724 ids between 1 and 193609, re-indexed from 0.");
    }

    @Test
    void titlesYearsAndGenresAreThoseOfTheFile() {
        assertItem("6", "Heat", 1995, "Action", "Crime", "Thriller");
        assertItem("11", "American President, The", 1995, "Comedy", "Drama", "Romance");
        assertItem("7789", "11'09\"01 - September 11", 2002, "Drama");
        assertItem("171749", "Death Note: Desu nôto", 2006);
        assertThat(dataset.catalogue().item("40697")).isEqualTo(new Item("40697", "Babylon 5", OptionalInt.empty(),
                List.of("Sci-Fi")));
        assertThat(dataset.catalogue().items().stream().filter(item -> item.year().isEmpty())).hasSize(12);
        assertThat(dataset.catalogue().items().stream().filter(item -> item.genres().isEmpty())).hasSize(34);
        assertThat(dataset.catalogue().items()).noneMatch(item -> item.title().endsWith(" "));
        assertThat(dataset.catalogue().items().stream().map(Item::displayTitle).distinct()).hasSize(9_737);
    }

    private static void assertItem(String id, String title, int year, String... genres) {
        assertThat(dataset.catalogue().item(id)).isEqualTo(new Item(id, title, OptionalInt.of(year), List.of(genres)));
    }

    @Test
    void theTableEqualsANaiveReadingOfTheLines() throws IOException {
        List<String> lines = Files.readAllLines(FOLDER.resolve("ratings.csv"), StandardCharsets.UTF_8);
        RatingTable table = dataset.ratings();
        assertThat(table.size()).isEqualTo(lines.size() - 1);
        for (int row = 0; row < table.size(); row++) {
            String[] fields = lines.get(row + 1).split(",");
            assertThat(table.users().id(table.user(row))).isEqualTo(fields[0]);
            assertThat(table.items().id(table.item(row))).isEqualTo(fields[1]);
            assertThat(table.rating(row)).isEqualTo(Float.parseFloat(fields[2]));
            assertThat(table.timestamp(row)).isEqualTo(Long.parseLong(fields[3]));
        }
    }
}
