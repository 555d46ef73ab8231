package io.marquee.isolate;

import java.util.function.LongSupplier;

/** Tells talk from a flood: a store of bytes that fills at a fixed rate and empties with what comes in. */
final class FloodGauge {

    /** Thousands of losses a second with the events of tiny epochs are some megabytes. */
    static final long BYTES_A_SECOND = 16L << 20;
    static final long STORE = 64L << 20;

    private final LongSupplier nanoTime;
    private double left = STORE;
    private long last;

    FloodGauge(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.last = nanoTime.getAsLong();
    }

    /** Takes note of some bytes; returns whether they are too many for the time they came in. */
    boolean floodedBy(long bytes) {
        long now = nanoTime.getAsLong();
        left = Math.min(STORE, left + (now - last) / 1e9 * BYTES_A_SECOND) - bytes;
        last = now;
        return left < 0;
    }
}
