package io.marquee.train.fused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.marquee.kernel.DenseKernel;
import io.marquee.kernel.DenseWeights;
import io.marquee.kernel.Kernels;
import io.marquee.model.EmbeddingUpdates;
import io.marquee.model.GraphWeights;
import io.marquee.model.Hyperparameters;
import io.marquee.model.NetworkWeights;
import io.marquee.model.OptimizerKind;
import io.marquee.model.RecommenderGraph;
import io.marquee.train.Batch;
import io.marquee.train.RandomBatches;
import io.marquee.train.Runs;
import io.marquee.train.TrainingEngine;
import io.marquee.train.stock.StockGraphEngine;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Stock DL4J layers are the oracle: same weights, same batch, same loss, gradients and parameters. */
class FusedEngineTest {

    private static final int USERS = 37;
    private static final int ITEMS = 53;

    /** A network and a batch of some shape. */
    record Shape(int embeddingSize, List<Integer> hidden, int batch, double l2, int threads) {}

    static Stream<Shape> shapes() {
        return Stream.of(
                new Shape(10, List.of(1024), 256, 0, 2),
                new Shape(10, List.of(64), 1, 0, 1),
                new Shape(1, List.of(1), 5, 0, 1),
                new Shape(3, List.of(7), 130, 0.01, 3),
                new Shape(5, List.of(33, 17), 67, 0, 2),
                new Shape(16, List.of(48, 32, 16), 100, 0.001, 2),
                new Shape(128, List.of(40), 64, 0, 2));
    }

    /** SGD at rate 1 moves each parameter by its gradient, so parameters after one step tell the gradients. */
    @ParameterizedTest
    @MethodSource("shapes")
    void oneStepHasTheLossAndGradientsOfStockLayers(Shape shape) {
        for (DenseKernel kernel : List.of(Kernels.fastest(), Kernels.portable())) {
            Hyperparameters hyperparameters = hyperparameters(shape, OptimizerKind.SGD, EmbeddingUpdates.DENSE)
                    .toBuilder().learningRate(1).build();
            ComputationGraph graph = RecommenderGraph.build(hyperparameters, USERS, ITEMS);
            NetworkWeights start = GraphWeights.read(graph);
            Batch batch = new RandomBatches(USERS, ITEMS, 5).next(shape.batch(), shape.batch() + 9);
            try (TrainingEngine stock = new StockGraphEngine(graph);
                    TrainingEngine fused = new FusedEngine(start, hyperparameters, shape.threads(), kernel)) {
                double expected = stock.train(batch);
                double actual = fused.train(batch);

                assertThat(actual).isCloseTo(expected, within(1e-4 * expected + 1e-6));
                assertSameGradients(start, stock.snapshot(), fused.snapshot());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void aHundredDenseStepsEndWhereStockLayersEnd(OptimizerKind optimizer) {
        Shape shape = new Shape(10, List.of(48), 96, 0.0005, 2);
        Hyperparameters hyperparameters = hyperparameters(shape, optimizer, EmbeddingUpdates.DENSE)
                .toBuilder().learningRate(optimizer == OptimizerKind.ADAM ? 0.002 : 0.02).build();
        ComputationGraph graph = RecommenderGraph.build(hyperparameters, USERS, ITEMS);
        NetworkWeights start = GraphWeights.read(graph);
        // One after the other: threads of the one would spin beside those of the other.
        double[] expected = new double[100];
        NetworkWeights end;
        try (TrainingEngine stock = new StockGraphEngine(graph)) {
            RandomBatches batches = new RandomBatches(USERS, ITEMS, 11);
            for (int step = 0; step < expected.length; step++) {
                expected[step] = stock.train(batches.next(shape.batch(), shape.batch()));
            }
            end = stock.snapshot();
        }
        try (TrainingEngine fused = new FusedEngine(start, hyperparameters, 2, Kernels.fastest())) {
            RandomBatches batches = new RandomBatches(USERS, ITEMS, 11);
            for (double loss : expected) {
                assertThat(fused.train(batches.next(shape.batch(), shape.batch())))
                        .isCloseTo(loss, within(1e-3 * loss));
            }
            assertClose(end, fused.snapshot(), 1e-3);
        }
    }

    @Test
    void gradientsAgreeWithFiniteDifferencesOfTheLoss() {
        Shape shape = new Shape(4, List.of(12, 8), 40, 0, 2);
        Hyperparameters hyperparameters = hyperparameters(shape, OptimizerKind.SGD, EmbeddingUpdates.LAZY)
                .toBuilder().learningRate(1).embeddingScale(1).build();
        NetworkWeights start = GraphWeights.read(RecommenderGraph.build(hyperparameters, USERS, ITEMS));
        Batch batch = new RandomBatches(USERS, ITEMS, 3).next(shape.batch(), shape.batch());
        NetworkWeights after;
        try (FusedEngine engine = new FusedEngine(start, hyperparameters, 2, Kernels.fastest())) {
            engine.train(batch);
            after = engine.snapshot();
        }
        List<float[]> parameters = arrays(start);
        List<float[]> moved = arrays(after);
        int checked = 0;
        for (int a = 0; a < parameters.size(); a++) {
            float[] values = parameters.get(a);
            for (int i = 0; i < values.length; i += Math.max(1, values.length / 23)) {
                double gradient = values[i] - moved.get(a)[i];
                double numeric = numericGradient(start, hyperparameters, batch, values, i);
                assertThat(gradient).isCloseTo(numeric, within(0.02 * Math.abs(numeric) + 2e-3));
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(80);
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
        try (FusedEngine engine = new FusedEngine(weights, hyperparameters, 1, Kernels.fastest())) {
            return engine.train(batch);
        }
    }

    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void lazyUpdatesTouchTheRowsOfTheBatchOnly(OptimizerKind optimizer) {
        Shape shape = new Shape(6, List.of(16), 20, 0.01, 2);
        Hyperparameters hyperparameters = hyperparameters(shape, optimizer, EmbeddingUpdates.LAZY);
        NetworkWeights start = GraphWeights.read(RecommenderGraph.build(hyperparameters, USERS, ITEMS));
        RandomBatches batches = new RandomBatches(USERS, ITEMS, 3);
        boolean[] touched = new boolean[USERS];
        try (FusedEngine engine = new FusedEngine(start, hyperparameters, 2, Kernels.fastest())) {
            for (int step = 0; step < 2; step++) {
                Batch batch = batches.next(shape.batch(), shape.batch());
                engine.train(batch);
                for (int i = 0; i < batch.size(); i++) {
                    touched[batch.users()[i]] = true;
                }
            }
            NetworkWeights after = engine.snapshot();
            for (int user = 0; user < USERS; user++) {
                boolean moved = false;
                for (int k = 0; k < 6; k++) {
                    moved |= start.users().values()[user * 6 + k] != after.users().values()[user * 6 + k];
                }
                assertThat(moved).as("user %s moved", user).isEqualTo(touched[user]);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void lazyAndDenseUpdatesAreEqualWhereEveryRowIsInEveryBatch(OptimizerKind optimizer) {
        Shape shape = new Shape(6, List.of(16), 120, 0.01, 2);
        Batch batch = new RandomBatches(5, 7, 3).next(shape.batch(), shape.batch());
        List<NetworkWeights> results = new ArrayList<>();
        for (EmbeddingUpdates updates : EmbeddingUpdates.values()) {
            Hyperparameters hyperparameters = hyperparameters(shape, optimizer, updates);
            NetworkWeights start = GraphWeights.read(RecommenderGraph.build(hyperparameters, 5, 7));
            try (FusedEngine engine = new FusedEngine(start, hyperparameters, 2, Kernels.fastest())) {
                for (int step = 0; step < 10; step++) {
                    engine.train(batch);
                }
                results.add(engine.snapshot());
            }
        }
        assertClose(results.get(0), results.get(1), 0);
    }

    @Test
    void theSameThreadsGiveTheSameBits() {
        assertClose(trained(2), trained(2), 0);
        assertClose(trained(1), trained(1), 0);
    }

    @Test
    void otherNumbersOfThreadsAgreeUpToRounding() {
        NetworkWeights one = trained(1);
        assertClose(one, trained(2), 1e-4);
        assertClose(one, trained(3), 1e-4);
    }

    private static NetworkWeights trained(int threads) {
        Hyperparameters hyperparameters =
                hyperparameters(new Shape(10, List.of(32), 64, 0, threads), OptimizerKind.NESTEROVS,
                        EmbeddingUpdates.LAZY);
        NetworkWeights start = GraphWeights.read(RecommenderGraph.build(hyperparameters, USERS, ITEMS));
        RandomBatches batches = new RandomBatches(USERS, ITEMS, 1);
        try (FusedEngine engine = new FusedEngine(start, hyperparameters, threads, Kernels.fastest())) {
            for (int step = 0; step < 30; step++) {
                engine.train(batches.next(64, 64));
            }
            return engine.snapshot();
        }
    }

    /** With plain loops, since the Vector API allocates until the compiler is done with it. */
    @ParameterizedTest
    @EnumSource(EmbeddingUpdates.class)
    void aStepAllocatesNothing(EmbeddingUpdates updates) {
        Hyperparameters hyperparameters =
                hyperparameters(new Shape(10, List.of(32, 16), 64, 0.01, 1), OptimizerKind.ADAM, updates);
        NetworkWeights start = GraphWeights.read(RecommenderGraph.build(hyperparameters, USERS, ITEMS));
        Batch batch = new RandomBatches(USERS, ITEMS, 1).next(64, 64);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (FusedEngine engine = new FusedEngine(start, hyperparameters, 1, Kernels.portable())) {
            engine.train(batch);
            engine.train(batch);
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int step = 0; step < 100; step++) {
                engine.train(batch);
            }
            assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(100 * 16);
        }
    }

    @Test
    void aWeightThatIsNoNumberMakesTheLossNoNumber() {
        Hyperparameters hyperparameters =
                hyperparameters(new Shape(4, List.of(8), 16, 0, 1), OptimizerKind.SGD, EmbeddingUpdates.LAZY);
        NetworkWeights start = GraphWeights.read(RecommenderGraph.build(hyperparameters, 3, 3));
        java.util.Arrays.fill(start.users().values(), Float.NaN);
        for (DenseKernel kernel : List.of(Kernels.fastest(), Kernels.portable())) {
            try (FusedEngine engine = new FusedEngine(start, hyperparameters, 1, kernel)) {
                assertThat(engine.train(new RandomBatches(3, 3, 1).next(16, 16))).isNaN();
            }
        }
    }

    @Test
    void aLongStepCanBeBrokenOff() {
        Hyperparameters hyperparameters =
                hyperparameters(new Shape(4, List.of(8), 20_000, 0, 1), OptimizerKind.SGD, EmbeddingUpdates.LAZY);
        NetworkWeights start = GraphWeights.read(RecommenderGraph.build(hyperparameters, USERS, ITEMS));
        Batch batch = new RandomBatches(USERS, ITEMS, 1).next(20_000, 20_000);
        AtomicInteger asked = new AtomicInteger();
        try (FusedEngine broken = new FusedEngine(start, hyperparameters, 1, Kernels.fastest());
                FusedEngine whole = new FusedEngine(start, hyperparameters, 1, Kernels.fastest());
                FusedEngine unasked = new FusedEngine(start, hyperparameters, 1, Kernels.fastest())) {
            broken.heed(() -> asked.incrementAndGet() < 3);
            broken.train(batch);
            assertThat(asked).hasValue(3);

            whole.heed(() -> true);
            assertThat(whole.train(batch)).isEqualTo(unasked.train(batch));
            assertClose(unasked.snapshot(), whole.snapshot(), 0);
        }
    }

    @Test
    void aLearningRateHoldsFromTheNextBatchOn() {
        Hyperparameters hyperparameters =
                hyperparameters(new Shape(4, List.of(8), 16, 0, 1), OptimizerKind.ADAM, EmbeddingUpdates.LAZY);
        NetworkWeights start = GraphWeights.read(RecommenderGraph.build(hyperparameters, 3, 3));
        try (FusedEngine engine = new FusedEngine(start, hyperparameters, 1, Kernels.fastest())) {
            engine.setLearningRate(1e-30);
            engine.train(new RandomBatches(3, 3, 1).next(16, 16));
            assertClose(start, engine.snapshot(), 1e-20);
        }
    }

    private static Hyperparameters hyperparameters(Shape shape, OptimizerKind optimizer, EmbeddingUpdates updates) {
        return Runs.small().toBuilder()
                .embeddingSize(shape.embeddingSize())
                .hiddenLayers(shape.hidden())
                .batchSize(shape.batch())
                .l2(shape.l2())
                .optimizer(optimizer)
                .learningRate(0.01)
                .embeddingScale(0.3)
                .embeddingUpdates(updates)
                .build();
    }

    private static void assertSameGradients(NetworkWeights start, NetworkWeights expected, NetworkWeights actual) {
        List<float[]> before = arrays(start);
        List<float[]> stock = arrays(expected);
        List<float[]> fused = arrays(actual);
        for (int a = 0; a < before.size(); a++) {
            double largest = 0;
            for (int i = 0; i < before.get(a).length; i++) {
                largest = Math.max(largest, Math.abs(before.get(a)[i] - stock.get(a)[i]));
            }
            for (int i = 0; i < before.get(a).length; i++) {
                double gradient = before.get(a)[i] - stock.get(a)[i];
                // The parameter's own rounding limits how well a gradient can be read off it.
                double tolerance = 1e-4 * Math.max(Math.abs(gradient), 0.1 * largest)
                        + 3e-7 * Math.max(1e-3, Math.abs(before.get(a)[i]));
                assertThat((double) before.get(a)[i] - fused.get(a)[i])
                        .as("gradient %s of array %s", i, a)
                        .isCloseTo(gradient, within(tolerance));
            }
        }
    }

    private static void assertClose(NetworkWeights expected, NetworkWeights actual, double tolerance) {
        List<float[]> first = arrays(expected);
        List<float[]> second = arrays(actual);
        for (int a = 0; a < first.size(); a++) {
            for (int i = 0; i < first.get(a).length; i++) {
                assertThat((double) second.get(a)[i])
                        .as("parameter %s of array %s", i, a)
                        .isCloseTo(first.get(a)[i], within(tolerance));
            }
        }
    }

    private static List<float[]> arrays(NetworkWeights weights) {
        List<float[]> arrays = new ArrayList<>();
        arrays.add(weights.users().values());
        arrays.add(weights.items().values());
        for (DenseWeights layer : weights.layers()) {
            arrays.add(layer.weights());
            arrays.add(layer.bias());
        }
        return arrays;
    }
}
