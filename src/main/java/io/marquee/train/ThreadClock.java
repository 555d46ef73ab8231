package io.marquee.train;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Processor time of the thread that uses it, or wall clock where the system does not tell. A thread beside busy ones waits
 * for a core now and then, which costs nobody anything and must not look like work.
 */
public final class ThreadClock {

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final boolean processorTime = threads.isCurrentThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled();
    private long last = now();

    /** Nanoseconds since the last lap, or since the clock was made. */
    public long lap() {
        long now = now();
        long lap = now - last;
        last = now;
        return lap;
    }

    private long now() {
        return processorTime ? threads.getCurrentThreadCpuTime() : System.nanoTime();
    }
}
