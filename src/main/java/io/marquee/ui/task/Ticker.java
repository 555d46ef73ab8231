package io.marquee.ui.task;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/**
 * Calls something on the JavaFX thread at a fixed rate. A JavaFX timeline would do that too, but while one plays JavaFX
 * prepares 60 frames a second whether or not anything changes, and each of them interrupts a training thread.
 */
public final class Ticker implements AutoCloseable {

    private final Runnable tick;
    private final AtomicBoolean pending = new AtomicBoolean();
    private ScheduledExecutorService clock;

    /** @param tick called on the JavaFX thread */
    public Ticker(Runnable tick) {
        this.tick = tick;
    }

    /** Begins to tick; no effect if it ticks already. */
    public void start(Duration period) {
        if (clock != null) {
            return;
        }
        clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "marquee-ticker");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleAtFixedRate(this::request, 0, period.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** A window that cannot keep up gets one tick, not a queue of them. */
    private void request() {
        if (pending.compareAndSet(false, true)) {
            Platform.runLater(() -> {
                pending.set(false);
                tick.run();
            });
        }
    }

    /** Ends the ticking. */
    @Override
    public void close() {
        if (clock != null) {
            clock.shutdownNow();
            clock = null;
        }
    }
}
