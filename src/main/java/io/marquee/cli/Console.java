package io.marquee.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the terminal's words go: results to {@code out}, everything else to {@code err}.
 *
 * @param out standard output
 * @param err standard error
 * @param interactive whether a person sees {@code err} as it is written, so that progress bars make sense
 */
public record Console(PrintStream out, PrintStream err, boolean interactive) {

    /**
     * Names the file that is the process's standard error, where packaging/marquee has put a filter on the usual
     * descriptor for what Java itself says there.
     */
    private static final String ERROR_FILE = "marquee.stderr";

    /**
     * The process's own streams. {@link System#out} is turned to standard error from here on: libraries that print
     * cannot get between the lines of a result that another program reads.
     */
    public static Console ofProcess() {
        Console console = new Console(
                stream(new FileOutputStream(FileDescriptor.out), System.getProperty("stdout.encoding")),
                stream(standardError(), System.getProperty("stderr.encoding")),
                standardErrorIsTerminal());
        System.setOut(System.err);
        return console;
    }

    /** Streams that a test or another program reads. */
    public static Console captured(OutputStream out, OutputStream err) {
        return new Console(new ResultStream(out, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), false);
    }

    /** A console whose results go to standard error, for when standard output is kept for a report. */
    Console resultsOnError() {
        return new Console(err, err, interactive);
    }

    /** A line of a result. */
    void result(String format, Object... arguments) {
        out.println(harmless(String.format(Locale.ROOT, format, arguments)));
    }

    /** A sentence that is no result. */
    public void say(String sentence) {
        err.println(harmless(sentence));
    }

    /**
     * Text without the characters that command a terminal: titles and names come from files of strangers, and could move
     * the cursor, rename the window or answer for the person.
     */
    static String harmless(String text) {
        if (text.chars().noneMatch(Console::commands)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.chars().forEach(each -> shown.append(commands(each) ? '?' : (char) each));
        return shown.toString();
    }

    private static boolean commands(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\t';
    }

    /** Why results could not be written; empty where they all were. */
    Optional<String> loss() {
        return out instanceof ResultStream results ? results.loss() : Optional.empty();
    }

    void flush() {
        out.flush();
        err.flush();
    }

    private static FileOutputStream standardError() {
        String file = System.getProperty(ERROR_FILE);
        if (file != null) {
            try {
                return new FileOutputStream(file, true);
            } catch (IOException e) {
                // Some things cannot be opened by name, such as sockets: the filter passes our words on, too.
                System.clearProperty(ERROR_FILE);
            }
        }
        return new FileOutputStream(FileDescriptor.err);
    }

    private static PrintStream stream(FileOutputStream stream, String encoding) {
        // Titles are not ASCII. Only Windows terminals need anything but UTF-8; Java 17 would follow the locale, and in
        // the C locale of a container write question marks.
        Charset charset = isWindows() && encoding != null ? Charset.forName(encoding) : StandardCharsets.UTF_8;
        return new ResultStream(stream, charset);
    }

    private static boolean isWindows() {
        return System.getProperty("os.name", "").startsWith("Windows");
    }

    private static boolean standardErrorIsTerminal() {
        // System.console() is about standard input and output, and we draw on standard error.
        Path descriptor = Path.of(System.getProperty(ERROR_FILE, "/dev/fd/2").replace("/dev/fd/", "/proc/self/fd/"));
        if (Files.isSymbolicLink(descriptor)) {
            try {
                String target = Files.readSymbolicLink(descriptor).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
            } catch (IOException e) {
                return false;
            }
        }
        return System.console() != null;
    }
}
