package io.marquee.data.parallel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Runs numbered tasks on all cores, the calling thread included; each worker takes the next task when it is free. */
public final class Workers {

    private Workers() {}

    /**
     * A task of many.
     *
     * @param <E> what it may throw
     */
    @FunctionalInterface
    public interface Task<E extends Exception> {

        /** Does the part of the work that has this number. */
        void run(int number) throws E;
    }

    /** The number of workers that are worth having: one a core. */
    public static int count() {
        return Runtime.getRuntime().availableProcessors();
    }

    /**
     * Runs tasks 0 to {@code tasks-1} and returns when all have ended. After a failure no further task begins.
     *
     * @throws E what the first task to fail threw
     */
    public static <E extends Exception> void run(int tasks, Task<E> task) throws E {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable worker = () -> {
            try {
                for (int number = next.getAndIncrement(); number < tasks && failure.get() == null;
                        number = next.getAndIncrement()) {
                    task.run(number);
                }
            } catch (Throwable thrown) {
                // Kept for the calling thread, which throws it.
                failure.compareAndSet(null, thrown);
            }
        };
        Thread[] helpers = new Thread[Math.max(0, Math.min(tasks, count()) - 1)];
        for (int i = 0; i < helpers.length; i++) {
            helpers[i] = new Thread(worker, "data-" + i);
            helpers[i].setDaemon(true);
            helpers[i].start();
        }
        worker.run();
        join(helpers);
        if (failure.get() != null) {
            throw Workers.<E>as(failure.get());
        }
    }

    /** Waits to the end even when interrupted: helpers write into the caller's arrays. */
    private static void join(Thread[] helpers) {
        boolean interrupted = false;
        for (Thread helper : helpers) {
            while (helper.isAlive()) {
                try {
                    helper.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tasks can throw nothing but E and what is unchecked. */
    @SuppressWarnings("unchecked")
    private static <E extends Exception> E as(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return (E) thrown;
    }
}
