package io.marquee.data.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.data.Dataset;
import io.marquee.data.DatasetSpec;
import io.marquee.data.ImportReport;
import io.marquee.data.InvalidDataException;
import io.marquee.data.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Zips open as they are, and bad ones do no harm. */
class ZipTest {

    private static final String RATINGS = "userId,movieId,rating,timestamp\n1,10,4.0,100\n2,20,3.5,200\n";

    @TempDir
    private Path folder;

    private Path zip;

    @BeforeEach
    void name() {
        zip = folder.resolve("ml-test.zip");
    }

    private Dataset open() throws IOException {
        return new DatasetLoader().open(DatasetSpec.of(zip.toString()), Progress.NONE);
    }

    private void write(Map<String, byte[]> entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(zip); ZipOutputStream zipped = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zipped.putNextEntry(new ZipEntry(entry.getKey()));
                zipped.write(entry.getValue());
            }
        }
    }

    private static Map<String, byte[]> ratingsAnd(String... names) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("ml-test/ratings.csv", RATINGS.getBytes(StandardCharsets.UTF_8));
        for (String name : names) {
            entries.put(name, "x".getBytes(StandardCharsets.UTF_8));
        }
        return entries;
    }

    private void writeFixture(String name, String inside) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(Fixtures.path(name))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                entries.put(inside + file.getFileName(), Files.readAllBytes(file));
            }
        }
        write(entries);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ml-1m", "ml-10m", "ml-100k", "kaggle", "latest", "book-crossing"})
    void aZipOpensAsTheFolderInItDoes(String name) throws IOException {
        for (String inside : new String[] {name + "/", ""}) {
            writeFixture(name, inside);
            Dataset zipped = open();
            Dataset unpacked = Fixtures.open(name);
            assertThat(Fixtures.rows(zipped.ratings())).isEqualTo(Fixtures.rows(unpacked.ratings()));
            assertThat(zipped.catalogue().items()).isEqualTo(unpacked.catalogue().items());
            assertThat(zipped.report().notes()).isEqualTo(unpacked.report().notes());
            assertThat(zipped.publishedSplits()).isEqualTo(unpacked.publishedSplits());
            assertThat(zipped.ratings().scale()).isEqualTo(unpacked.ratings().scale());
        }
    }

    @Test
    void thePublishedSplitsOfAZipAreOffered() throws IOException {
        writeFixture("ml-100k", "ml-100k/");
        Dataset split = new DatasetLoader().open(DatasetSpec.of(zip.toString()).withSplit("ua"), Progress.NONE);
        assertThat(split.name()).isEqualTo("ml-100k ua");
        assertThat(split.publishedTrainRows()).hasValue(4);
    }

    @Test
    void theReportListsWhatIsInside() throws IOException {
        write(ratingsAnd("ml-test/README.html", "ml-test/genome-scores.csv", "ml-test/more.zip", "__MACOSX/x"));
        assertThat(open().report().files()).containsExactly(
                new ImportReport.ListedFile("ml-test/README.html", 1, "a text to read"),
                new ImportReport.ListedFile("ml-test/genome-scores.csv", 1, "tag genome; not used"),
                new ImportReport.ListedFile("ml-test/more.zip", 1, "packed files; not opened"),
                new ImportReport.ListedFile("ml-test/ratings.csv", RATINGS.length(), "ratings"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil.csv", "/etc/passwd", "a/../../b", "..\\evil.csv", "C:/evil.csv"})
    void namesThatLeadOutAreLeftOutAndSaid(String name) throws IOException {
        write(ratingsAnd(name));
        Dataset dataset = open();
        assertThat(dataset.ratings().size()).isEqualTo(2);
        assertThat(dataset.report().notes()).anyMatch(note -> note.contains(name) && note.contains("leads out"));
        assertThat(dataset.report().files()).hasSize(1);
        assertThat(folder.getParent().resolve("evil.csv")).doesNotExist();
    }

    @Test
    void aBombIsRefusedUnread() throws IOException {
        byte[] rows = "1,1,5.0,1\n".repeat(4_000_000).getBytes(StandardCharsets.UTF_8);
        write(Map.of("ratings.csv", rows));
        assertThat(Files.size(zip)).isLessThan(200_000);
        assertThatThrownBy(this::open).isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("times its size").hasMessageContaining("unpack it and open the folder");
    }

    @Test
    void aSizeThatLiesIsNotBelieved() throws IOException {
        write(Map.of("ratings.csv", RATINGS.getBytes(StandardCharsets.UTF_8)));
        byte[] bytes = Files.readAllBytes(zip);
        int directory = indexOf(bytes, new byte[] {'P', 'K', 1, 2});
        bytes[directory + 24] -= 7;
        Files.write(zip, bytes);
        assertThatThrownBy(this::open).isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("ratings.csv in " + zip);
    }

    @Test
    void aSizeBeyondAllReasonIsRefused() throws IOException {
        write(Map.of("ratings.csv", RATINGS.getBytes(StandardCharsets.UTF_8)));
        byte[] bytes = Files.readAllBytes(zip);
        int directory = indexOf(bytes, new byte[] {'P', 'K', 1, 2});
        bytes[directory + 27] = 0x7f;
        Files.write(zip, bytes);
        assertThatThrownBy(this::open).isInstanceOf(InvalidDataException.class).hasMessageContaining("times its size");
    }

    @Test
    void aDamagedByteIsFound() throws IOException {
        StringBuilder rows = new StringBuilder("userId,movieId,rating,timestamp\n");
        for (int i = 0; i < 2000; i++) {
            rows.append(i).append(",1,4.0,").append(i * 7919L % 100_003).append('\n');
        }
        try (OutputStream out = Files.newOutputStream(zip); ZipOutputStream zipped = new ZipOutputStream(out)) {
            zipped.setLevel(0);
            zipped.putNextEntry(new ZipEntry("ratings.csv"));
            zipped.write(rows.toString().getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = Files.readAllBytes(zip);
        int at = indexOf(bytes, "\n999,1,4.0,".getBytes(StandardCharsets.UTF_8));
        bytes[at + 1] = '8';
        Files.write(zip, bytes);
        assertThatThrownBy(this::open).isInstanceOf(InvalidDataException.class).hasMessageContaining("is damaged")
                .hasMessageContaining("Download the zip again");
    }

    @Test
    void whatIsNoZipOrHasNoRatingsIsSaid() throws IOException {
        Files.writeString(zip, "<html>Please sign in</html>");
        assertThatThrownBy(this::open).isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("is a web page, not a zip").hasMessageContaining("download it again");
        Files.writeString(zip, "neither page nor zip");
        assertThatThrownBy(this::open).isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("is not a zip that can be read");
        write(Map.of("photos/a.jpg", new byte[] {1}));
        assertThatThrownBy(this::open).isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("There is no ratings.csv in " + zip + "; found photos/a.jpg");
        byte[] whole = Files.readAllBytes(zip);
        Files.write(zip, Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(this::open).isInstanceOf(InvalidDataException.class);
    }

    @Test
    void twoFilesOfOneNameAreRefused() throws IOException {
        write(ratingsAnd("ml-tesu/ratings.csv"));
        byte[] bytes = Files.readAllBytes(zip);
        String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("ml-tesu/", "ml-test/");
        Files.write(zip, text.getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(this::open).isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("holds two files called ml-test/ratings.csv");
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(new String(wanted, StandardCharsets.ISO_8859_1));
    }
}
