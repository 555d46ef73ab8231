package io.marquee.evaluate.baseline;

import io.marquee.data.RatingTable;
import io.marquee.data.Split;
import io.marquee.device.ThreadPriority;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fits and measures the baselines on a thread of its own, from the simplest, beside a training run that hardly feels it.
 * What is there so far can be asked for at any time, from any thread.
 */
public final class BaselineRun implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BaselineRun.class);
    private static final int ROWS_BETWEEN_LOOKS = 1 << 14;

    private final Pace pace;
    private final int threads;
    private final Thread thread;
    private final List<BaselineResult> results = new ArrayList<>();
    private String failure;

    private BaselineRun(Supplier<Split> split, long seed, int threads, boolean beside) {
        this.pace = new Pace(beside);
        this.threads = threads;
        thread = new Thread(() -> {
            if (beside) {
                ThreadPriority.lowerThisThread();
            }
            measureAll(split, seed);
        }, "marquee-baselines");
        thread.setDaemon(true);
    }

    /**
     * Starts beside a training run.
     *
     * @param split makes the split the run trains on; called on the thread of the baselines
     * @param seed seed of the factorisation
     */
    public static BaselineRun beside(Supplier<Split> split, long seed) {
        BaselineRun run = new BaselineRun(split, seed, Runtime.getRuntime().availableProcessors(), true);
        run.thread.start();
        return run;
    }

    /** Starts at full speed. */
    public static BaselineRun alone(Supplier<Split> split, long seed) {
        BaselineRun run = new BaselineRun(split, seed, Runtime.getRuntime().availableProcessors(), false);
        run.thread.start();
        return run;
    }

    private void measureAll(Supplier<Split> supplier, long seed) {
        try {
            Split split = supplier.get();
            for (BaselineKind kind : BaselineKind.values()) {
                BaselineResult result = measure(kind, split, seed);
                synchronized (this) {
                    results.add(result);
                }
            }
        } catch (CancellationException e) {
            LOG.debug("Baselines ended early", e);
        } catch (RuntimeException | OutOfMemoryError e) {
            // The run they stand beside goes on without them.
            LOG.warn("Baselines failed", e);
            synchronized (this) {
                failure = e instanceof OutOfMemoryError
                        ? "There was not enough memory for the baselines (" + e.getMessage() + ")."
                        : "The baselines could not be computed (" + e.getMessage() + ").";
            }
        }
    }

    private BaselineResult measure(BaselineKind kind, Split split, long seed) {
        long start = System.nanoTime();
        Baseline baseline = switch (kind) {
            case GLOBAL_MEAN -> GlobalMean.fit(split);
            case MEANS -> BiasBaseline.fit(split);
            case FACTORIZATION -> BiasedFactorization.fit(split, seed, threads, pace);
        };
        Errors test = errors(baseline, split.ratings(), split.testSize(), split::testRow);
        OptionalDouble validation = split.validationSize() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        errors(baseline, split.ratings(), split.validationSize(), split::validationRow).mse());
        return new BaselineResult(kind, kind.label(), kind.method(), test.mse(), Math.sqrt(test.mse()), test.mae(),
                validation, (System.nanoTime() - start) / 1e9);
    }

    private Errors errors(Baseline baseline, RatingTable ratings, int size, IntUnaryOperator rowOf) {
        double squared = 0;
        double absolute = 0;
        for (int i = 0; i < size; i++) {
            int row = rowOf.applyAsInt(i);
            double error = baseline.predict(ratings.user(row), ratings.item(row)) - ratings.rating(row);
            squared += error * error;
            absolute += Math.abs(error);
            if (i % ROWS_BETWEEN_LOOKS == 0) {
                pace.step();
            }
        }
        return new Errors(squared / size, absolute / size);
    }

    private record Errors(double mse, double mae) {}

    /** The training run is over: no more need to hold back. */
    public void fullSpeed() {
        pace.fullSpeed();
    }

    /** What has been measured so far, from the simplest baseline. */
    public synchronized List<BaselineResult> results() {
        return List.copyOf(results);
    }

    /** What kept some baselines from being measured, as a sentence. */
    public synchronized Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** Waits, at full speed, until all that can be measured is. */
    public List<BaselineResult> await() throws InterruptedException {
        fullSpeed();
        thread.join();
        return results();
    }

    /** Ends the work early. */
    @Override
    public void close() {
        pace.cancel();
    }
}
