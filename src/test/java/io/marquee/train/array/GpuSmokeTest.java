package io.marquee.train.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.marquee.data.Dataset;
import io.marquee.data.SplitSpec;
import io.marquee.device.Backend;
import io.marquee.device.BackendDevice;
import io.marquee.kernel.DenseWeights;
import io.marquee.kernel.Kernels;
import io.marquee.model.Centring;
import io.marquee.model.GraphWeights;
import io.marquee.model.Hyperparameters;
import io.marquee.model.NetworkWeights;
import io.marquee.model.OptimizerKind;
import io.marquee.model.RecommenderGraph;
import io.marquee.train.Batch;
import io.marquee.train.EpochSteps;
import io.marquee.train.RandomBatches;
import io.marquee.train.Runs;
import io.marquee.train.TinyData;
import io.marquee.train.TrainPart;
import io.marquee.train.TrainingEngine;
import io.marquee.train.fused.FusedEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Compares a GPU with the fast path, and says how fast both are. Runs where ND4J's CUDA backend is on the class path (profile
 * {@code cuda}) and there is a GPU that it has code for.
 */
class GpuSmokeTest {

    private static final int USERS = 37;
    private static final int ITEMS = 53;
    private static final double SECONDS = 5;

    @BeforeEach
    void onAGpu() {
        assumeTrue(Backend.inUse() == Backend.CUDA,
                "Skipped: ND4J computes on the CPU here. Build with -Pcuda on a machine with an NVIDIA GPU of compute "
                        + "capability 3.7 to 8.9 to run it.");
        for (BackendDevice gpu : BackendDevice.ofThisProcess()) {
            assumeTrue(Double.parseDouble(gpu.computeCapability().orElseThrow()) < 9,
                    "Skipped: ND4J's CUDA 11.6 backend has no code for " + gpu.words() + ".");
        }
    }

    /** Rows that repeat in a batch, a last batch that is smaller, two hidden layers, weight decay. */
    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void aGpuTrainsAsTheFastPathDoes(OptimizerKind optimizer) {
        Hyperparameters hyperparameters = small(optimizer);
        NetworkWeights start = start(hyperparameters, USERS, ITEMS);
        RandomBatches batches = new RandomBatches(USERS, ITEMS, 2);
        try (ArrayEngine gpu = new ArrayEngine(start, hyperparameters);
                FusedEngine cpu = new FusedEngine(start, hyperparameters, 1, Kernels.fastest())) {
            double largest = 0;
            for (int step = 0; step < 60; step++) {
                Batch batch = batches.next(step % 7 == 6 ? 13 : 600, 600);
                double loss = cpu.train(batch);
                double onGpu = gpu.train(batch);
                assertThat(onGpu).as("loss of step %s", step).isCloseTo(loss, within(1e-3 * loss));
                largest = Math.max(largest, Math.abs(onGpu - loss) / loss);
            }
            double apart = largestDifference(cpu.snapshot(), gpu.snapshot());
            assertThat(apart).as("parameters after 60 steps").isLessThan(1e-3);
            say("%s: losses of 60 steps differ by %.1e at most, parameters at the end by %.1e", optimizer, largest, apart);
        }
    }

    @Test
    void ratingsThatLieOnTheGpuTrainAsBatchesThatAreFedDo() throws InterruptedException {
        Hyperparameters hyperparameters = small(OptimizerKind.ADAM);
        NetworkWeights start = start(hyperparameters, USERS, ITEMS);
        Dataset dataset = TinyData.twoTastes(USERS, ITEMS, 1);
        TrainPart part = new TrainPart(dataset.split(new SplitSpec(0.2, 3)), new Centring(3.2, 1), 64, 5);
        List<Double> losses = new ArrayList<>();
        try (ArrayEngine resident = new ArrayEngine(start, hyperparameters);
                FusedEngine cpu = new FusedEngine(start, hyperparameters, 1, Kernels.fastest());
                EpochSteps steps = new ResidentSteps(resident, part, 1, 200)) {
            int batches = (part.size() + 63) / 64;
            for (int step = 0; step < 2 * batches; step++) {
                steps.next().forEach(loss -> losses.add(loss.meanSquaredError()));
            }
            for (int step = 0; step < 2 * batches; step++) {
                double loss = cpu.train(ArrayEngineTest.batch(part, 1 + step / batches, step % batches));
                assertThat(losses.get(step)).as("loss of step %s", step).isCloseTo(loss, within(1e-3 * loss));
            }
            assertThat(largestDifference(cpu.snapshot(), resident.snapshot())).isLessThan(1e-3);
        }
    }

    /** At the size of MovieLens 20M; asserts that it learns, says how fast. */
    @Test
    void howFastItIsIsSaid() {
        say("on %s", BackendDevice.names(BackendDevice.ofThisProcess()));
        for (int size : List.of(1024, 16_384, 65_536)) {
            Hyperparameters hyperparameters = Runs.small().toBuilder().embeddingSize(10).hiddenLayers(List.of(1024))
                    .learningRate(0.001).batchSize(size).build();
            NetworkWeights start = start(hyperparameters, 138_493, 26_744);
            Batch batch = new RandomBatches(138_493, 26_744, 3).next(size, size);
            try (ArrayEngine gpu = new ArrayEngine(start, hyperparameters);
                    FusedEngine cpu = new FusedEngine(start, hyperparameters,
                            Runtime.getRuntime().availableProcessors(), Kernels.fastest())) {
                double before = gpu.train(batch);
                double rate = rate(gpu, batch);
                say("batch %,d: %,.0f ratings/s, a step in %.2f ms; the fast path here %,.0f ratings/s", size, rate,
                        1e3 * size / rate, rate(cpu, batch));
                assertThat(gpu.train(batch)).as("the loss of a batch trained on again and again").isLessThan(before);
            }
        }
    }

    /** Each loss is read back, so that the device has really done its step. */
    private static double rate(TrainingEngine engine, Batch batch) {
        engine.train(batch);
        long begin = System.nanoTime();
        int steps = 0;
        while (System.nanoTime() - begin < SECONDS * 1e9) {
            engine.train(batch);
            steps++;
        }
        return steps * (double) batch.size() / ((System.nanoTime() - begin) / 1e9);
    }

    private static Hyperparameters small(OptimizerKind optimizer) {
        return Runs.small().toBuilder().hiddenLayers(List.of(24, 12)).optimizer(optimizer).embeddingScale(0.3).l2(0.0005)
                .learningRate(optimizer == OptimizerKind.ADAM ? 0.002 : 0.02).batchSize(600).build();
    }

    private static NetworkWeights start(Hyperparameters hyperparameters, int users, int items) {
        return GraphWeights.read(RecommenderGraph.build(hyperparameters, users, items));
    }

    private static double largestDifference(NetworkWeights one, NetworkWeights other) {
        double largest = difference(one.users().values(), other.users().values());
        largest = Math.max(largest, difference(one.items().values(), other.items().values()));
        for (int i = 0; i < one.layers().size(); i++) {
            DenseWeights first = one.layers().get(i);
            DenseWeights second = other.layers().get(i);
            largest = Math.max(largest, Math.max(difference(first.weights(), second.weights()),
                    difference(first.bias(), second.bias())));
        }
        return largest;
    }

    private static double difference(float[] one, float[] other) {
        double largest = 0;
        for (int i = 0; i < one.length; i++) {
            largest = Math.max(largest, Math.abs((double) one[i] - other[i]));
        }
        return largest;
    }

    private static void say(String format, Object... values) {
        System.out.println("GpuSmokeTest: " + String.format(Locale.ROOT, format, values));
    }
}
