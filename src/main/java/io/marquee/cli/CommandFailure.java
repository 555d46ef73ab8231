package io.marquee.cli;

/** A command that cannot go on. The message is a sentence for people; the exit code says whose fault it is. */
final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandFailure(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The command was used wrongly. */
    static CommandFailure usage(String message) {
        return new CommandFailure(message, ExitCode.USAGE);
    }

    /** The command was used rightly and failed. */
    static CommandFailure failed(String message) {
        return new CommandFailure(message, ExitCode.FAILED);
    }

    int exitCode() {
        return exitCode;
    }
}
