package io.marquee.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleSupplier;

/**
 * Measures how many multiply-adds a second this machine can do with the kernel's own instructions when nothing else holds
 * it up: operands in registers, no memory, no data. Kernels are judged by the fraction of it they reach.
 */
public final class ArithmeticPeak {

    private ArithmeticPeak() {}

    /** Multiply-adds a second of all threads together, over some {@code seconds}. */
    public static double multiplyAddsPerSecond(int threads, double seconds) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Double>> rates = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                rates.add(pool.submit(() -> rate(seconds)));
            }
            double sum = 0;
            for (Future<Double> rate : rates) {
                sum += rate.get();
            }
            return sum;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The arithmetic peak cannot be measured", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static double rate(double seconds) {
        boolean vectors = Kernels.vectorObstacle().isEmpty();
        DoubleSupplier burst = vectors ? VectorBurst::run : ScalarBurst::run;
        long done = 0;
        long start = System.nanoTime();
        long elapsed;
        double result = 0;
        do {
            result += burst.getAsDouble();
            done++;
            elapsed = System.nanoTime() - start;
        } while (elapsed < seconds * 1e9);
        if (Double.isNaN(result)) {
            throw new IllegalStateException("The sums went astray");
        }
        return done * (double) (vectors ? VectorBurst.multiplyAdds() : ScalarBurst.MULTIPLY_ADDS) / elapsed * 1e9;
    }

    /** Plain loops, for machines without the Vector API. */
    private static final class ScalarBurst {

        private static final int ROUNDS = 20_000;
        static final int MULTIPLY_ADDS = ROUNDS * 8;

        static double run() {
            float factor = 0.999f;
            float term = 0.001f;
            float a0 = 0;
            float a1 = 1;
            float a2 = 2;
            float a3 = 3;
            float a4 = 4;
            float a5 = 5;
            float a6 = 6;
            float a7 = 7;
            for (int i = 0; i < ROUNDS; i++) {
                a0 = a0 * factor + term;
                a1 = a1 * factor + term;
                a2 = a2 * factor + term;
                a3 = a3 * factor + term;
                a4 = a4 * factor + term;
                a5 = a5 * factor + term;
                a6 = a6 * factor + term;
                a7 = a7 * factor + term;
            }
            return a0 + a1 + a2 + a3 + a4 + a5 + a6 + a7;
        }
    }
}
