package io.marquee.export;

import io.marquee.data.Progress;
import io.marquee.model.TrainedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Writes what each user should watch to a CSV file, users in index order, each user's best movie first, as
 * {@link io.marquee.recommend.TopNRecommender} orders them. Uses all processors. A file that was left half written, by
 * cancelling or because the program ended, is continued.
 */
public final class TopListExport {

    private final TopListSource source;
    private final TopListSpec spec;
    private final TopListLines lines;
    private final String contents;
    private final int threads = Runtime.getRuntime().availableProcessors();

    /**
     * What an export did.
     *
     * @param users users in the file
     * @param total users there are
     * @param usersBefore users that were in the file when it was opened
     * @param seconds how long it took
     * @param file the file, if it is complete, otherwise what there is of it
     */
    public record Outcome(int users, int total, int usersBefore, double seconds, Path file) {

        /** Whether all users are in the file. */
        public boolean complete() {
            return users == total;
        }
    }

    public TopListExport(TrainedModel model, TopListSpec spec) {
        this.source = new TopListSource(model, spec.memoryMegabytes());
        this.spec = spec;
        this.lines = new TopListLines(model, spec.titles());
        this.contents = "lists of model " + ModelFingerprint.of(model) + ", " + spec.count() + " each, rated "
                + (spec.includeRated() ? "included" : "left out") + (spec.titles() ? ", with titles" : "");
    }

    /**
     * Writes the file. Long: call it from a background thread. When {@code progress} asks to stop, what is written stays,
     * and the next call with the same model, file and options goes on from there.
     *
     * @throws IOException if the file cannot be written
     */
    public Outcome write(Path file, Progress progress) throws IOException {
        long start = System.nanoTime();
        try (PartialFile partial = PartialFile.open(file, contents, lines.header())) {
            AtomicBoolean stop = new AtomicBoolean();
            ExecutorService pool = Executors.newFixedThreadPool(threads, TopListExport::thread);
            try {
                append(partial, pool, stop, new TimeLeft(source.userCount(), partial.steps(), progress));
            } finally {
                stop.set(true);
                pool.shutdown();
            }
            if (partial.steps() == source.userCount()) {
                partial.finish();
            }
            return new Outcome(partial.steps(), source.userCount(), partial.stepsAtOpening(),
                    (System.nanoTime() - start) / 1e9, file);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "marquee-export");
        thread.setDaemon(true);
        return thread;
    }

    private void append(PartialFile partial, ExecutorService pool, AtomicBoolean stop, TimeLeft progress)
            throws IOException {
        BlockingQueue<TopListTile> idle = new LinkedBlockingQueue<>();
        for (int i = 0; i < threads; i++) {
            idle.add(new TopListTile(source, spec));
        }
        int size = TopListTile.users(source.network().width());
        Deque<Future<byte[]>> ahead = new ArrayDeque<>();
        int next = partial.steps();
        while (partial.steps() < source.userCount()) {
            while (next < source.userCount() && ahead.size() < 2 * threads) {
                int first = next;
                int count = Math.min(size, source.userCount() - first);
                ahead.add(pool.submit(() -> lines(idle, first, count, stop)));
                next += count;
            }
            byte[] bytes = await(ahead.remove(), progress);
            if (bytes == null) {
                return;
            }
            partial.append(bytes, Math.min(size, source.userCount() - partial.steps()));
            progress.report(partial.steps());
        }
    }

    private byte[] lines(BlockingQueue<TopListTile> idle, int first, int count, AtomicBoolean stop)
            throws InterruptedException {
        TopListTile tile = idle.take();
        try {
            tile.find(first, count, stop::get);
            return lines.of(tile, first, count);
        } finally {
            idle.add(tile);
        }
    }

    /** The lines of the tile; null if the export should stop before they are there. */
    private static byte[] await(Future<byte[]> tile, TimeLeft progress) throws IOException {
        while (!progress.cancelled()) {
            try {
                return tile.get(50, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // Looks again whether anybody still wants the file.
                continue;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            } catch (ExecutionException e) {
                throw new IllegalStateException("The lists could not be made: " + e.getCause(), e.getCause());
            }
        }
        return null;
    }
}
