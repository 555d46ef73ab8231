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
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;

/**
 * Compares the fast path, stock DL4J layers and the bare data path on one dataset. They take turns, so that a machine that
 * is busy for a while slows all of them, and begin once the compiler has warmed up.
 */
public final class SpeedTest {

    private static final int TURNS = 5;
    private static final double WARM_UP_SECONDS = 1;
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
    private final int threads;

    /** @param threads threads of the fast path, of the measured peak and of evaluation */
    public SpeedTest(Dataset dataset, Hyperparameters hyperparameters, int threads) {
        this.dataset = dataset.name();
        this.split = dataset.split(new SplitSpec(TEST_FRACTION, hyperparameters.seed()));
        this.hyperparameters = hyperparameters;
        this.threads = threads;
    }

    /**
     * Measures for some {@code seconds} after warming up for some seconds.
     *
     * @param details whether to measure other settings too, for some time more
     * @throws TrainingException if an engine cannot be made
     * @throws CancellationException if {@code progress} asks to stop
     */
    public SpeedReport run(double seconds, boolean details, Progress progress)
            throws TrainingException, InterruptedException {
        RatingStatistics statistics = split.trainStatistics();
        try (BatchFeeder feeder = new BatchFeeder(split, new Centring(statistics.mean(), 1),
                        hyperparameters.batchSize(), 1, hyperparameters.seed());
                TrainingEngine fast = engine(LocalDevices.CPU);
                TrainingEngine stock = engine(LocalDevices.CPU_STOCK)) {
            feeder.next();
            // One shuffle has passed by now, with the machine to itself.
            double shuffleSeconds = feeder.shuffleNanos() / 1e9 / split.trainSize();
            progress.report(0, "warming up");
            double warmUp = Math.min(WARM_UP_SECONDS, seconds / TURNS);
            Pace.warmUp(fast, warmUp, feeder, progress);
            Pace.warmUp(stock, warmUp, feeder, progress);
            peak(warmUp);
            Turn[] turns = new Turn[TURNS];
            for (int i = 0; i < TURNS; i++) {
                progress.report((double) i / TURNS, "turn " + (i + 1) + " of " + TURNS);
                turns[i] = turn(seconds / TURNS, feeder, fast, stock, progress);
            }
            Optional<SpeedDetails> more = details
                    ? Optional.of(new SpeedComparisons(split, hyperparameters, threads, fast, feeder,
                            seconds / TURNS / 2, progress).run())
                    : Optional.empty();
            return report(fast.description(), shuffleSeconds, turns, more);
        }
    }

    private TrainingEngine engine(String device) throws TrainingException {
        return Engines.create(device, RecommenderGraph.build(hyperparameters, split.ratings().users().size(),
                split.ratings().items().size()), hyperparameters, threads);
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
        return new Turn(peak, fillSeconds, Pace.measure(fast, FAST_PART * seconds, feeder, progress),
                Pace.measure(stock, STOCK_PART * seconds, feeder, progress));
    }

    private double peak(double seconds) throws InterruptedException {
        return ArithmeticPeak.multiplyAddsPerSecond(threads, seconds);
    }

    private SpeedReport report(
            String engine, double shuffleSeconds, Turn[] turns, Optional<SpeedDetails> details) {
        double fill = median(turns, Turn::fillSeconds);
        double waiting = median(turns, turn -> turn.fast().waitingSeconds());
        // An epoch's one shuffle seldom falls into a turn: its share is added to all.
        double fast = median(turns, turn -> turn.fast().secondsPerRating()) + shuffleSeconds;
        double stock = median(turns, turn -> turn.stock().secondsPerRating()) + shuffleSeconds;
        double peak = median(turns, Turn::peak);
        return new SpeedReport(dataset, hyperparameters, engine, threads, TURNS, 1 / fast, 1 / stock,
                1 / (fill + shuffleSeconds), stock / fast, (shuffleSeconds + fill + waiting) / fast, peak,
                multiplyAddsPerRating(hyperparameters) / fast / peak,
                SpeedReport.MOVIELENS_20M_TRAIN_RATINGS * fast, details);
    }

    /** Each weight of a dense layer takes part in three: forward, gradient of the inputs, gradient of the weight. */
    static double multiplyAddsPerRating(Hyperparameters hyperparameters) {
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

    /** One turn: multiply-adds a second, seconds to fill a rating into a batch, and the two engines. */
    private record Turn(double peak, double fillSeconds, Pace fast, Pace stock) {}
}
