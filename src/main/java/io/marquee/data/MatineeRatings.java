package io.marquee.data;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Makes the ratings of the built-in dataset, blocks of users in parallel. Each user has a random stream of their own
 * and a fixed range of rows, so the result does not depend on the number of threads.
 */
final class MatineeRatings {

    private static final int BLOCK_USERS = 256;

    private final MatineePreset preset;
    private final long seed;
    private final MatineeTruth truth;
    private final MoviesByGenre byGenre;
    private final FirstRaters firstRaters;

    /** Where the rows of each user start; one more than there are users. */
    private final int[] starts;
    private final int[] users;
    private final int[] items;
    private final byte[] codes;
    private final int[] times;

    MatineeRatings(MatineePreset preset, long seed, MatineeTruth truth) {
        this.preset = preset;
        this.seed = seed;
        this.truth = truth;
        this.byGenre = new MoviesByGenre(truth.movies());
        this.firstRaters = new FirstRaters(preset, seed);
        int[] counts = UserCounts.of(preset, seed);
        this.starts = new int[counts.length + 1];
        for (int user = 0; user < counts.length; user++) {
            starts[user + 1] = starts[user] + counts[user];
        }
        this.users = new int[preset.ratings()];
        this.items = new int[preset.ratings()];
        this.codes = new byte[preset.ratings()];
        this.times = new int[preset.ratings()];
    }

    /**
     * Makes all ratings.
     *
     * @return the mean over the ratings of their variance around their expected value, in squared stars
     * @throws CancellationException if {@code progress} asks to stop
     */
    double fill(int threads, Progress progress) {
        ExecutorService workers = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "matinee");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<Double>> blocks = new ArrayList<>();
            for (int from = 0; from < preset.users(); from += BLOCK_USERS) {
                int first = from;
                blocks.add(workers.submit(() -> fillBlock(first, Math.min(preset.users(), first + BLOCK_USERS))));
            }
            double variance = 0;
            for (int block = 0; block < blocks.size(); block++) {
                if (progress.cancelled()) {
                    throw new CancellationException();
                }
                // Summed in the order of the blocks: floating-point sums depend on the order.
                variance += blocks.get(block).get();
                progress.report((block + 1.0) / blocks.size(), "generating ratings");
            }
            return variance / preset.ratings();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Generating ratings failed", e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private double fillBlock(int firstUser, int endUser) {
        MovieSampler sampler = new MovieSampler(truth, byGenre);
        HalfStarNoise noise = truth.noise();
        double variance = 0;
        for (int user = firstUser; user < endUser; user++) {
            var random = new MatineeRandom(seed, MatineeRandom.Purpose.RATINGS, user);
            int from = starts[user];
            int to = starts[user + 1];
            int given = firstRaters.fill(user, items, from);
            sampler.sample(user, random, items, from, to, given);
            MatineeTimes.fill(times, from, to, random);
            for (int row = from; row < to; row++) {
                double trueMean = truth.trueMean(user, items[row]);
                users[row] = user;
                codes[row] = noise.draw(trueMean, random);
                variance += noise.variance(trueMean);
            }
        }
        return variance;
    }

    /** The ratings as a table, once they are made. The ids are 1, 2, ... for users and for items. */
    RatingTable table() {
        return new RatingTable(
                new NumericIdIndex(IntStream.rangeClosed(1, preset.users()).toArray()),
                new NumericIdIndex(IntStream.rangeClosed(1, preset.items()).toArray()),
                users, items, new RatingColumn.Coded(codes, 0.5f), times, RatingScale.HALF_STARS);
    }
}
