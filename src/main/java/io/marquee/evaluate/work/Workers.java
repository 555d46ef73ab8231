package io.marquee.evaluate.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Has several threads do the same job, each taking what the others have not, and waits for them. */
public final class Workers {

    private Workers() {}

    /**
     * @param name what the threads are called
     * @param threads number of threads; none for 0
     * @param job what each does; one that throws {@link CancellationException} gives up
     * @return whether none gave up and this thread was not interrupted
     * @throws IllegalStateException if a job failed, with its failure as the cause
     */
    public static boolean run(String name, int threads, Runnable job) {
        ExecutorService executor = Executors.newFixedThreadPool(Math.max(1, threads), task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(executor.submit(job));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CancellationException) {
                return false;
            }
            throw new IllegalStateException("A thread of " + name + " failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            executor.shutdownNow();
        }
    }
}
