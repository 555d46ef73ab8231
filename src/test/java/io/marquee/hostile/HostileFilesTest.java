package io.marquee.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.data.RatingScale;
import io.marquee.model.ModelFile;
import io.marquee.model.ModelFileException;
import io.marquee.model.TrainedModel;
import io.marquee.profile.OwnRating;
import io.marquee.profile.Profile;
import io.marquee.profile.ProfileFile;
import io.marquee.profile.ProfileImport;
import io.marquee.recommend.AskedModel;
import io.marquee.recommend.TopNRecommender;
import io.marquee.train.LocalTrainingService;
import io.marquee.train.Runs;
import io.marquee.train.TinyData;
import io.marquee.train.checkpoint.CheckpointException;
import io.marquee.train.checkpoint.CheckpointFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files from strangers, damaged by chance and with intent: each is read or refused with a sentence, and never takes more memory
 * than its size warrants.
 */
class HostileFilesTest {

    private static final long MEMORY = 48L << 20;
    private static final long MEMORY_A_BYTE = 250;

    private static TrainedModel model;

    @TempDir
    Path folder;

    @BeforeAll
    static void train() throws InterruptedException {
        model = Runs.model(TinyData.twoTastes(30, 20, 1), Runs.small());
    }

    private interface Reading {
        void of(Path file) throws IOException;
    }

    /** Reads a file that may be anything: nothing but an {@link IOException} with a sentence may come of it. */
    private static void read(String round, Path file, Reading reading) {
        Allocation allocation = new Allocation();
        try {
            reading.of(file);
        } catch (IOException e) {
            // For people: no names of classes.
            assertThat(e.getMessage()).as(round).isNotBlank().doesNotContain("io.marquee.", "java.");
        } catch (RuntimeException | Error e) {
            throw new AssertionError(round + " was not refused in order", e);
        }
        assertThat(allocation.bytes()).as("bytes taken in %s", round)
                .isLessThan(MEMORY + MEMORY_A_BYTE * file.toFile().length());
    }

    @Test
    void modelFilesWhoseBytesAreDamaged() throws IOException {
        byte[] whole = Files.readAllBytes(saved());
        Damage damage = new Damage(1);
        for (int round = 0; round < 200; round++) {
            read("round " + round, Files.write(folder.resolve("bytes.marquee"), damage.of(whole)), ModelFile::load);
        }
    }

    @Test
    void modelFilesThatAreWholeZipsOfDamagedParts() throws IOException {
        Map<String, byte[]> parts = parts(saved());
        List<String> names = List.copyOf(parts.keySet());
        Damage damage = new Damage(2);
        for (int round = 0; round < 400; round++) {
            String name = names.get(damage.below(names.size()));
            boolean inner = name.equals("model.zip");
            byte[] damaged = inner ? innerZip(parts.get(name), damage) : damage.of(parts.get(name));
            Path file = zip(parts, name, damaged);
            read("round " + round + ", " + name, file, HostileFilesTest::loadAndAsk);
        }
    }

    /** What is taken for a model must answer as one. */
    private static void loadAndAsk(Path file) throws IOException {
        TrainedModel loaded = ModelFile.load(file);
        new TopNRecommender(loaded).recommend(loaded.users().id(0), 5, false)
                .forEach(answer -> assertThat(answer.item().displayTitle()).isNotNull());
    }

    private static byte[] innerZip(byte[] network, Damage damage) throws IOException {
        Path file = Files.createTempFile("network", ".zip");
        try {
            Files.write(file, network);
            Map<String, byte[]> parts = parts(file);
            return zipped(parts, "coefficients.bin", damage.of(parts.get("coefficients.bin")));
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void modelFilesThatGrowWhenTheyAreUnpacked() throws IOException {
        Map<String, byte[]> parts = parts(saved());
        for (String name : List.of("manifest.json", "users.txt", "items.txt", "catalogue.json", "history.bin")) {
            Path file = folder.resolve("bomb.marquee");
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue());
                    if (part.getKey().equals(name)) {
                        writeBlanks(zip, 128 << 20);
                    }
                    zip.closeEntry();
                }
            }
            assertThat(Files.size(file)).isLessThan(1 << 20);
            read(name, file, ModelFile::load);
            assertThatThrownBy(() -> ModelFile.load(file)).as(name).isInstanceOf(ModelFileException.class);
        }
    }

    @Test
    void modelFilesWhoseIdsGrowBehindWhatDoesNotPack() throws IOException {
        byte[] noise = new byte[1 << 20];
        new Random(5).nextBytes(noise);
        Map<String, byte[]> parts = parts(saved());
        for (String name : List.of("users.txt", "items.txt")) {
            Path file = folder.resolve("padded.marquee");
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                zip.putNextEntry(new ZipEntry("noise"));
                zip.write(noise);
                for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue());
                    if (part.getKey().equals(name)) {
                        writeBlanks(zip, 64 << 20);
                    }
                }
            }
            assertThatThrownBy(() -> ModelFile.load(file)).isInstanceOf(ModelFileException.class)
                    .hasMessageContaining(name + " is larger than");
        }
    }

    /** A zip in a zip packs twice: a few kilobytes grow to what takes hours to unpack, though nobody asked for it. */
    @Test
    void modelFilesWhoseNetworkStandsBehindWhatGrows() throws IOException {
        Map<String, byte[]> parts = parts(saved());
        ByteArrayOutputStream network = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(network)) {
            zip.putNextEntry(new ZipEntry("configuration.json"));
            writeBlanks(zip, 64 << 20);
        }
        Path file = zip(parts, "model.zip", network.toByteArray());

        assertThatThrownBy(() -> ModelFile.load(file)).isInstanceOf(ModelFileException.class)
                .hasMessageContaining("model.zip holds more than a network");
    }

    @Test
    void modelFilesWhoseNetworkStandsBehindManyEntries() throws IOException {
        Map<String, byte[]> parts = parts(saved());
        ByteArrayOutputStream network = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(network)) {
            for (int i = 0; i < 1000; i++) {
                zip.putNextEntry(new ZipEntry("nothing" + i));
            }
        }
        Path file = zip(parts, "model.zip", network.toByteArray());

        assertThatThrownBy(() -> ModelFile.load(file)).isInstanceOf(ModelFileException.class)
                .hasMessageContaining("model.zip holds more than a network");
    }

    @Test
    void modelFilesWhoseNumbersAreNone() throws IOException {
        Map<String, byte[]> parts = parts(saved());
        Map<String, byte[]> network = parts(Files.write(folder.resolve("network.zip"), parts.get("model.zip")));
        for (float number : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            byte[] weights = network.get("coefficients.bin").clone();
            ByteBuffer.wrap(weights).putFloat(weights.length - Float.BYTES, number);
            Path file = zip(parts, "model.zip", zipped(network, "coefficients.bin", weights));
            assertThatThrownBy(() -> ModelFile.load(file)).isInstanceOf(ModelFileException.class)
                    .hasMessageContaining("of the network is " + number);

            byte[] history = parts.get("history.bin").clone();
            // The last rating: four bytes of stars, then whether it is of the test part.
            ByteBuffer.wrap(history).putFloat(history.length - 1 - Float.BYTES, number);
            Path rated = zip(parts, "history.bin", history);
            assertThatThrownBy(() -> ModelFile.load(rated)).isInstanceOf(ModelFileException.class)
                    .hasMessageContaining("a rating of " + number);
        }
        for (String field : List.of("minimum", "maximum", "step", "mean")) {
            String manifest = new String(parts.get("manifest.json"), StandardCharsets.UTF_8)
                    .replaceFirst("\"" + field + "\"\\s*:\\s*[-0-9.E]+", "\"" + field + "\":\"Infinity\"");
            Path file = zip(parts, "manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> ModelFile.load(file)).as(field).isInstanceOf(ModelFileException.class)
                    .hasMessageContaining("finite");
        }
    }

    @Test
    void modelFilesThatLeaveOutWhatTheyShouldTell() throws IOException {
        Map<String, byte[]> parts = parts(saved());
        for (String catalogue : List.of("null", "[null]", "[{\"id\":\"1\",\"title\":\"A\",\"genres\":[null]}]",
                "[{\"id\":\"1\"}]", "[{\"id\":\"1\",\"title\":[\"A\"],\"genres\":[]}]")) {
            Path file = zip(parts, "catalogue.json", catalogue.getBytes(StandardCharsets.UTF_8));
            read(catalogue, file, HostileFilesTest::loadAndAsk);
            assertThatThrownBy(() -> ModelFile.load(file)).as(catalogue).isInstanceOf(ModelFileException.class);
        }
        for (String field : List.of("dataset", "epochRule", "split")) {
            String manifest = new String(parts.get("manifest.json"), StandardCharsets.UTF_8)
                    .replaceFirst("\"" + field + "\"\\s*:\\s*\"[^\"]*\"", "\"" + field + "\":null");
            Path file = zip(parts, "manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> ModelFile.load(file)).as(field).isInstanceOf(ModelFileException.class)
                    .hasMessageContaining("incomplete");
        }
    }

    private static void writeBlanks(OutputStream out, int count) throws IOException {
        byte[] blanks = new byte[1 << 16];
        Arrays.fill(blanks, (byte) ' ');
        for (int written = 0; written < count; written += blanks.length) {
            out.write(blanks);
        }
    }

    @Test
    void checkpointsWithAChecksumThatFits() throws Exception {
        CheckpointFolder run = new CheckpointFolder(folder.resolve("run"));
        try (LocalTrainingService service = new LocalTrainingService()) {
            service.start(Runs.request(Runs.small(), "cpu").savingTo(run.path()), TinyData.twoTastes(30, 20, 1), event -> { })
                    .await();
        }
        Path file;
        try (var files = Files.list(run.path())) {
            file = files.sorted().reduce((first, second) -> second).orElseThrow();
        }
        byte[] whole = Files.readAllBytes(file);
        byte[] body = Arrays.copyOf(whole, whole.length - Long.BYTES);
        CheckpointFolder damagedRun = new CheckpointFolder(Files.createDirectory(folder.resolve("damaged")));
        Path damaged = damagedRun.path().resolve(file.getFileName());
        Damage damage = new Damage(3);
        for (int round = 0; round < 600; round++) {
            byte[] other = round % 2 == 0 ? damage.of(body) : damage.otherValue(body);
            CRC32 sum = new CRC32();
            sum.update(other);
            Files.write(damaged, ByteBuffer.allocate(other.length + Long.BYTES).put(other).putLong(sum.getValue()).array());
            read("round " + round, damaged, path -> damagedRun.latest());
            read("round " + round + ", its run", damaged, path -> damagedRun.run());
        }
    }

    @Test
    void filesThatOnlyLookLikeCheckpoints() throws IOException {
        Path run = Files.createDirectory(folder.resolve("foreign"));
        Files.createFile(run.resolve("epoch-99999999999.checkpoint"));

        Files.createDirectory(run.resolve("epoch-00007.checkpoint"));
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(new CheckpointFolder(run).holdsCheckpoints()).isFalse();
        assertThatThrownBy(() -> new CheckpointFolder(file).latest()).isInstanceOf(CheckpointException.class)
                .hasMessageContaining("it is a file. Name a folder.");
        read("a number that is none", run, path -> new CheckpointFolder(path).latest());
    }

    @Test
    void profiles() throws IOException {
        Path file = folder.resolve("mine.json");
        ProfileFile.save(Profile.of(RatingScale.HALF_STARS, model.catalogue().items().stream().limit(5)
                .map(item -> OwnRating.of(item, 3.5)).toList()), file);
        byte[] whole = Files.readAllBytes(file);
        Damage damage = new Damage(4);
        for (int round = 0; round < 600; round++) {
            byte[] other = round % 2 == 0 ? damage.of(whole) : damage.otherValue(whole);
            read("round " + round, Files.write(file, other),
                    path -> ProfileFile.load(path).on(new RatingScale(1, 10, 1)).ratings().forEach(OwnRating::title));
        }
    }

    @Test
    void listsOfOtherServices() throws IOException {
        ProfileImport importer = new ProfileImport(new AskedModel(model));
        byte[] letterboxd = ("Date,Name,Year,Letterboxd URI,Rating\n2024-01-05,\"Film 5\",1995,https://boxd.it/1,3.5\n"
                + "2024-01-06,Film 6,1996,https://boxd.it/2,4\n").getBytes(StandardCharsets.UTF_8);
        byte[] imdb = ("Const,Your Rating,Date Rated,Title,URL,Title Type,Year\ntt0113277,8,2024-01-01,\"Film 7\","
                + "https://www.imdb.com/title/tt0113277/,Movie,1997\n").getBytes(StandardCharsets.UTF_8);
        Damage damage = new Damage(5);
        for (int round = 0; round < 600; round++) {
            byte[] other = damage.of(round % 2 == 0 ? letterboxd : imdb);
            read("round " + round, Files.write(folder.resolve("ratings.csv"), other), importer::read);
        }
    }

    private Path saved() throws IOException {
        Path file = folder.resolve("model.marquee");
        ModelFile.save(model, file);
        return file;
    }

    private static Map<String, byte[]> parts(Path file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return parts;
    }

    private Path zip(Map<String, byte[]> parts, String name, byte[] other) throws IOException {
        return Files.write(folder.resolve("parts.marquee"), zipped(parts, name, other));
    }

    private static byte[] zipped(Map<String, byte[]> parts, String name, byte[] other) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getKey().equals(name) ? other : part.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
