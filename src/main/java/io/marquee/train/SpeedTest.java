package io.marquee.train;

import io.marquee.data.Dataset;
import io.marquee.data.Progress;
import io.marquee.data.RatingStatistics;
import io.marquee.data.Split;
import io.marquee.data.SplitSpec;
import io.marquee.device.LocalDevices;
import io.marquee.kernel.ArithmeticPeak;
import io.marquee.model.Centring;
import io.marquee.model.Hyperparameters;
import io.marquee.model.RecommenderGraph;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;

/**
 * Compares the fast path, stock DL4J layers and the bare data path on one dataset. They take turns, so that a machine that
 * is busy for a while slows all of them, and begin once the compiler has warmed up.
 */
public final class SpeedTest {

    private static final int TURNS = 5;
    private static final int WARM_UP_LIMIT = 15;
    private static final int WARM_UP_STEADY = 2;
    private static final double WARM_UP_PEAK_SECONDS = 1;
    private static final double TEST_FRACTION = 0.2;
    private static final double FAST_PART = 0.5;
    private static final double STOCK_PART = 0.5;
    /** As short as the peak can be told in: it is the same in each turn unless others use the machine. */
    private static final double PEAK_SECONDS = 0.25;
    /** Few enough that the data path seldom reaches the end of a large epoch, whose shuffle the next part would wait for. */
    private static final int DATA_RATINGS = 2_000_000;

    private final String dataset;
    private final Split split;
    private final Hyperparameters hyperparameters;

    public SpeedTest(Dataset dataset, Hyperparameters hyperparameters) {
        this.dataset = dataset.name();
        this.split = dataset.split(new SplitSpec(TEST_FRACTION, hyperparameters.seed()));
        this.hyperparameters = hyperparameters;
    }

    /**
     * Measures for some {@code seconds} after warming up for some seconds.
     *
     * @throws TrainingException if an engine cannot be made
     * @throws CancellationException if {@code progress} asks to stop
     */
    public SpeedReport run(double seconds, Progress progress) throws TrainingException, InterruptedException {
        RatingStatistics statistics = split.trainStatistics();
        try (BatchFeeder feeder = new BatchFeeder(split, new Centring(statistics.mean(), 1),
                        hyperparameters.batchSize(), Integer.MAX_VALUE - 1, hyperparameters.seed());
                TrainingEngine fast = engine(LocalDevices.CPU);
                TrainingEngine stock = engine(LocalDevices.CPU_STOCK)) {
            feeder.next();
            // One shuffle has passed by now, with the machine to itself.
            double shuffleSeconds = feeder.shuffleNanos() / 1e9 / split.trainSize();
            progress.report(0, "warming up");
            warmUp(fast, feeder, progress);
            warmUp(stock, feeder, progress);
            peak(WARM_UP_PEAK_SECONDS);
            Turn[] turns = new Turn[TURNS];
            for (int i = 0; i < TURNS; i++) {
                progress.report((double) i / TURNS, "turn " + (i + 1) + " of " + TURNS);
                turns[i] = turn(seconds / TURNS, feeder, fast, stock, progress);
            }
            return report(fast.description(), shuffleSeconds, turns);
        }
    }

    private TrainingEngine engine(String device) throws TrainingException {
        return Engines.create(device, RecommenderGraph.build(hyperparameters, split.ratings().users().size(),
                split.ratings().items().size()), hyperparameters);
    }

    /** Until the compiler has done its work and the rate no longer rises, or for a quarter of a minute. */
    private static void warmUp(TrainingEngine engine, BatchFeeder feeder, Progress progress)
            throws InterruptedException {
        double best = Double.POSITIVE_INFINITY;
        int steady = 0;
        for (int i = 0; i < WARM_UP_LIMIT && steady < WARM_UP_STEADY; i++) {
            double pace = train(engine, 1, feeder, progress).secondsPerRating();
            steady = pace > 0.9 * best ? steady + 1 : 0;
            best = Math.min(best, pace);
        }
    }

    private Turn turn(double seconds, BatchFeeder feeder, TrainingEngine fast, TrainingEngine stock, Progress progress)
            throws InterruptedException {
        double peak = peak(PEAK_SECONDS);
        long dataBefore = feeder.fillNanos() + feeder.shuffleNanos();
        long taken = 0;
        while (taken < DATA_RATINGS) {
            taken += feeder.next().size();
        }
        double fillSeconds = (feeder.fillNanos() + feeder.shuffleNanos() - dataBefore) / 1e9 / taken;
        return new Turn(peak, fillSeconds, train(fast, FAST_PART * seconds, feeder, progress),
                train(stock, STOCK_PART * seconds, feeder, progress));
    }

    private static double peak(double seconds) throws InterruptedException {
        return ArithmeticPeak.multiplyAddsPerSecond(Runtime.getRuntime().availableProcessors(), seconds);
    }

    private static Pace train(TrainingEngine engine, double seconds, BatchFeeder feeder, Progress progress)
            throws InterruptedException {
        long waitedBefore = feeder.waitingNanos();
        long start = System.nanoTime();
        long elapsed;
        long ratings = 0;
        do {
            if (progress.cancelled()) {
                throw new CancellationException();
            }
            Batch batch = feeder.next();
            engine.train(batch);
            ratings += batch.size();
            elapsed = System.nanoTime() - start;
        } while (elapsed < seconds * 1e9);
        return new Pace(elapsed / 1e9 / ratings, (feeder.waitingNanos() - waitedBefore) / 1e9 / ratings);
    }

    private SpeedReport report(String engine, double shuffleSeconds, Turn[] turns) {
        double fill = median(turns, Turn::fillSeconds);
        double waiting = median(turns, turn -> turn.fast().waitingSeconds());
        // An epoch's one shuffle seldom falls into a turn: its share is added to all.
        double fast = median(turns, turn -> turn.fast().secondsPerRating()) + shuffleSeconds;
        double stock = median(turns, turn -> turn.stock().secondsPerRating()) + shuffleSeconds;
        double peak = median(turns, Turn::peak);
        return new SpeedReport(dataset, hyperparameters, engine, TURNS, 1 / fast, 1 / stock,
                1 / (fill + shuffleSeconds), stock / fast, (shuffleSeconds + fill + waiting) / fast, peak,
                multiplyAddsPerRating() / fast / peak, SpeedReport.MOVIELENS_20M_TRAIN_RATINGS * fast);
    }

    /** Each weight of a dense layer takes part in three: forward, gradient of the inputs, gradient of the weight. */
    private double multiplyAddsPerRating() {
        double sum = 0;
        int width = 2 * hyperparameters.embeddingSize();
        for (int hidden : hyperparameters.hiddenLayers()) {
            sum += 3.0 * width * hidden;
            width = hidden;
        }
        return sum + 3.0 * width;
    }

    private static double median(Turn[] turns, ToDoubleFunction<Turn> value) {
        double[] sorted = Arrays.stream(turns).mapToDouble(value).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** Seconds a rating takes an engine, and the part of them it waited for a batch. */
    private record Pace(double secondsPerRating, double waitingSeconds) {}

    /** One turn: multiply-adds a second, seconds to fill a rating into a batch, and the two engines. */
    private record Turn(double peak, double fillSeconds, Pace fast, Pace stock) {}
}
