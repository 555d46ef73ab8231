package io.marquee.device;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the desktop responsive while all cores train: training gives way where others want the processor. */
public final class ThreadPriority {

    /** Gives way to programs of usual priority, but not to everything. */
    public static final int NICE = 10;

    private static final Logger LOG = LoggerFactory.getLogger(ThreadPriority.class);
    private static final int PRIO_PROCESS = 0;
    private static final int THIS_THREAD = 0;

    private ThreadPriority() {}

    /** The C library of Linux, where a thread's priority is its own and goes over to the threads it starts. */
    private interface CLibrary extends Library {
        int getpriority(int which, int who) throws LastErrorException;

        int setpriority(int which, int who, int priority) throws LastErrorException;
    }

    /**
     * Lowers the priority of the calling thread, and so of all threads it starts from now on. Java ignores priorities on
     * Linux, so there the system is asked.
     */
    public static void lowerThisThread() {
        Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
        try {
            if (!Platform.isLinux()) {
                return;
            }
            CLibrary library = Native.load("c", CLibrary.class);
            // Who started Marquee with less than that keeps it so.
            if (library.getpriority(PRIO_PROCESS, THIS_THREAD) < NICE) {
                library.setpriority(PRIO_PROCESS, THIS_THREAD, NICE);
            }
        } catch (LastErrorException | LinkageError e) {
            // As where JNA has no folder to put its native part into; asked a second time, its classes are not there at all.
            LOG.info("Training keeps its usual priority", e);
        }
    }
}
