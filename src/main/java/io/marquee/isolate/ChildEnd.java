package io.marquee.isolate;

import java.nio.file.Files;
import java.nio.file.Path;

/** Says in words how a process ended that should not have. */
final class ChildEnd {

    /** What systems of the Unix family add to the number of the signal that ended a process. */
    private static final int SIGNALLED = 128;
    private static final int ABORT = 6;
    private static final int BUS_ERROR = 7;
    private static final int ARITHMETIC = 8;
    private static final int KILL = 9;
    private static final int SEGMENTATION = 11;
    private static final int TERMINATE = 15;
    private static final int WINDOWS_ACCESS_VIOLATION = 0xC0000005;

    private ChildEnd() {}

    /**
     * A sentence about the end of a process.
     *
     * @param exit its exit code
     * @param crashReport where Java would have written of a crash
     * @param complaint what it said on standard error; empty for nothing
     */
    static String inWords(int exit, Path crashReport, String complaint) {
        if (Files.exists(crashReport)) {
            return "The training process crashed in native code. The details are in " + crashReport + ".";
        }
        return switch (exit) {
            case SIGNALLED + KILL -> "The training process was killed (signal 9), as the system does when memory runs out.";
            case SIGNALLED + SEGMENTATION, SIGNALLED + ABORT, SIGNALLED + BUS_ERROR, SIGNALLED + ARITHMETIC,
                    WINDOWS_ACCESS_VIOLATION -> "The training process crashed in native code.";
            case SIGNALLED + TERMINATE -> "The training process was ended from outside (signal 15).";
            default -> "The training process ended unexpectedly (exit code " + exit + ")"
                    + (complaint.isEmpty() ? "." : ": " + complaint);
        };
    }
}
