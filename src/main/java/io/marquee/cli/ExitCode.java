package io.marquee.cli;

/** What a process tells the shell it was started from. */
public final class ExitCode {

    public static final int OK = 0;
    public static final int FAILED = 1;
    /** Wrong options or values. */
    public static final int USAGE = 2;
    /** Stopped by a person with Ctrl+C, as shells count it: 128 + SIGINT. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
