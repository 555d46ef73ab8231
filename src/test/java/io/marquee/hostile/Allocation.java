package io.marquee.hostile;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** How much memory this thread has asked for, whether it kept it or not. */
final class Allocation {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());

    /** Bytes since this object was made. */
    long bytes() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }
}
