package io.marquee.evaluate;

import io.marquee.data.IdIndex;
import io.marquee.data.RatingTable;
import io.marquee.data.Split;
import io.marquee.model.Predictor;
import io.marquee.model.TrainedModel;
import io.marquee.model.WarmRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Measures the errors of predictions over many ratings, on all cores. Sums are kept by chunk and added in order, so that
 * the result does not depend on the number of threads.
 */
public final class Evaluator {

    private static final int CHUNK = 16_384;

    private final int threads;

    /** @param threads number of threads to use, at least 1 */
    public Evaluator(int threads) {
        this.threads = threads;
    }

    /** Errors of a model on ratings of any dataset; its users and items are found by their original ids. */
    public static ErrorMetrics evaluate(TrainedModel model, RatingTable ratings) {
        Predictor predictor = Predictor.of(model, model.hyperparameters().clipPredictions());
        int[] users = translation(ratings.users(), model.users());
        int[] items = translation(ratings.items(), model.items());
        RatingSource source = (from, count, chunk) -> {
            for (int i = 0; i < count; i++) {
                chunk.users[i] = users[ratings.user(from + i)];
                chunk.items[i] = items[ratings.item(from + i)];
                chunk.ratings[i] = ratings.rating(from + i);
            }
        };
        return new Evaluator(Runtime.getRuntime().availableProcessors())
                .run(predictor, ratings.size(), source, () -> true)
                .orElseThrow(() -> new IllegalStateException("An evaluation nobody can stop was stopped"));
    }

    /**
     * Errors on the test part of a split.
     *
     * @param mayGoOn asked between chunks, from any thread; may block to hold the evaluation
     * @return empty if {@code mayGoOn} said no
     */
    public Optional<ErrorMetrics> evaluateTest(Predictor predictor, Split split, BooleanSupplier mayGoOn) {
        RatingSource source =
                (from, count, chunk) -> split.gatherTest(from, count, chunk.users, chunk.items, chunk.ratings);
        return run(predictor, split.testSize(), source, mayGoOn);
    }

    /** The same on the validation part of a split; it must have one. */
    public Optional<ErrorMetrics> evaluateValidation(Predictor predictor, Split split, BooleanSupplier mayGoOn) {
        RatingSource source =
                (from, count, chunk) -> split.gatherValidation(from, count, chunk.users, chunk.items, chunk.ratings);
        return run(predictor, split.validationSize(), source, mayGoOn);
    }

    private static int[] translation(IdIndex from, IdIndex to) {
        int[] translation = new int[from.size()];
        for (int i = 0; i < translation.length; i++) {
            translation[i] = to.indexOf(from.id(i));
        }
        return translation;
    }

    private Optional<ErrorMetrics> run(Predictor predictor, int size, RatingSource source, BooleanSupplier mayGoOn) {
        Sums[] sums = new Sums[(size + CHUNK - 1) / CHUNK];
        AtomicInteger next = new AtomicInteger();
        Runnable worker = () -> {
            Predictor.Scorer scorer = predictor.scorer();
            Chunk chunk = new Chunk();
            for (int i = next.getAndIncrement(); i < sums.length; i = next.getAndIncrement()) {
                if (!mayGoOn.getAsBoolean()) {
                    throw new CancellationException("Evaluation stopped");
                }
                int count = Math.min(CHUNK, size - i * CHUNK);
                source.fill(i * CHUNK, count, chunk);
                scorer.predict(chunk.users, chunk.items, count, chunk.predictions);
                sums[i] = chunk.sums(count, predictor.warm());
            }
        };
        return runAll(worker, Math.min(threads, sums.length)) ? Optional.of(Sums.total(sums)) : Optional.empty();
    }

    private static boolean runAll(Runnable worker, int threads) {
        ExecutorService executor = Executors.newFixedThreadPool(Math.max(1, threads), task -> {
            Thread thread = new Thread(task, "marquee-evaluation");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(executor.submit(worker));
            }
            for (Future<?> future : workers) {
                future.get();
            }
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CancellationException) {
                return false;
            }
            throw new IllegalStateException("Evaluation failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            executor.shutdownNow();
        }
    }

    /** Where the ratings to evaluate come from. */
    private interface RatingSource {
        void fill(int from, int count, Chunk chunk);
    }

    /** Reused buffers of one thread. */
    private static final class Chunk {
        private final int[] users = new int[CHUNK];
        private final int[] items = new int[CHUNK];
        private final float[] ratings = new float[CHUNK];
        private final float[] predictions = new float[CHUNK];

        Sums sums(int count, WarmRows warm) {
            double squared = 0;
            double absolute = 0;
            long coldUsers = 0;
            long coldItems = 0;
            for (int i = 0; i < count; i++) {
                double error = predictions[i] - ratings[i];
                squared += error * error;
                absolute += Math.abs(error);
                coldUsers += warm.warmUser(users[i]) ? 0 : 1;
                coldItems += warm.warmItem(items[i]) ? 0 : 1;
            }
            return new Sums(count, squared, absolute, coldUsers, coldItems);
        }
    }

    private record Sums(long count, double squared, double absolute, long coldUsers, long coldItems) {

        static ErrorMetrics total(Sums[] chunks) {
            long count = 0;
            double squared = 0;
            double absolute = 0;
            long coldUsers = 0;
            long coldItems = 0;
            for (Sums chunk : chunks) {
                count += chunk.count;
                squared += chunk.squared;
                absolute += chunk.absolute;
                coldUsers += chunk.coldUsers;
                coldItems += chunk.coldItems;
            }
            double mse = squared / count;
            return new ErrorMetrics(count, mse, Math.sqrt(mse), absolute / count, coldUsers, coldItems);
        }
    }
}
