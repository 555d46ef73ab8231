package io.marquee.data.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.Dataset;
import io.marquee.data.DatasetSpec;
import io.marquee.data.Item;
import io.marquee.data.ItemTag;
import io.marquee.data.Progress;
import io.marquee.data.RatingTable;
import io.marquee.data.open.DatasetLoader;
import io.marquee.data.open.MappingMemory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was opened opens again as it was, and only if it is what the source holds now. */
class DatasetCacheTest {

    @TempDir
    private Path temporary;

    private Path data;
    private DatasetCache cache;

    @BeforeEach
    void write() throws IOException {
        data = Files.createDirectory(temporary.resolve("ml-some"));
        cache = new DatasetCache(temporary.resolve("cache"));
        writeRatings(1, "userId,movieId,rating,timestamp\n", "");
        Files.writeString(data.resolve("movies.csv"), "movieId,title,genres\n1,Amélie (2001),Comedy|Romance\n2,Heat,\n");
        Files.writeString(data.resolve("tags.csv"), "userId,movieId,tag,timestamp\n1,1,lovely,5\n2,1,Lovely,6\n3,1,odd,7\n");
        Files.writeString(data.resolve("links.csv"), "movieId,imdbId,tmdbId\n1,0211915,194\n2,0113277,\n");
    }

    /** A file that is worth caching: above a mebibyte. */
    private void writeRatings(long seed, String header, String prefix) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder(header);
        for (int row = 0; row < 60_000; row++) {
            text.append(prefix).append(1 + random.nextInt(900)).append(',').append(prefix).append(1 + row % 2000).append(',')
                    .append((1 + random.nextInt(10)) / 2f).append(',').append(1_000_000_000 + random.nextInt(1000))
                    .append('\n');
        }
        Files.writeString(data.resolve("ratings.csv"), text);
    }

    private Dataset open() throws IOException {
        return open(DatasetSpec.of(data.toString()), new ArrayList<>());
    }

    private Dataset open(DatasetSpec spec, List<String> steps) throws IOException {
        Progress progress = (fraction, what) -> steps.add(what);
        return new DatasetLoader(Optional.of(cache), MappingMemory.NONE).open(spec, progress);
    }

    /** Whether opening it now reads the source. */
    private boolean readsTheSource() throws IOException {
        List<String> steps = new ArrayList<>();
        open(DatasetSpec.of(data.toString()), steps);
        return steps.contains("reading ratings.csv");
    }

    private Path cacheFile() throws IOException {
        try (Stream<Path> files = Files.list(cache.folder())) {
            return files.findFirst().orElseThrow();
        }
    }

    private static void assertSame(Dataset again, Dataset first) {
        RatingTable table = first.ratings();
        assertThat(again.name()).isEqualTo(first.name());
        assertThat(again.report()).isEqualTo(first.report());
        assertThat(again.ratings().fingerprint()).isEqualTo(table.fingerprint());
        assertThat(again.ratings().scale()).isEqualTo(table.scale());
        assertThat(again.ratings().hasTimestamps()).isEqualTo(table.hasTimestamps());
        for (int row = 0; row < table.size(); row += 17) {
            assertThat(again.ratings().timestamp(row)).isEqualTo(table.timestamp(row));
            assertThat(again.ratings().users().id(again.ratings().user(row)))
                    .isEqualTo(table.users().id(table.user(row)));
            assertThat(again.ratings().items().id(again.ratings().item(row)))
                    .isEqualTo(table.items().id(table.item(row)));
        }
        assertThat(again.catalogue().items()).isEqualTo(first.catalogue().items());
        assertThat(again.catalogue().links()).isEqualTo(first.catalogue().links());
        for (Item item : first.catalogue().items()) {
            assertThat(again.catalogue().tags(item.id())).isEqualTo(first.catalogue().tags(item.id()));
        }
    }

    @Test
    void opensAgainAsItWas() throws IOException {
        Dataset first = open();
        assertThat(readsTheSource()).isFalse();
        assertSame(open(), first);
        assertThat(first.catalogue().tags("1")).containsExactly(new ItemTag("lovely", 2), new ItemTag("odd", 1));
    }

    @Test
    void textIdsAndFloatRatingsAndNoTimesOpenAgainToo() throws IOException {
        writeRatings(2, "user,item,rating,extra\n", "é");
        String text = Files.readString(data.resolve("ratings.csv")).replaceFirst(",1.5,", ",1.3333,");
        Files.writeString(data.resolve("ratings.csv"), text);
        Dataset first = open();
        assertThat(first.ratings().hasTimestamps()).isTrue();
        assertThat(first.ratings().users().id(0)).startsWith("é");
        assertSame(open(), first);
        assertThat(readsTheSource()).isFalse();
    }

    @Test
    void aChangedSourceIsReadAnew() throws IOException {
        open();
        writeRatings(3, "userId,movieId,rating,timestamp\n", "");
        assertThat(readsTheSource()).isTrue();
        assertThat(readsTheSource()).isFalse();
        Files.setLastModifiedTime(data.resolve("movies.csv"), FileTime.fromMillis(1_000_000_000_000L));
        assertThat(readsTheSource()).as("a title file that changed").isTrue();
        Files.delete(data.resolve("tags.csv"));
        assertThat(open().catalogue().tags("1")).as("a file that has gone").isEmpty();
        assertThat(readsTheSource()).isFalse();
    }

    @Test
    void anotherSourceOfTheSameSizeIsAnotherDataset() throws IOException {
        Dataset first = open();
        Path other = Files.createDirectory(temporary.resolve("ml-other"));
        Files.copy(data.resolve("ratings.csv"), other.resolve("ratings.csv"));
        Dataset second = open(DatasetSpec.of(other.toString()), new ArrayList<>());
        assertThat(second.name()).isEqualTo("ml-other");
        assertThat(second.catalogue().items()).isEmpty();
        assertThat(first.catalogue().items()).hasSize(2);
        assertThat(cache.entries()).extracting(DatasetCache.Entry::name).containsExactlyInAnyOrder("ml-some", "ml-other");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.00001, 0.001, 0.01, 0.2, 0.5, 0.8, 0.999, 1})
    void aDamagedByteIsFoundWhereverItIs(double where) throws IOException {
        Dataset first = open();
        Path file = cacheFile();
        byte[] bytes = Files.readAllBytes(file);
        bytes[(int) Math.min(bytes.length - 1, bytes.length * where)] ^= 0x20;
        Files.write(file, bytes);
        assertThat(readsTheSource()).isTrue();
        assertThat(readsTheSource()).isFalse();
        assertSame(open(), first);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 100, 5000, -1, -4096})
    void aFileThatIsCutIsNotUsed(int length) throws IOException {
        open();
        byte[] bytes = Files.readAllBytes(cacheFile());
        int kept = length < 0 ? bytes.length + length : length;
        Files.write(cacheFile(), Arrays.copyOf(bytes, kept));
        assertThat(readsTheSource()).isTrue();
    }

    @Test
    void aFileOfAnotherVersionIsNotUsed() throws IOException {
        open();
        byte[] bytes = Files.readAllBytes(cacheFile());
        bytes[8]++;
        Files.write(cacheFile(), bytes);
        assertThat(readsTheSource()).isTrue();
        Files.write(cacheFile(), "not a cache at all".getBytes(StandardCharsets.UTF_8));
        assertThat(readsTheSource()).isTrue();
    }

    @Test
    void nothingIsLeftOfAttemptsAndSmallFilesAreNotKept() throws IOException {
        open();
        try (Stream<Path> files = Files.list(cache.folder())) {
            assertThat(files).hasSize(1).allMatch(file -> file.toString().endsWith(DatasetCache.ENDING));
        }
        assertThat(cache.bytes()).isBetween(60_000L * 13, 60_000L * 15);
        Files.writeString(data.resolve("small.csv"), "userId,movieId,rating\n1,2,3\n");
        open(DatasetSpec.of(data.resolve("small.csv").toString()), new ArrayList<>());
        assertThat(cache.entries()).hasSize(1);
        assertThat(cache.clear()).isPositive();
        assertThat(cache.entries()).isEmpty();
        assertThat(cache.bytes()).isZero();
    }

    @Test
    void aCacheThatCannotBeWrittenIsSaidAndTheDatasetOpensAllTheSame() throws IOException {
        Files.writeString(temporary.resolve("cache"), "a file where the folder should be");
        Dataset dataset = open();
        assertThat(dataset.ratings().size()).isPositive();
        assertThat(dataset.report().notes()).anyMatch(note -> note.contains("could not be kept"));
    }
}
