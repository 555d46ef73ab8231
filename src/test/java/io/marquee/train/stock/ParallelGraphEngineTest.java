package io.marquee.train.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.marquee.model.Hyperparameters;
import io.marquee.model.OptimizerKind;
import io.marquee.model.RecommenderGraph;
import io.marquee.train.Batch;
import io.marquee.train.EngineState;
import io.marquee.train.RandomBatches;
import io.marquee.train.Runs;
import io.marquee.train.TrainingEngine;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On the native backend, with workers that share one device. */
@Timeout(120)
class ParallelGraphEngineTest {

    private static final int USERS = 37;
    private static final int ITEMS = 53;

    /** These steps are linear in the gradient: the mean of the workers' steps is the step of the mean. */
    @ParameterizedTest
    @EnumSource(value = OptimizerKind.class, names = {"SGD", "NESTEROVS"})
    void twoWorkersMakeTheStepsOfOneNetworkOnTheWholeBatch(OptimizerKind optimizer) {
        Hyperparameters settings = settings(optimizer);
        RandomBatches batches = new RandomBatches(USERS, ITEMS, 11);
        try (TrainingEngine one = new StockGraphEngine(graph(settings));
                TrainingEngine two = new ParallelGraphEngine(graph(settings), 2)) {
            for (int step = 0; step < 30; step++) {
                Batch batch = batches.next(step % 7 == 6 ? 14 : 60, 60);
                double loss = one.train(batch);
                assertThat(two.train(batch)).isCloseTo(loss, within(1e-4 * loss));
            }
            assertClose(one.state(), two.state(), 1e-5);
        }
    }

    /** As ParallelWrapper is meant to average, worked out with a stock network for each worker. */
    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void parametersAndOptimiserStateAreTheMeanOfTheWorkers(OptimizerKind optimizer) {
        Hyperparameters settings = settings(optimizer);
        RandomBatches batches = new RandomBatches(USERS, ITEMS, 3);
        try (TrainingEngine first = new StockGraphEngine(graph(settings));
                TrainingEngine second = new StockGraphEngine(graph(settings));
                TrainingEngine both = new ParallelGraphEngine(graph(settings), 2)) {
            for (int step = 0; step < 12; step++) {
                int size = step == 5 ? 33 : 60;
                if (step == 8) {
                    first.setLearningRate(0.001);
                    second.setLearningRate(0.001);
                    both.setLearningRate(0.001);
                }
                Batch batch = batches.next(size, 60);
                double left = first.train(share(batch, 0, size / 2));
                double right = second.train(share(batch, size / 2, size));
                EngineState mean = mean(first.state(), second.state());
                first.restore(mean);
                second.restore(mean);
                assertThat(both.train(batch)).isEqualTo((left * (size / 2) + right * (size - size / 2)) / size);
                assertClose(mean, both.state(), 0);
                assertThat(both.state().steps()).isEqualTo(step + 1);
            }
        }
    }

    @Test
    void aBatchSmallerThanTheWorkersAreManyLeavesThemAllWithTheSameNetwork() {
        Hyperparameters settings = settings(OptimizerKind.ADAM);
        RandomBatches batches = new RandomBatches(USERS, ITEMS, 5);
        try (TrainingEngine one = new StockGraphEngine(graph(settings));
                TrainingEngine three = new ParallelGraphEngine(graph(settings), 3)) {
            Batch single = batches.next(1, 60);
            double loss = one.train(single);
            assertThat(three.train(single)).isCloseTo(loss, within(1e-6 * loss));
            assertClose(one.state(), three.state(), 1e-6);
            three.train(batches.next(60, 60));
            EngineState state = three.state();
            three.restore(state);
            assertClose(state, three.state(), 0);
        }
    }

    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void anotherEngineGoesOnFromAStateBitForBit(OptimizerKind optimizer) {
        Hyperparameters settings = settings(optimizer);
        RandomBatches batches = new RandomBatches(USERS, ITEMS, 4);
        try (TrainingEngine first = new ParallelGraphEngine(graph(settings), 2);
                TrainingEngine second = new ParallelGraphEngine(graph(settings), 2)) {
            for (int step = 0; step < 5; step++) {
                first.train(batches.next(30, 30));
            }
            second.restore(first.state());
            for (int step = 0; step < 5; step++) {
                Batch batch = batches.next(30, 30);
                assertThat(second.train(batch)).isEqualTo(first.train(batch));
            }
            assertClose(first.state(), second.state(), 0);
            assertThat(first.snapshot().users().values()).isEqualTo(second.snapshot().users().values());
            assertThat(first.stepTimes().updateNanos()).isPositive();
        }
    }

    @Test
    void aWorkerThatFailsEndsTheTrainingAndHoldsNobody() {
        Hyperparameters settings = settings(OptimizerKind.SGD);
        Batch batch = new RandomBatches(USERS, ITEMS, 4).next(30, 30);
        try (TrainingEngine engine = new ParallelGraphEngine(graph(settings), 2)) {
            engine.train(batch);
            batch.users()[29] = USERS + 1000;
            assertThatIllegalStateException().isThrownBy(() -> engine.train(batch)).withMessageContaining("ParallelWrapper failed");
            assertThatIllegalStateException().isThrownBy(() -> engine.train(batch));
        }
    }

    private static Hyperparameters settings(OptimizerKind optimizer) {
        return Runs.small().toBuilder().optimizer(optimizer).l2(0.0005).embeddingScale(0.3)
                .learningRate(optimizer == OptimizerKind.ADAM ? 0.002 : 0.02).build();
    }

    private static ComputationGraph graph(Hyperparameters settings) {
        return RecommenderGraph.build(settings, USERS, ITEMS);
    }

    private static Batch share(Batch batch, int from, int to) {
        Batch share = new Batch(to - from);
        System.arraycopy(batch.users(), from, share.users(), 0, to - from);
        System.arraycopy(batch.items(), from, share.items(), 0, to - from);
        System.arraycopy(batch.targets(), from, share.targets(), 0, to - from);
        share.setSize(to - from);
        return share;
    }

    private static EngineState mean(EngineState left, EngineState right) {
        Map<String, float[]> mean = new LinkedHashMap<>();
        left.arrays().forEach((name, values) -> {
            float[] others = right.array(name, values.length);
            float[] means = new float[values.length];
            for (int i = 0; i < means.length; i++) {
                means[i] = (values[i] + others[i]) / 2;
            }
            mean.put(name, means);
        });
        return new EngineState(left.steps(), mean);
    }

    private static void assertClose(EngineState expected, EngineState actual, double tolerance) {
        assertThat(actual.arrays().keySet()).isEqualTo(expected.arrays().keySet());
        expected.arrays().forEach((name, values) -> {
            float[] others = actual.array(name, values.length);
            for (int i = 0; i < values.length; i++) {
                assertThat((double) others[i]).as("%s %s", name, i).isCloseTo(values[i], within(tolerance));
            }
        });
    }
}
