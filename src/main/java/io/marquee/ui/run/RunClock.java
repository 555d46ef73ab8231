package io.marquee.ui.run;

import java.util.function.LongSupplier;

/** Time a run has spent training, without pauses, and an estimate of what is left. */
final class RunClock {

    private static final double NANOS = 1e9;

    private final LongSupplier nanoTime;
    private double spent;
    private long since;
    private boolean running;

    RunClock(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void start() {
        if (!running) {
            running = true;
            since = nanoTime.getAsLong();
        }
    }

    void hold() {
        if (running) {
            spent += (nanoTime.getAsLong() - since) / NANOS;
            running = false;
        }
    }

    double seconds() {
        return running ? spent + (nanoTime.getAsLong() - since) / NANOS : spent;
    }

    /** Seconds left if the rest goes as fast as what is done; NaN while too little is done to say. */
    double secondsLeft(double fractionDone) {
        double seconds = seconds();
        return fractionDone > 0 && seconds > 0.5 ? seconds * (1 - fractionDone) / fractionDone : Double.NaN;
    }
}
