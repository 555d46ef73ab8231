package io.marquee.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.marquee.model.Predictor;
import io.marquee.model.TrainedModel;
import io.marquee.recommend.RandomModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class NetworkExportTest {

    private static final int USERS = 12;
    private static final int ITEMS = 9;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"16", "24,9", "12,40,5"})
    void onnxRuntimePredictsTheSameStars(String hidden) throws IOException, OrtException {
        TrainedModel model = model(hidden);
        Path file = folder.resolve("network.onnx");

        NetworkExport.onnx(model, file);

        long[] users = IntStream.range(0, USERS * ITEMS).mapToLong(i -> i / ITEMS).toArray();
        long[] items = IntStream.range(0, USERS * ITEMS).mapToLong(i -> i % ITEMS).toArray();
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(file.toString());
                OnnxTensor user = OnnxTensor.createTensor(environment, users);
                OnnxTensor item = OnnxTensor.createTensor(environment, items);
                OrtSession.Result result = session.run(Map.of("user", user, "item", item))) {
            check((float[][]) result.get("rating").orElseThrow().getValue(), predictions(model, users, items, true));
            check((float[][]) result.get("raw_rating").orElseThrow().getValue(),
                    predictions(model, users, items, false));
        }
    }

    private static void check(float[][] found, float[] expected) {
        assertThat(found).hasDimensions(expected.length, 1);
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i][0]).isCloseTo(expected[i], within(1e-4f));
        }
    }

    @Test
    void stockDl4jRestoresTheNetwork() throws IOException {
        TrainedModel model = model("16");
        Path file = folder.resolve("network.zip");

        NetworkExport.dl4j(model, file);

        ComputationGraph graph = ModelSerializer.restoreComputationGraph(file.toFile(), false);
        int warmUser = IntStream.range(0, USERS).filter(Predictor.of(model, false).warm()::warmUser).findFirst().orElseThrow();
        INDArray output = graph.outputSingle(Nd4j.createFromArray(new int[][] {{warmUser}}),
                Nd4j.createFromArray(new int[][] {{3}}));
        assertThat((float) model.centring().toRating(output.getDouble(0)))
                .isCloseTo(predictions(model, new long[] {warmUser}, new long[] {3}, false)[0], within(1e-4f));
    }

    @Test
    void theIdsOfTheIndicesStandBeside() throws IOException {
        TrainedModel model = model("16");

        List<Path> files = NetworkExport.onnx(model, folder.resolve("v1.network.onnx"));

        assertThat(files).extracting(file -> file.getFileName().toString())
                .containsExactly("v1.network.onnx", "v1.network.users.txt", "v1.network.items.txt");
        assertThat(Files.readAllLines(files.get(1))).hasSize(USERS).startsWith("1", "2");
        assertThat(Files.readAllLines(files.get(2))).hasSize(ITEMS).startsWith("10", "20");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> NetworkExport.onnx(model("16"), folder.resolve("no/network.onnx")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("there is no folder");
    }

    @Test
    void embeddingsAreWrittenLineByLineWithTheirMetadata() throws IOException {
        TrainedModel model = model("16");

        EmbeddingExport.items(model, folder.resolve("made/embeddings"));
        EmbeddingExport.users(model, folder.resolve("users"));

        List<String> vectors = Files.readAllLines(folder.resolve("made/embeddings/vectors.tsv"));
        List<String> metadata = Files.readAllLines(folder.resolve("made/embeddings/metadata.tsv"));
        assertThat(metadata.get(0)).isEqualTo("movieId\ttitle\tyear\tgenres\tratings\tmeanRating");
        assertThat(metadata).hasSize(vectors.size() + 1);
        assertThat(metadata.get(1)).startsWith("10\tFilm 1\t1991\tDrama\t");
        assertThat(vectors.get(0).split("\t")).hasSize(5);
        assertThat(Float.parseFloat(vectors.get(0).split("\t")[2])).isEqualTo(model.weights().items().values()[2]);
        assertThat(Files.readAllLines(folder.resolve("users/metadata.tsv")).get(0))
                .isEqualTo("userId\tratings\tmeanRating");
    }

    private static TrainedModel model(String hidden) {
        return RandomModels.of(USERS, ITEMS, 5, Arrays.stream(hidden.split(",")).map(Integer::valueOf).toList(), 8);
    }

    private static float[] predictions(TrainedModel model, long[] users, long[] items, boolean clip) {
        float[] ratings = new float[users.length];
        Predictor.of(model, clip).scorer().predict(Arrays.stream(users).mapToInt(i -> (int) i).toArray(),
                Arrays.stream(items).mapToInt(i -> (int) i).toArray(), users.length, ratings);
        return ratings;
    }
}
