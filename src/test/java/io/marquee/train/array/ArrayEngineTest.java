package io.marquee.train.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.marquee.data.Dataset;
import io.marquee.data.Split;
import io.marquee.data.SplitSpec;
import io.marquee.kernel.DenseWeights;
import io.marquee.kernel.Kernels;
import io.marquee.model.Centring;
import io.marquee.model.EmbeddingUpdates;
import io.marquee.model.GraphWeights;
import io.marquee.model.Hyperparameters;
import io.marquee.model.NetworkWeights;
import io.marquee.model.OptimizerKind;
import io.marquee.model.RecommenderGraph;
import io.marquee.train.Batch;
import io.marquee.train.EngineState;
import io.marquee.train.EpochSteps;
import io.marquee.train.RandomBatches;
import io.marquee.train.Runs;
import io.marquee.train.TinyData;
import io.marquee.train.TrainPart;
import io.marquee.train.TrainingEngine;
import io.marquee.train.fused.FusedEngine;
import io.marquee.train.stock.StockGraphEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** On the native backend; what it shares with a GPU is every line of the engine, not the operations' code. */
class ArrayEngineTest {

    private static final int USERS = 37;
    private static final int ITEMS = 53;

    /** A network and a batch of some shape. */
    record Shape(int embeddingSize, List<Integer> hidden, int batch, double l2) {}

    static Stream<Shape> shapes() {
        return Stream.of(
                new Shape(10, List.of(256), 256, 0),
                new Shape(10, List.of(64), 1, 0),
                new Shape(1, List.of(1), 5, 0),
                new Shape(3, List.of(7), 130, 0.01),
                new Shape(5, List.of(33, 17), 67, 0),
                new Shape(16, List.of(48, 32, 16), 100, 0.001));
    }

    /** SGD at rate 1 moves each parameter by its gradient, so parameters after one step tell the gradients. */
    @ParameterizedTest
    @MethodSource("shapes")
    void oneStepHasTheLossAndGradientsOfStockLayers(Shape shape) {
        Hyperparameters hyperparameters = hyperparameters(shape, OptimizerKind.SGD, EmbeddingUpdates.DENSE)
                .toBuilder().learningRate(1).build();
        ComputationGraph graph = RecommenderGraph.build(hyperparameters, USERS, ITEMS);
        NetworkWeights start = GraphWeights.read(graph);
        Batch batch = new RandomBatches(USERS, ITEMS, 5).next(shape.batch(), shape.batch() + 9);
        try (TrainingEngine stock = new StockGraphEngine(graph);
                TrainingEngine engine = new ArrayEngine(start, hyperparameters)) {
            double expected = stock.train(batch);

            assertThat(engine.train(batch)).isCloseTo(expected, within(1e-4 * expected + 1e-6));
            assertSameGradients(start, stock.snapshot(), engine.snapshot());
        }
    }

    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void manyDenseStepsEndWhereStockLayersEnd(OptimizerKind optimizer) {
        Shape shape = new Shape(6, List.of(24), 60, 0.0005);
        Hyperparameters hyperparameters = hyperparameters(shape, optimizer, EmbeddingUpdates.DENSE);
        ComputationGraph graph = RecommenderGraph.build(hyperparameters, USERS, ITEMS);
        NetworkWeights start = GraphWeights.read(graph);
        try (TrainingEngine stock = new StockGraphEngine(graph);
                TrainingEngine engine = new ArrayEngine(start, hyperparameters)) {
            assertSameTraining(stock, engine);
        }
    }

    /** Stock layers know no sparse updates; the fast path, which is checked against them, does. */
    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void manySparseStepsEndWhereTheFastPathEnds(OptimizerKind optimizer) {
        Shape shape = new Shape(6, List.of(24, 12), 60, 0.0005);
        Hyperparameters hyperparameters = hyperparameters(shape, optimizer, EmbeddingUpdates.LAZY);
        NetworkWeights start = start(hyperparameters);
        try (TrainingEngine fast = new FusedEngine(start, hyperparameters, 1, Kernels.fastest());
                TrainingEngine engine = new ArrayEngine(start, hyperparameters)) {
            assertSameTraining(fast, engine);
        }
    }

    /** Batches of different sizes, as the last of an epoch is smaller. */
    private static void assertSameTraining(TrainingEngine expected, TrainingEngine actual) {
        RandomBatches batches = new RandomBatches(USERS, ITEMS, 11);
        for (int step = 0; step < 60; step++) {
            Batch batch = batches.next(step % 7 == 6 ? 13 : 60, 60);
            double loss = expected.train(batch);
            assertThat(actual.train(batch)).isCloseTo(loss, within(1e-3 * loss));
        }
        assertClose(expected.snapshot(), actual.snapshot(), 1e-3);
    }

    @Test
    void gradientsAgreeWithFiniteDifferencesOfTheLoss() {
        Shape shape = new Shape(4, List.of(12, 8), 40, 0);
        Hyperparameters hyperparameters = hyperparameters(shape, OptimizerKind.SGD, EmbeddingUpdates.LAZY)
                .toBuilder().learningRate(1).embeddingScale(1).build();
        NetworkWeights start = start(hyperparameters);
        Batch batch = new RandomBatches(USERS, ITEMS, 3).next(shape.batch(), shape.batch());
        List<float[]> moved = arrays(after(start, hyperparameters, batch));
        List<float[]> parameters = arrays(start);
        for (int a = 0; a < parameters.size(); a++) {
            float[] values = parameters.get(a);
            for (int i = 0; i < values.length; i += Math.max(1, values.length / 11)) {
                double gradient = values[i] - moved.get(a)[i];
                double numeric = numericGradient(start, hyperparameters, batch, values, i);
                assertThat(gradient).isCloseTo(numeric, within(0.02 * Math.abs(numeric) + 2e-3));
            }
        }
    }

    private static NetworkWeights after(NetworkWeights start, Hyperparameters hyperparameters, Batch batch) {
        try (TrainingEngine engine = new ArrayEngine(start, hyperparameters)) {
            engine.train(batch);
            return engine.snapshot();
        }
    }

    private static double numericGradient(
            NetworkWeights weights, Hyperparameters hyperparameters, Batch batch, float[] values, int i) {
        float before = values[i];
        float step = 2e-3f;
        values[i] = before + step;
        double above = loss(weights, hyperparameters, batch);
        values[i] = before - step;
        double below = loss(weights, hyperparameters, batch);
        values[i] = before;
        return (above - below) / (2 * step);
    }

    private static double loss(NetworkWeights weights, Hyperparameters hyperparameters, Batch batch) {
        try (TrainingEngine engine = new ArrayEngine(weights, hyperparameters)) {
            return engine.train(batch);
        }
    }

    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void sparseUpdatesTouchTheRowsOfTheBatchOnly(OptimizerKind optimizer) {
        Hyperparameters hyperparameters =
                hyperparameters(new Shape(6, List.of(16), 20, 0.01), optimizer, EmbeddingUpdates.LAZY);
        NetworkWeights start = start(hyperparameters);
        Batch batch = new RandomBatches(USERS, ITEMS, 3).next(20, 20);
        NetworkWeights after = after(start, hyperparameters, batch);
        for (int user = 0; user < USERS; user++) {
            int wanted = user;
            boolean touched = Arrays.stream(batch.users()).anyMatch(row -> row == wanted);
            boolean same = Arrays.equals(start.users().values(), user * 6, user * 6 + 6, after.users().values(),
                    user * 6, user * 6 + 6);
            assertThat(same).as("user %s stayed", user).isEqualTo(!touched);
        }
    }

    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void anotherEngineGoesOnFromAState(OptimizerKind optimizer) {
        Hyperparameters hyperparameters =
                hyperparameters(new Shape(4, List.of(9), 30, 0.001), optimizer, EmbeddingUpdates.LAZY);
        NetworkWeights start = start(hyperparameters);
        RandomBatches batches = new RandomBatches(USERS, ITEMS, 4);
        try (TrainingEngine first = new ArrayEngine(start, hyperparameters);
                TrainingEngine second = new ArrayEngine(start, hyperparameters)) {
            for (int step = 0; step < 5; step++) {
                first.train(batches.next(30, 30));
            }
            EngineState state = first.state();
            second.restore(state);
            Batch batch = batches.next(30, 30);
            assertThat(second.train(batch)).isEqualTo(first.train(batch));
            assertClose(first.snapshot(), second.snapshot(), 0);
        }
    }

    /** Rows that repeat are written by several threads at once: what they write must be the same. */
    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void trainingRepeatedHasTheSameBits(OptimizerKind optimizer) {
        Hyperparameters hyperparameters =
                hyperparameters(new Shape(7, List.of(65), 2000, 0.001), optimizer, EmbeddingUpdates.LAZY);
        NetworkWeights start = start(hyperparameters);
        NetworkWeights once = afterManySteps(start, hyperparameters);
        for (int again = 0; again < 3; again++) {
            assertClose(once, afterManySteps(start, hyperparameters), 0);
        }
    }

    private static NetworkWeights afterManySteps(NetworkWeights start, Hyperparameters hyperparameters) {
        RandomBatches batches = new RandomBatches(USERS, ITEMS, 8);
        try (TrainingEngine engine = new ArrayEngine(start, hyperparameters)) {
            for (int step = 0; step < 25; step++) {
                engine.train(batches.next(2000, 2000));
            }
            return engine.snapshot();
        }
    }

    /** ND4J's Adam takes a rate of zero for another. */
    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void aLearningRateOfZeroMovesNothing(OptimizerKind optimizer) {
        Hyperparameters hyperparameters =
                hyperparameters(new Shape(4, List.of(9), 30, 0.001), optimizer, EmbeddingUpdates.LAZY);
        NetworkWeights start = start(hyperparameters);
        RandomBatches batches = new RandomBatches(USERS, ITEMS, 4);
        try (TrainingEngine engine = new ArrayEngine(start, hyperparameters)) {
            engine.setLearningRate(0);
            engine.train(batches.next(30, 30));
            assertClose(start, engine.snapshot(), 0);
        }
    }

    /** In several groups of batches, the last of an epoch smaller. */
    @Test
    void ratingsOnTheDeviceTrainAsBatchesFromOutsideDo() throws InterruptedException {
        TrainPart part = part();
        Hyperparameters hyperparameters =
                hyperparameters(new Shape(4, List.of(9), 64, 0), OptimizerKind.ADAM, EmbeddingUpdates.LAZY);
        NetworkWeights start = start(hyperparameters);
        List<Double> losses = new ArrayList<>();
        int ratings = 0;
        try (ArrayEngine resident = new ArrayEngine(start, hyperparameters);
                ArrayEngine fed = new ArrayEngine(start, hyperparameters);
                EpochSteps steps = new ResidentSteps(resident, part, 1, 200)) {
            int batches = (part.size() + 63) / 64;
            for (int step = 0; step < 2 * batches; step++) {
                for (EpochSteps.BatchLoss loss : steps.next()) {
                    losses.add(loss.meanSquaredError());
                    ratings += loss.ratings();
                }
            }
            assertThat(ratings).isEqualTo(2 * part.size());
            for (int step = 0; step < 2 * batches; step++) {
                assertThat(fed.train(batch(part, 1 + step / batches, step % batches))).isEqualTo(losses.get(step));
            }
            assertClose(fed.snapshot(), resident.snapshot(), 0);
        }
    }

    @Test
    void ratingsThatFitLieOnTheDevice() {
        Hyperparameters hyperparameters =
                hyperparameters(new Shape(4, List.of(9), 64, 0), OptimizerKind.SGD, EmbeddingUpdates.LAZY);
        NetworkWeights start = start(hyperparameters);
        try (ArrayEngine engine = new ArrayEngine(start, hyperparameters);
                EpochSteps steps = engine.resident(part(), 1).orElseThrow()) {
            assertThat(steps).isInstanceOf(ResidentSteps.class);
        }
    }

    @Test
    void ratingsThatDoNotFitAreLeftToBeFed() {
        Hyperparameters hyperparameters =
                hyperparameters(new Shape(4, List.of(9), 64, 0), OptimizerKind.SGD, EmbeddingUpdates.LAZY);
        NetworkWeights start = start(hyperparameters);
        try (ArrayEngine engine = new ArrayEngine(start, hyperparameters, () -> 1000)) {
            assertThat(engine.resident(part(), 1)).isEmpty();
        }
    }

    private static TrainPart part() {
        Dataset dataset = TinyData.twoTastes(USERS, ITEMS, 1);
        Split split = dataset.split(new SplitSpec(0.2, 3));
        return new TrainPart(split, new Centring(3.2, 1), 64, 5);
    }

    static Batch batch(TrainPart part, int epoch, int number) {
        int[] users = new int[part.size()];
        int[] items = new int[part.size()];
        float[] targets = new float[part.size()];
        part.copy(users, items, targets);
        int[] order = part.order(epoch);
        Batch batch = new Batch(64);
        batch.setSize(Math.min(64, part.size() - 64 * number));
        for (int i = 0; i < batch.size(); i++) {
            int at = order[64 * number + i];
            batch.users()[i] = users[at];
            batch.items()[i] = items[at];
            batch.targets()[i] = targets[at];
        }
        return batch;
    }

    private static NetworkWeights start(Hyperparameters hyperparameters) {
        return GraphWeights.read(RecommenderGraph.build(hyperparameters, USERS, ITEMS));
    }

    private static Hyperparameters hyperparameters(Shape shape, OptimizerKind optimizer, EmbeddingUpdates updates) {
        return Runs.small().toBuilder()
                .embeddingSize(shape.embeddingSize())
                .hiddenLayers(shape.hidden())
                .batchSize(shape.batch())
                .l2(shape.l2())
                .optimizer(optimizer)
                .learningRate(optimizer == OptimizerKind.ADAM ? 0.002 : 0.02)
                .embeddingScale(0.3)
                .embeddingUpdates(updates)
                .build();
    }

    private static void assertSameGradients(NetworkWeights start, NetworkWeights expected, NetworkWeights actual) {
        List<float[]> before = arrays(start);
        for (int a = 0; a < before.size(); a++) {
            float[] stock = arrays(expected).get(a);
            float[] own = arrays(actual).get(a);
            double largest = 0;
            for (int i = 0; i < stock.length; i++) {
                largest = Math.max(largest, Math.abs(before.get(a)[i] - stock[i]));
            }
            for (int i = 0; i < stock.length; i++) {
                double gradient = before.get(a)[i] - stock[i];
                // The parameter's own rounding limits how well a gradient can be read off it.
                double tolerance = 1e-4 * Math.max(Math.abs(gradient), 0.1 * largest)
                        + 3e-7 * Math.max(1e-3, Math.abs(before.get(a)[i]));
                assertThat((double) before.get(a)[i] - own[i])
                        .as("gradient %s of array %s", i, a)
                        .isCloseTo(gradient, within(tolerance));
            }
        }
    }

    private static void assertClose(NetworkWeights expected, NetworkWeights actual, double tolerance) {
        for (int a = 0; a < arrays(expected).size(); a++) {
            float[] first = arrays(expected).get(a);
            float[] second = arrays(actual).get(a);
            for (int i = 0; i < first.length; i++) {
                assertThat((double) second[i]).as("parameter %s of array %s", i, a)
                        .isCloseTo(first[i], within(tolerance));
            }
        }
    }

    private static List<float[]> arrays(NetworkWeights weights) {
        List<float[]> arrays = new ArrayList<>(List.of(weights.users().values(), weights.items().values()));
        for (DenseWeights layer : weights.layers()) {
            arrays.add(layer.weights());
            arrays.add(layer.bias());
        }
        return arrays;
    }
}
