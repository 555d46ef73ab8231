package io.marquee.evaluate.baseline;

import io.marquee.data.RatingScale;
import io.marquee.data.Split;
import io.marquee.evaluate.work.Workers;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Matrix factorisation with biases: {@code rating = mean + b_u + b_i + p_u . q_i} (Koren, Bell and Volinsky, Matrix
 * factorization techniques for recommender systems, IEEE Computer 42, 2009, equation 4), fitted by alternating least
 * squares. The penalty of a row's factors grows with its number of ratings (Zhou, Wilkinson, Schreiber and Pan, Large-scale
 * parallel collaborative filtering for the Netflix prize, AAIM 2008); that of its bias does not.
 *
 * <p>Each row is solved for by itself from the rows of the other side, so that the result does not depend on the number of
 * threads.
 */
public final class BiasedFactorization implements Baseline {

    /** As many as the lecture's embeddings have. */
    static final int FACTORS = 10;

    private static final int WIDTH = FACTORS + 1;
    private static final int SWEEPS = 10;
    /** Penalty of a row's factors: so much a rating, and as much as some imaginary ratings, by trial on three datasets. */
    private static final double FACTOR_PENALTY = 0.07;

    private static final double FACTOR_PENALTY_OFFSET = 3;
    private static final double BIAS_PENALTY = 5;
    private static final double INITIAL_SCALE = 0.1;
    private static final int ROWS_A_BLOCK = 64;
    private static final int RATINGS_BETWEEN_LOOKS = 1 << 12;

    private final double mean;
    private final float[] users;
    private final float[] items;
    private final RatingScale scale;

    private BiasedFactorization(double mean, float[] users, float[] items, RatingScale scale) {
        this.mean = mean;
        this.users = users;
        this.items = items;
        this.scale = scale;
    }

    /**
     * Fits the train part.
     *
     * @param seed seed of the factors items start with
     * @param threads number of threads
     */
    public static BiasedFactorization fit(Split split, long seed, int threads) {
        return fit(split, seed, threads, new Pace(false));
    }

    /** @throws CancellationException if {@code pace} says that nobody wants it any more */
    static BiasedFactorization fit(Split split, long seed, int threads, Pace pace) {
        GroupedRatings byUser = GroupedRatings.byUser(split, pace);
        GroupedRatings byItem = GroupedRatings.byItem(split, pace);
        float[] users = new float[byUser.groups() * WIDTH];
        float[] items = new float[byItem.groups() * WIDTH];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < items.length; i++) {
            items[i] = i % WIDTH == FACTORS ? 0 : (float) (INITIAL_SCALE * (random.nextDouble() - 0.5));
        }
        double mean = split.trainStatistics().mean();
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            solveAll(new Side(byUser, users, items, mean), threads, pace);
            solveAll(new Side(byItem, items, users, mean), threads, pace);
        }
        return new BiasedFactorization(mean, users, items, split.ratings().scale());
    }

    @Override
    public double predict(int user, int item) {
        double sum = mean + users[user * WIDTH + FACTORS] + items[item * WIDTH + FACTORS];
        for (int k = 0; k < FACTORS; k++) {
            sum += users[user * WIDTH + k] * items[item * WIDTH + k];
        }
        return scale.clip(sum);
    }

    /** Solves for all rows of one side; with one thread while a run trains beside. */
    private static void solveAll(Side side, int threads, Pace pace) {
        AtomicInteger next = new AtomicInteger();
        if (threads == 1 || pace.isBeside()) {
            solveBlocks(side, next, pace);
            return;
        }
        if (!Workers.run("marquee-baselines", threads, () -> solveBlocks(side, next, pace))) {
            throw new CancellationException("The baselines are no longer wanted");
        }
    }

    private static void solveBlocks(Side side, AtomicInteger next, Pace pace) {
        Normal normal = new Normal();
        int rows = side.ratings.groups();
        for (int from = next.getAndAdd(ROWS_A_BLOCK); from < rows; from = next.getAndAdd(ROWS_A_BLOCK)) {
            int looked = side.ratings.start(from);
            pace.step();
            for (int row = from; row < Math.min(rows, from + ROWS_A_BLOCK); row++) {
                side.solve(row, normal);
                if (side.ratings.start(row + 1) - looked > RATINGS_BETWEEN_LOOKS) {
                    looked = side.ratings.start(row + 1);
                    pace.step();
                }
            }
        }
    }

    /** Users to solve for with items as they are, or items with users. */
    private record Side(GroupedRatings ratings, float[] rows, float[] others, double mean) {

        /** Least squares of {@code rating - mean - b_other} by the other's factors and a constant. */
        void solve(int row, Normal normal) {
            int from = ratings.start(row);
            int to = ratings.start(row + 1);
            if (from == to) {
                // Nothing is known of it: its prediction rests on the other side alone.
                Arrays.fill(rows, row * WIDTH, (row + 1) * WIDTH, 0);
                return;
            }
            normal.clear();
            for (int place = from; place < to; place++) {
                int other = ratings.other(place) * WIDTH;
                normal.add(others, other, ratings.rating(place) - mean - others[other + FACTORS]);
            }
            normal.solve(FACTOR_PENALTY * (to - from) + FACTOR_PENALTY_OFFSET, BIAS_PENALTY, rows, row * WIDTH);
        }
    }

    /** The normal equations of one row: {@code (sum y y' + penalties) x = sum y t} with y the other's factors and 1. */
    private static final class Normal {
        private final double[] matrix = new double[WIDTH * WIDTH];
        private final double[] right = new double[WIDTH];
        private final double[] y = new double[WIDTH];

        void clear() {
            Arrays.fill(matrix, 0);
            Arrays.fill(right, 0);
        }

        void add(float[] others, int at, double target) {
            for (int k = 0; k < FACTORS; k++) {
                y[k] = others[at + k];
            }
            y[FACTORS] = 1;
            for (int k = 0; k < WIDTH; k++) {
                double value = y[k];
                right[k] += value * target;
                int line = k * WIDTH;
                for (int j = 0; j <= k; j++) {
                    matrix[line + j] += value * y[j];
                }
            }
        }

        /** Cholesky decomposition and two substitutions (Golub and Van Loan, Matrix Computations, section 4.2). */
        void solve(double factorPenalty, double biasPenalty, float[] target, int at) {
            for (int k = 0; k < FACTORS; k++) {
                matrix[k * WIDTH + k] += factorPenalty;
            }
            matrix[FACTORS * WIDTH + FACTORS] += biasPenalty;
            for (int i = 0; i < WIDTH; i++) {
                for (int j = 0; j <= i; j++) {
                    double sum = matrix[i * WIDTH + j];
                    for (int k = 0; k < j; k++) {
                        sum -= matrix[i * WIDTH + k] * matrix[j * WIDTH + k];
                    }
                    matrix[i * WIDTH + j] = i == j ? Math.sqrt(sum) : sum / matrix[j * WIDTH + j];
                }
            }
            for (int i = 0; i < WIDTH; i++) {
                double sum = right[i];
                for (int k = 0; k < i; k++) {
                    sum -= matrix[i * WIDTH + k] * right[k];
                }
                right[i] = sum / matrix[i * WIDTH + i];
            }
            for (int i = WIDTH - 1; i >= 0; i--) {
                double sum = right[i];
                for (int k = i + 1; k < WIDTH; k++) {
                    sum -= matrix[k * WIDTH + i] * right[k];
                }
                right[i] = sum / matrix[i * WIDTH + i];
                target[at + i] = (float) right[i];
            }
        }
    }
}
