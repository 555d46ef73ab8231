package io.marquee.train.fused;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * Threads that do one task together, thousands of times a second. The caller is worker 0. Others wait for work by spinning
 * for some ten microseconds, because the next task usually follows at once, and then sleep, so that a paused run costs
 * nothing.
 */
final class WorkerTeam implements AutoCloseable {

    private static final int SPINS = 4_000;

    private final Thread[] threads;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private IntConsumer task;
    private volatile long round;
    private volatile boolean closed;

    /** @param size number of workers, the caller included */
    WorkerTeam(int size) {
        threads = new Thread[size - 1];
        for (int i = 0; i < threads.length; i++) {
            int worker = i + 1;
            threads[i] = new Thread(() -> work(worker), "marquee-worker-" + worker);
            threads[i].setDaemon(true);
            threads[i].start();
        }
    }

    int size() {
        return threads.length + 1;
    }

    /**
     * Lets each worker do its share and returns when all have.
     *
     * @param share does the share of the worker whose number it gets; must not allocate for speed
     * @throws IllegalStateException if a worker's share failed; the cause is what it threw
     */
    void run(IntConsumer share) {
        task = share;
        running.set(threads.length);
        round++;
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
        }
        try {
            share.accept(0);
        } finally {
            int spins = 0;
            while (running.get() > 0) {
                if (++spins < SPINS) {
                    Thread.onSpinWait();
                } else {
                    Thread.yield();
                }
            }
        }
        Throwable thrown = failure.getAndSet(null);
        if (thrown != null) {
            throw new IllegalStateException("A training worker failed", thrown);
        }
    }

    private void work(int worker) {
        long done = 0;
        while (true) {
            int spins = 0;
            while (round == done && !closed) {
                if (++spins < SPINS) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.park(this);
                }
            }
            if (closed) {
                return;
            }
            done++;
            try {
                task.accept(worker);
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            } finally {
                running.decrementAndGet();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
        }
    }
}
