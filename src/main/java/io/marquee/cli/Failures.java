package io.marquee.cli;

import io.marquee.data.InvalidDataException;
import io.marquee.model.InvalidHyperparameterException;
import io.marquee.model.ModelFileException;
import io.marquee.recommend.UnknownUserException;
import io.marquee.train.TrainingException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns exceptions into a sentence and an exit code; what nobody expected goes to the log in full. */
public final class Failures {

    private final Console console;

    public Failures(Console console) {
        this.console = console;
    }

    /** Says what went wrong. */
    public int report(Throwable problem) {
        if (problem instanceof CommandFailure failure) {
            return say(failure.getMessage(), failure.exitCode());
        }
        if (problem instanceof InvalidHyperparameterException) {
            return say(problem.getMessage(), ExitCode.USAGE);
        }
        if (problem instanceof InvalidDataException || problem instanceof ModelFileException
                || problem instanceof UnknownUserException || problem instanceof TrainingException) {
            return say(problem.getMessage(), ExitCode.FAILED);
        }
        if (problem instanceof CancellationException || problem instanceof InterruptedException) {
            return say("Stopped.", ExitCode.INTERRUPTED);
        }
        logger().error("A command failed", problem);
        if (problem instanceof OutOfMemoryError) {
            return say(String.format(Locale.ROOT, "Not enough memory: the program may use %,d MB and needs more. "
                    + "Set MARQUEE_MEMORY, for example MARQUEE_MEMORY=8g, or use less data or a smaller network.",
                    Runtime.getRuntime().maxMemory() >> 20), ExitCode.FAILED);
        }
        if (problem instanceof IOException exception) {
            return say(inWords(exception), ExitCode.FAILED);
        }
        return say("Something went wrong inside Marquee: " + sentence(String.valueOf(problem)) + " The details are in "
                + Logging.file() + ".", ExitCode.FAILED);
    }

    private static String inWords(IOException exception) {
        if (exception instanceof NoSuchFileException missing) {
            return "There is no file or folder " + missing.getFile() + ".";
        }
        if (exception instanceof AccessDeniedException denied) {
            return "You may not read or write " + denied.getFile() + ": change its permissions or choose another.";
        }
        if (exception instanceof FileSystemException failed && failed.getReason() != null) {
            return failed.getFile() + " cannot be read or written: " + sentence(failed.getReason());
        }
        return exception.getMessage() == null ? "A file cannot be read or written." : sentence(exception.getMessage());
    }

    /** The text with a full stop, unless it ends a sentence already. */
    static String sentence(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() || ".!?".indexOf(stripped.charAt(stripped.length() - 1)) >= 0
                ? stripped
                : stripped + ".";
    }

    private int say(String sentence, int exitCode) {
        console.say(sentence);
        return exitCode;
    }

    private static Logger logger() {
        return LoggerFactory.getLogger(Failures.class);
    }
}
