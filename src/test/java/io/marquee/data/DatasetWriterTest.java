package io.marquee.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.data.open.DatasetLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetWriterTest {

    @TempDir
    Path temporary;

    private final DatasetWriter writer = new DatasetWriter();

    @Test
    void anyRowIsReadBackAsItWas() throws IOException {
        Dataset dataset = MatineeDataset.generate(MatineePreset.SMALL, 20, Progress.NONE);
        Path folder = temporary.resolve("new/folder");
        writer.write(dataset, folder, Progress.NONE);

        List<CSVRecord> rows = records(folder.resolve("ratings.csv"));
        RatingTable ratings = dataset.ratings();
        assertThat(rows).hasSize(ratings.size() + 1);
        assertThat(rows.get(0)).containsExactly("userId", "movieId", "rating", "timestamp");
        for (int row = 0; row < ratings.size(); row++) {
            assertThat(rows.get(row + 1)).containsExactly(
                    ratings.users().id(ratings.user(row)),
                    ratings.items().id(ratings.item(row)),
                    Float.toString(ratings.rating(row)),
                    Long.toString(ratings.timestamp(row)));
        }
        List<CSVRecord> movies = records(folder.resolve("movies.csv"));
        assertThat(movies.get(0)).containsExactly("movieId", "title", "genres");
        for (Item item : dataset.catalogue().items()) {
            assertThat(movies.get(Integer.parseInt(item.id())))
                    .containsExactly(item.id(), item.displayTitle(), String.join("|", item.genres()));
        }
        assertThat(files(folder)).containsExactlyInAnyOrder("ratings.csv", "movies.csv");
    }

    @Test
    void programsOwnReaderOpensTheFolder() throws IOException {
        Dataset dataset = MatineeDataset.generate(MatineePreset.SMALL, 20, Progress.NONE);
        writer.write(dataset, temporary, Progress.NONE);
        Dataset read = new DatasetLoader().open(DatasetSpec.of(temporary.toString()), Progress.NONE);
        assertThat(read.ratings().fingerprint()).isEqualTo(dataset.ratings().fingerprint());
        assertThat(read.catalogue().items()).isEqualTo(dataset.catalogue().items());
    }

    @Test
    void quotesTextIdsAndTitlesAndNamesUnlistedItems() throws IOException {
        writer.write(textDataset(), temporary, Progress.NONE);
        assertThat(temporary.resolve("ratings.csv")).hasContent("""
                userId,movieId,rating
                "Ann, the first",m1,-2.5
                Bo,"say ""x""\",3.14
                Bo,m1,100.0
                """);
        assertThat(Files.readString(temporary.resolve("movies.csv"))).isEqualTo("""
                movieId,title,genres
                m1,"Heat, and ""Dust"" (1983)",Drama|Romance
                z9,Ça va,(no genres listed)
                "say ""x""\","Item say ""x""\",(no genres listed)
                """);
    }

    @Test
    void refusesToReplaceAFileUnlessAllowedTo() throws IOException {
        Files.writeString(temporary.resolve("movies.csv"), "mine");
        assertThatThrownBy(() -> writer.write(textDataset(), temporary, Progress.NONE))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContainingAll("movies.csv", "exists already");
        assertThat(temporary.resolve("movies.csv")).hasContent("mine");
        assertThat(files(temporary)).containsExactly("movies.csv");

        writer.write(textDataset(), temporary, true, Progress.NONE);
        assertThat(files(temporary)).containsExactlyInAnyOrder("ratings.csv", "movies.csv");
        assertThat(Files.readString(temporary.resolve("movies.csv"))).startsWith("movieId,");
    }

    @Test
    void refusesAFileInPlaceOfTheFolder() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");
        assertThatThrownBy(() -> writer.write(textDataset(), file, Progress.NONE))
                .isInstanceOf(InvalidDataException.class).hasMessageContaining("that is a file");
        assertThatThrownBy(() -> writer.write(textDataset(), file.resolve("below"), Progress.NONE))
                .isInstanceOf(InvalidDataException.class).hasMessageContaining("cannot be made");
    }

    @Test
    void leavesNothingWhenCancelled() throws IOException {
        Progress impatient = new Progress() {
            @Override
            public void report(double fraction, String what) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> writer.write(textDataset(), temporary, impatient))
                .isInstanceOf(CancellationException.class);
        assertThat(files(temporary)).isEmpty();
    }

    @Test
    void leavesOldFilesAloneWhenWritingFails() throws IOException {
        Files.writeString(temporary.resolve("ratings.csv"), "old");
        Progress failing = (fraction, what) -> {
            throw new IllegalStateException("watcher broke");
        };
        assertThatThrownBy(() -> writer.write(textDataset(), temporary, true, failing)).hasMessage("watcher broke");
        assertThat(temporary.resolve("ratings.csv")).hasContent("old");
        assertThat(files(temporary)).containsExactly("ratings.csv");
    }

    private static Dataset textDataset() {
        RatingTable table = new RatingTable(
                IdIndex.ofSorted(List.of("Ann, the first", "Bo")),
                IdIndex.ofSorted(List.of("m1", "say \"x\"")),
                new int[] {0, 1, 1},
                new int[] {0, 1, 0},
                new RatingColumn.Floats(new float[] {-2.5f, 3.14f, 100}),
                new int[0],
                new RatingScale(-10, 100, 0));
        Catalogue catalogue = new Catalogue(List.of(
                new Item("m1", "Heat, and \"Dust\"", OptionalInt.of(1983), List.of("Drama", "Romance")),
                new Item("z9", "Ça va", OptionalInt.empty(), List.of())));
        return new Dataset("text", table, catalogue, new ImportReport(3, 3, 0, 1, List.of()),
                OptionalDouble.empty(), OptionalInt.empty());
    }

    private static List<CSVRecord> records(Path file) throws IOException {
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, CSVFormat.DEFAULT)) {
            return parser.getRecords();
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
