package io.marquee.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.data.AgeGroup;
import io.marquee.data.Gender;
import io.marquee.data.UserAttributes;
import io.marquee.recommend.RandomModels;
import io.marquee.train.Runs;
import io.marquee.train.TinyData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ModelFileTest {

    private static TrainedModel model;

    @TempDir
    Path folder;

    @BeforeAll
    static void train() throws InterruptedException {
        model = Runs.model(TinyData.twoTastes(20, 25, 1), Runs.small().toBuilder().hiddenLayers(List.of(12, 6)).build());
    }

    @Test
    void aLoadedModelPredictsExactlyAsTheSavedOne() throws IOException {
        TrainedModel loaded = ModelFile.load(saved());

        assertThat(predictions(loaded)).isEqualTo(predictions(model));
    }

    @Test
    void everythingElseComesBackToo() throws IOException {
        TrainedModel loaded = ModelFile.load(saved());

        assertThat(loaded.hyperparameters()).isEqualTo(model.hyperparameters());
        assertThat(loaded.protocol()).isEqualTo(model.protocol());
        assertThat(loaded.result()).isEqualTo(model.result());
        assertThat(loaded.centring()).isEqualTo(model.centring());
        assertThat(loaded.scale()).isEqualTo(model.scale());
        assertThat(loaded.catalogue().item("30")).isEqualTo(model.catalogue().item("30"));
        for (int user = 0; user < model.users().size(); user++) {
            assertThat(loaded.users().id(user)).isEqualTo(model.users().id(user));
            assertThat(loaded.history().count(user)).isEqualTo(model.history().count(user));
            for (int k = 0; k < model.history().count(user); k++) {
                assertThat(loaded.history().item(user, k)).isEqualTo(model.history().item(user, k));
                assertThat(loaded.history().rating(user, k)).isEqualTo(model.history().rating(user, k));
                assertThat(loaded.history().inTest(user, k)).isEqualTo(model.history().inTest(user, k));
            }
        }
    }

    @Test
    void whatUsersSaidOfThemselvesComesBackAndNothingIsWrittenOfOthers() throws IOException {
        UserAttributes girl = new UserAttributes(Gender.FEMALE, AgeGroup.UNDER_18, "K-12 student");
        Path file = folder.resolve("described.marquee");
        ModelFile.save(RandomModels.describing(model, Map.of("2", girl, "nobody", girl)), file);

        assertThat(ModelFile.load(file).catalogue().users()).containsExactly(Map.entry("2", girl));
        try (ZipFile zip = new ZipFile(saved().toFile())) {
            assertThat(zip.getEntry("user-attributes.json")).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{\"1\":null}", "{\"1\":{\"gender\":\"MALE\"}}", "[1]", "{\"1\":{\"gender\":\"X\"}}"})
    void forgedUserAttributesAreRefused(String json) throws IOException {
        Path forged = folder.resolve("forged.marquee");
        try (ZipFile zip = new ZipFile(saved().toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(forged))) {
            for (ZipEntry entry : zip.stream().toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                zip.getInputStream(entry).transferTo(out);
            }
            out.putNextEntry(new ZipEntry("user-attributes.json"));
            out.write(json.getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> ModelFile.load(forged)).isInstanceOf(ModelFileException.class);
    }

    @Test
    void stockDl4jOpensTheNetworkInsideAndPredictsTheSame() throws IOException {
        ComputationGraph graph;
        try (ZipFile zip = new ZipFile(saved().toFile());
                InputStream network = zip.getInputStream(zip.getEntry("model.zip"))) {
            graph = ModelSerializer.restoreComputationGraph(network, false);
        }
        float[] expected = predictions(model);
        INDArray users = Nd4j.createFromArray(new int[] {0, 1, 2, 3}).reshape(4, 1);
        INDArray items = Nd4j.createFromArray(new int[] {3, 2, 1, 0}).reshape(4, 1);
        INDArray outputs = graph.outputSingle(users, items);
        for (int i = 0; i < 4; i++) {
            double rating = model.centring().toRating(outputs.getDouble(i));
            assertThat((float) rating).isCloseTo(expected[i], org.assertj.core.data.Offset.offset(1e-4f));
        }
    }

    @Test
    void theFileHoldsNoJavaSerialisation() throws IOException {
        try (ZipFile zip = new ZipFile(saved().toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    byte[] head = in.readNBytes(2);
                    assertThat(head).as(entry.getName()).isNotEqualTo(new byte[] {(byte) 0xac, (byte) 0xed});
                }
            }
        }
    }

    @Test
    void savingOverAFileReplacesItAndLeavesNothingElse() throws IOException {
        Path file = saved();
        ModelFile.save(model, file);

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void savingIntoAMissingFolderIsRefusedWithASentence() {
        assertThatThrownBy(() -> ModelFile.save(model, folder.resolve("nowhere").resolve("m.marquee")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("there is no folder");
    }

    @Test
    void aFileCutAnywhereIsRefusedWithASentence() throws IOException {
        byte[] bytes = Files.readAllBytes(saved());
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 60; i++) {
            Path cut = folder.resolve("cut.marquee");
            Files.write(cut, java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)));
            assertThatThrownBy(() -> ModelFile.load(cut))
                    .isInstanceOf(ModelFileException.class)
                    .hasMessageContaining("cut.marquee is not a usable Marquee model");
        }
    }

    @Test
    void aFlippedByteIsNoticedOrHarmless() throws IOException {
        byte[] bytes = Files.readAllBytes(saved());
        float[] expected = predictions(model);
        SplittableRandom random = new SplittableRandom(2);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
            Path file = Files.write(folder.resolve("damaged.marquee"), damaged);
            try {
                assertThat(predictions(ModelFile.load(file))).isEqualTo(expected);
            } catch (ModelFileException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(250);
    }

    @Test
    void foreignFilesAreRefusedWithASentence() throws IOException {
        Path text = Files.writeString(folder.resolve("text.marquee"), "userId,movieId,rating\n1,2,3\n");
        Path empty = Files.createFile(folder.resolve("empty.marquee"));
        Path otherZip = zip("other.marquee", "hello.txt", "hello");
        Path otherManifest = zip("manifest.marquee", "manifest.json", "{\"format\":\"something else\"}");
        Path newer = zip("newer.marquee", "manifest.json", "{\"format\":\"marquee-model\",\"formatVersion\":99}");
        Path noJson = zip("nojson.marquee", "manifest.json", "{{{");

        for (Path file : List.of(text, empty, otherZip, otherManifest, newer, noJson, folder,
                folder.resolve("missing.marquee"))) {
            assertThatThrownBy(() -> ModelFile.load(file))
                    .isInstanceOf(ModelFileException.class)
                    .hasMessageContaining(file.getFileName().toString())
                    .hasMessageEndingWith("again.");
        }
        assertThatThrownBy(() -> ModelFile.load(newer)).hasMessageContaining("newer Marquee");
    }

    @Test
    void aManifestThatClaimsAHugeNetworkIsRefusedBeforeMemoryIsTaken() throws IOException {
        Path file = folder.resolve("huge.marquee");
        try (ZipFile zip = new ZipFile(saved().toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry : zip.stream().toList()) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                if (entry.getName().equals("manifest.json")) {
                    bytes = new String(bytes, StandardCharsets.UTF_8)
                            .replaceFirst("\"hiddenLayers\" : \\[[^]]*]", "\"hiddenLayers\" : [ 16384, 16384 ]")
                            .getBytes(StandardCharsets.UTF_8);
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(bytes);
                out.closeEntry();
            }
        }
        assertThatThrownBy(() -> ModelFile.load(file))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("too short");
    }

    private Path saved() throws IOException {
        Path file = folder.resolve("model.marquee");
        ModelFile.save(model, file);
        return file;
    }

    private Path zip(String name, String entry, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return Files.write(folder.resolve(name), bytes.toByteArray());
    }

    private static float[] predictions(TrainedModel of) {
        float[] ratings = new float[4];
        Predictor.of(of, false).scorer().predict(new int[] {0, 1, 2, 3}, new int[] {3, 2, 1, 0}, 4, ratings);
        return ratings;
    }
}
