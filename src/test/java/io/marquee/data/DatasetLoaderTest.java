package io.marquee.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.data.open.DatasetLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetLoaderTest {

    @TempDir
    private Path temporary;

    private Path path;
    private DataFolder folder;

    @BeforeEach
    void writeFolder() throws IOException {
        path = Files.createDirectory(temporary.resolve("ml-tiny"));
        folder = new DataFolder(path).ratings(DataFolder.TWO_RATINGS).movies(DataFolder.TWO_MOVIES);
    }

    private static Dataset open(Path path) throws IOException {
        return new DatasetLoader().open(DatasetSpec.of(path.toString()), Progress.NONE);
    }

    private Dataset openPair(String train, String test) throws IOException {
        return new DatasetLoader().open(DatasetSpec.pair(path.resolve(train).toString(), path.resolve(test).toString()),
                Progress.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ratings.csv", "movies.csv"})
    void theFolderAndEitherFileOpenTheSameDataset(String name) throws IOException {
        Dataset dataset = open(path.resolve(name));
        assertThat(dataset.name()).isEqualTo("ml-tiny");
        assertThat(dataset.ratings().size()).isEqualTo(2);
        assertThat(dataset.catalogue().item("20").displayTitle()).isEqualTo("Sabrina (1995)");
        assertThat(dataset.publishedTrainRows()).isEmpty();
        assertThat(dataset.noiseFloor()).isEmpty();
    }

    @Test
    void aRatingsFileWithANameOfItsOwnGivesItToTheDataset() throws IOException {
        folder.file("mine.csv", DataFolder.RATINGS_HEADER + DataFolder.TWO_RATINGS);
        assertThat(open(path.resolve("mine.csv")).name()).isEqualTo("mine.csv");
    }

    @Test
    void timestampsMayBeMissing() throws IOException {
        folder.file("ratings.csv", "userId,movieId,rating\n1,10,4\n\"2\",\" 20\",3.5\n");
        Dataset dataset = open(path);
        assertThat(dataset.ratings().hasTimestamps()).isFalse();
        assertThat(dataset.ratings().size()).isEqualTo(2);
    }

    @Test
    void theReportSaysWhetherIdsWereContiguous() throws IOException {
        assertThat(open(path).report().notes()).contains(
                "User ids were contiguous, 1 to 2.",
                "Movie ids were not contiguous: 2 ids between 10 and 20, re-indexed from 0.");
    }

    @Test
    void aMissingPathIsRefused() {
        assertThatThrownBy(() -> open(path.resolve("nowhere"))).isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("There is no file or folder " + path.resolve("nowhere"));
        assertThatThrownBy(() -> new DatasetLoader().open(DatasetSpec.of(" "), Progress.NONE))
                .isInstanceOf(InvalidDataException.class).hasMessageContaining("No dataset was named");
        assertThatThrownBy(() -> new DatasetLoader().open(DatasetSpec.of("a\0b"), Progress.NONE))
                .isInstanceOf(InvalidDataException.class).hasMessageContaining("is not a path");
    }

    @Test
    void aFolderWithoutRatingsIsRefusedWithWhatIsInIt() throws IOException {
        Files.delete(path.resolve("ratings.csv"));
        Files.createDirectory(path.resolve("sub"));
        String expected = "movies.csv, sub/. Choose a folder with ratings.csv";
        assertThatThrownBy(() -> open(path)).isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("There is no ratings.csv in " + path + "; found " + expected);
        assertThatThrownBy(() -> open(path.resolve("movies.csv"))).isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("There is no ratings.csv beside").hasMessageContaining(expected);
        assertThatThrownBy(() -> open(path.resolve("sub"))).isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("found nothing");
    }

    @Test
    void ofSeveralFilesThatLookLikeRatingsOneIsToBeNamed() throws IOException {
        Files.delete(path.resolve("ratings.csv"));
        folder.file("book-ratings.csv", DataFolder.RATINGS_HEADER + "5,10,4,1\n3,20,3,2\n");
        assertThat(open(path).ratings().size()).isEqualTo(2);

        folder.file("old_ratings.tsv", DataFolder.RATINGS_HEADER + "5,10,4,1\n");
        assertThatThrownBy(() -> open(path)).isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("There is no ratings.csv in " + path + ", but 2 files that are ratings by their names: "
                        + "book-ratings.csv, old_ratings.tsv. Open one of them by its path, such as "
                        + path.resolve("book-ratings.csv") + ".");
        assertThat(open(path.resolve("book-ratings.csv")).ratings().size()).isEqualTo(2);
    }

    @Test
    void aTrainAndATestFileAreOneDatasetWithThePublishedSplit() throws IOException {
        folder.file("train.csv", DataFolder.RATINGS_HEADER + "5,10,4,1\n3,20,3,2\n5,10,2,3\n");
        folder.file("test.csv", DataFolder.RATINGS_HEADER + "4,30,1,4\n5,10,5,5\n");
        Dataset dataset = openPair("train.csv", "test.csv");
        RatingTable table = dataset.ratings();
        assertThat(dataset.name()).isEqualTo("train.csv + test.csv");
        assertThat(dataset.publishedTrainRows()).hasValue(2);
        assertThat(table.size()).isEqualTo(4);
        assertThat(List.of(table.users().id(0), table.users().id(1), table.users().id(2)))
                .containsExactly("3", "4", "5");
        assertThat(table.rating(1)).isEqualTo(2f);
        assertThat(table.rating(2)).isEqualTo(1f);
        Split split = dataset.split(new SplitSpec(0.2, 1));
        assertThat(split.testRows()).containsExactly(2, 3);
        assertThat(dataset.report().rowsRead()).isEqualTo(5);
        assertThat(dataset.report().duplicates()).isEqualTo(1);
        assertThat(dataset.report().unlistedItems()).isEqualTo(1);
        assertThat(dataset.report().notes()).anyMatch(note -> note.startsWith("1 (user, movie) pair stands in both"));
    }

    @Test
    void aPairThatIsNoneIsRefused() throws IOException {
        assertThatThrownBy(() -> openPair("ratings.csv", "ratings.csv")).isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("same file");
        assertThatThrownBy(() -> openPair("ratings.csv", "nowhere.csv")).isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("nowhere.csv");
        assertThatThrownBy(() -> new DatasetLoader().open(DatasetSpec.pair("matinee", path.toString()), Progress.NONE))
                .isInstanceOf(InvalidDataException.class).hasMessageContaining("takes no test file");
        DatasetSpec builtInTest = DatasetSpec.pair(path.toString(), "matinee:1m");
        assertThatThrownBy(() -> new DatasetLoader().open(builtInTest, Progress.NONE))
                .isInstanceOf(InvalidDataException.class).hasMessageContaining("matinee:1m");
    }

    private DataFolder manyRatings() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            rows.append(1 + i / 100).append(',').append(10 + i % 100).append(",3.5,").append(i).append('\n');
        }
        return folder.ratings(rows.toString());
    }

    @Test
    void progressRisesFromTheFirstRowsToOne() throws IOException {
        manyRatings();
        List<Double> fractions = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        new DatasetLoader().open(DatasetSpec.of(path.toString()), (fraction, what) -> {
            fractions.add(fraction);
            steps.add(what);
        });
        assertThat(fractions).isSorted().hasSizeGreaterThan(10).allMatch(fraction -> fraction >= 0 && fraction <= 1);
        assertThat(fractions.get(0)).isLessThan(0.2);
        assertThat(fractions.get(fractions.size() - 1)).isEqualTo(1);
        assertThat(steps).contains("reading ratings.csv", "indexing ids", "opened ml-tiny");
    }

    @Test
    void aCancelStopsTheImportBeforeItsEnd() throws IOException {
        manyRatings();
        List<Double> fractions = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void report(double fraction, String what) {
                fractions.add(fraction);
            }

            @Override
            public boolean cancelled() {
                return fractions.size() == 2;
            }
        };
        assertThatThrownBy(() -> new DatasetLoader().open(DatasetSpec.of(path.toString()), progress))
                .isInstanceOf(CancellationException.class);
        assertThat(fractions).hasSize(2);
    }

    @Test
    void theSummaryCountsListedAndRatedItems() throws IOException {
        folder.ratings("1,10,4.0,1\n2,10,3.0,2\n2,99,0.5,3\n");
        assertThat(DatasetSummary.of(open(path)))
                .isEqualTo(new DatasetSummary(3, 2, 3, 2, 0.5, 4, 2.5, 0.25, true, false));
    }
}
