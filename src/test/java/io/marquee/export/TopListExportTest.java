package io.marquee.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.marquee.data.Progress;
import io.marquee.model.TrainedModel;
import io.marquee.recommend.RandomModels;
import io.marquee.recommend.Recommendation;
import io.marquee.recommend.TopNRecommender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopListExportTest {

    private static final TopListSpec FIVE = new TopListSpec(5, false, false, TopListSpec.DEFAULT_MEGABYTES);

    /** Wide enough for tiles of few users, so that a file takes many steps. */
    private final TrainedModel model = RandomModels.of(300, 40, 4, List.of(8_000), 3);

    @TempDir
    Path folder;

    @Test
    void eachUserGetsTheListTheRecommenderGives() throws IOException {
        TrainedModel small = RandomModels.of(30, 150, 4, List.of(24), 5);
        Path file = folder.resolve("lists.csv");

        TopListExport.Outcome outcome = new TopListExport(small, FIVE).write(file, Progress.NONE);

        assertThat(outcome.complete()).isTrue();
        List<CSVRecord> lines = read(file);
        assertThat(lines).hasSize(30 * 5);
        TopNRecommender recommender = new TopNRecommender(small);
        int line = 0;
        for (int user = 1; user <= 30; user++) {
            for (Recommendation expected : recommender.recommend(Integer.toString(user), 5, false)) {
                CSVRecord found = lines.get(line++);
                assertThat(found.get("userId")).isEqualTo(Integer.toString(user));
                assertThat(found.get("rank")).isEqualTo(Integer.toString(expected.rank()));
                assertThat(Double.parseDouble(found.get("predictedRating")))
                        .isCloseTo(expected.predictedRating(), within(6e-4));
            }
        }
    }

    @Test
    void listsDoNotDependOnWhetherTheCatalogueFitsTheMemory() {
        TopListSource roomy = new TopListSource(model, 256);
        TopListSource tight = new TopListSource(model, 0);
        TopListTile a = new TopListTile(roomy, FIVE);
        TopListTile b = new TopListTile(tight, FIVE);

        a.find(10, 16, () -> false);
        b.find(10, 16, () -> false);

        assertThat(roomy.allItems()).isNotNull();
        assertThat(tight.allItems()).isNull();
        for (int user = 0; user < 16; user++) {
            for (int place = 0; place < 5; place++) {
                assertThat(a.best(user).item(place)).isEqualTo(b.best(user).item(place));
                assertThat(a.best(user).rating(place)).isEqualTo(b.best(user).rating(place));
            }
        }
    }

    @Test
    void aCancelledFileIsContinuedAndEndsAsIfItHadNeverBeenLeft() throws IOException {
        Path whole = folder.resolve("whole.csv");
        new TopListExport(model, FIVE).write(whole, Progress.NONE);
        Path file = folder.resolve("lists.csv");

        TopListExport.Outcome first = new TopListExport(model, FIVE).write(file, stopAt(0.3));
        TopListExport.Outcome second = new TopListExport(model, FIVE).write(file, stopAt(0.7));
        TopListExport.Outcome third = new TopListExport(model, FIVE).write(file, Progress.NONE);

        assertThat(first.complete()).isFalse();
        assertThat(first.users()).isBetween(90, 299);
        assertThat(second.usersBefore()).isEqualTo(first.users());
        assertThat(third.usersBefore()).isEqualTo(second.users());
        assertThat(third.complete()).isTrue();
        assertThat(file).hasSameTextualContentAs(whole);
        assertThat(names()).containsExactlyInAnyOrder("lists.csv", "whole.csv");
    }

    @Test
    void whatWasWrittenAfterTheLastNoteIsCutOff() throws IOException {
        Path whole = folder.resolve("whole.csv");
        new TopListExport(model, FIVE).write(whole, Progress.NONE);
        Path file = folder.resolve("lists.csv");
        new TopListExport(model, FIVE).write(file, stopAt(0.3));
        Files.writeString(folder.resolve("lists.csv.part"), "271,1,30,4.", StandardOpenOption.APPEND);

        new TopListExport(model, FIVE).write(file, Progress.NONE);

        assertThat(file).hasSameTextualContentAs(whole);
    }

    @Test
    void aPartOfOtherContentsIsBegunAnew() throws IOException {
        Path file = folder.resolve("lists.csv");
        new TopListExport(model, FIVE).write(file, stopAt(0.3));
        TrainedModel other = RandomModels.of(300, 40, 4, List.of(8_000), 4);

        assertThat(new TopListExport(other, FIVE).write(file, Progress.NONE).usersBefore()).isZero();
        new TopListExport(model, FIVE).write(file, stopAt(0.3));
        TopListSpec titled = new TopListSpec(5, false, true, TopListSpec.DEFAULT_MEGABYTES);
        assertThat(new TopListExport(model, titled).write(file, Progress.NONE).usersBefore()).isZero();

        assertThat(read(file).get(0).get("title")).startsWith("Film ");
    }

    @Test
    void aDamagedNoteMeansBeginningAnew() throws IOException {
        Path file = folder.resolve("lists.csv");
        new TopListExport(model, FIVE).write(file, stopAt(0.3));
        Files.writeString(folder.resolve("lists.csv.part.json"), "{\"contents\":");

        TopListExport.Outcome outcome = new TopListExport(model, FIVE).write(file, Progress.NONE);

        assertThat(outcome.usersBefore()).isZero();
        assertThat(outcome.complete()).isTrue();
    }

    @Test
    void ratedMoviesAreListedOnlyIfAskedFor() throws IOException {
        Path file = folder.resolve("all.csv");
        new TopListExport(model, new TopListSpec(100, true, false, 16)).write(file, Progress.NONE);
        Path unseen = folder.resolve("unseen.csv");
        new TopListExport(model, new TopListSpec(100, false, false, 16)).write(unseen, Progress.NONE);

        long learnt = read(file).stream().filter(line -> line.get("userId").equals("7")).count();
        long notRated = read(unseen).stream().filter(line -> line.get("userId").equals("7")).count();
        assertThat(learnt).isGreaterThan(30);
        assertThat(notRated).isEqualTo(learnt - model.history().count(6));
    }

    @Test
    void aFileThatCannotBeWrittenIsRefusedWithASentence() {
        assertThatThrownBy(() -> new TopListExport(model, FIVE).write(folder.resolve("no/lists.csv"), Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("there is no folder");
        assertThatThrownBy(() -> new TopListExport(model, FIVE).write(folder, Progress.NONE))
                .hasMessageContaining("that is a folder");
    }

    private static Progress stopAt(double share) {
        return new Progress() {
            private volatile boolean enough;

            @Override
            public void report(double fraction, String what) {
                enough = fraction >= share;
            }

            @Override
            public boolean cancelled() {
                return enough;
            }
        };
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static List<CSVRecord> read(Path file) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser parser = CSVParser.parse(file, java.nio.charset.StandardCharsets.UTF_8, format)) {
            return parser.getRecords();
        }
    }
}
