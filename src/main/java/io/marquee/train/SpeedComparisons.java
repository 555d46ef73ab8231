package io.marquee.train;

import com.sun.management.ThreadMXBean;
import io.marquee.data.Progress;
import io.marquee.data.Split;
import io.marquee.device.LocalDevices;
import io.marquee.evaluate.Evaluator;
import io.marquee.kernel.Kernels;
import io.marquee.model.Centring;
import io.marquee.model.EmbeddingTable;
import io.marquee.model.GraphWeights;
import io.marquee.model.Hyperparameters;
import io.marquee.model.NetworkWeights;
import io.marquee.model.OptimizerKind;
import io.marquee.model.Predictor;
import io.marquee.model.RecommenderGraph;
import io.marquee.model.WarmRows;
import io.marquee.train.fused.FusedEngine;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures what follows from changing one setting of the fast path at a time: threads, batch size, optimiser, number of
 * users and embedding size. Each change takes turns with the unchanged engine.
 */
final class SpeedComparisons {

    private static final int TURNS = 5;
    private static final int USER_FACTOR = 10;
    private static final int WIDE_EMBEDDING = 128;
    private static final int ALLOCATION_STEPS = 500;

    private final Split split;
    private final Hyperparameters hyperparameters;
    private final int threads;
    private final TrainingEngine base;
    private final BatchSource batches;
    private final double slice;
    private final Progress progress;
    private final List<SpeedDetails.Comparison> comparisons = new ArrayList<>();

    /**
     * @param base the unchanged fast path, warmed up
     * @param batches its batches
     * @param slice seconds of each measurement
     */
    SpeedComparisons(Split split, Hyperparameters hyperparameters, int threads, TrainingEngine base,
            BatchSource batches, double slice, Progress progress) {
        this.split = split;
        this.hyperparameters = hyperparameters;
        this.threads = threads;
        this.base = base;
        this.batches = batches;
        this.slice = slice;
        this.progress = progress;
    }

    SpeedDetails run() throws TrainingException, InterruptedException {
        double allocated = allocatedBytesPerStep();
        if (threads > 1) {
            try (TrainingEngine one = engine(hyperparameters, 1)) {
                compare("threads-1", one, batches, 1.0 / threads);
            }
        }
        halfBatch();
        for (OptimizerKind optimizer : OptimizerKind.values()) {
            if (optimizer != hyperparameters.optimizer()) {
                Hyperparameters changed = hyperparameters.toBuilder().optimizer(optimizer).learningRate(1e-3).build();
                try (TrainingEngine other = engine(changed, threads)) {
                    compare("optimizer-" + optimizer.name().toLowerCase(Locale.ROOT), other, batches, 1);
                }
            }
        }
        try (TrainingEngine large = new FusedEngine(manyUsers(), hyperparameters, threads, Kernels.fastest())) {
            compare("users-x" + USER_FACTOR, large,
                    new SpreadUsers(batches, USER_FACTOR, hyperparameters.batchSize()), 1);
        }
        if (hyperparameters.embeddingSize() != WIDE_EMBEDDING) {
            Hyperparameters wide = hyperparameters.toBuilder().embeddingSize(WIDE_EMBEDDING).build();
            try (TrainingEngine other = engine(wide, threads)) {
                compare("embedding-" + WIDE_EMBEDDING, other, batches,
                        SpeedTest.multiplyAddsPerRating(hyperparameters) / SpeedTest.multiplyAddsPerRating(wide));
            }
        }
        double evaluation = evaluationRatingsPerSecond();
        return new SpeedDetails(comparisons, evaluation, SpeedDetails.MOVIELENS_20M_TEST_RATINGS / evaluation, allocated);
    }

    private void halfBatch() throws TrainingException, InterruptedException {
        int half = hyperparameters.batchSize() / 2;
        if (half == 0) {
            return;
        }
        Hyperparameters changed = hyperparameters.toBuilder().batchSize(half).build();
        try (TrainingEngine other = engine(changed, threads);
                BatchFeeder smaller = new BatchFeeder(split, new Centring(split.trainStatistics().mean(), 1), half,
                        1, hyperparameters.seed())) {
            compare("batch-" + half, other, smaller, 1);
        }
    }

    private TrainingEngine engine(Hyperparameters changed, int withThreads) throws TrainingException {
        return Engines.create(LocalDevices.CPU, RecommenderGraph.build(changed, split.ratings().users().size(),
                split.ratings().items().size()), changed, withThreads);
    }

    private void compare(String name, TrainingEngine changed, BatchSource itsBatches, double arithmeticRatio)
            throws InterruptedException {
        progress.report(comparisons.size() / 7.0, name);
        Pace.warmUp(changed, slice, itsBatches, progress);
        double[] with = new double[TURNS];
        double[] without = new double[TURNS];
        for (int i = 0; i < TURNS; i++) {
            with[i] = 1 / Pace.measure(changed, slice, itsBatches, progress).secondsPerRating();
            without[i] = 1 / Pace.measure(base, slice, batches, progress).secondsPerRating();
        }
        comparisons.add(SpeedDetails.Comparison.of(name, median(with), median(without), arithmeticRatio));
    }

    /** The same network with each user's embedding repeated. */
    private NetworkWeights manyUsers() {
        NetworkWeights weights = GraphWeights.read(RecommenderGraph.build(hyperparameters,
                split.ratings().users().size(), split.ratings().items().size()));
        EmbeddingTable users = weights.users();
        float[] values = new float[Math.multiplyExact(users.values().length, USER_FACTOR)];
        for (int row = 0; row < users.rows() * USER_FACTOR; row++) {
            users.copyRow(row / USER_FACTOR, values, row * users.size());
        }
        return new NetworkWeights(new EmbeddingTable(users.rows() * USER_FACTOR, users.size(), values),
                weights.items(), weights.layers());
    }

    private double evaluationRatingsPerSecond() {
        progress.report(1, "evaluation");
        Predictor predictor = new Predictor(base.snapshot(), new Centring(split.trainStatistics().mean(), 1),
                WarmRows.of(split), split.ratings().scale());
        Evaluator evaluator = new Evaluator(threads);
        evaluator.evaluateTest(predictor, split, () -> true);
        double[] rates = new double[TURNS];
        for (int i = 0; i < TURNS; i++) {
            long start = System.nanoTime();
            long evaluated = 0;
            do {
                evaluator.evaluateTest(predictor, split, () -> true);
                evaluated += split.testSize();
            } while (System.nanoTime() - start < slice * 1e9);
            rates[i] = evaluated / ((System.nanoTime() - start) / 1e9);
        }
        return median(rates);
    }

    private double allocatedBytesPerStep() throws InterruptedException {
        long before = allocatedBytes();
        for (int i = 0; i < ALLOCATION_STEPS; i++) {
            base.train(batches.next());
        }
        return (double) (allocatedBytes() - before) / ALLOCATION_STEPS;
    }

    private static long allocatedBytes() {
        ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return Arrays.stream(bean.getThreadAllocatedBytes(bean.getAllThreadIds())).filter(bytes -> bytes > 0).sum();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
