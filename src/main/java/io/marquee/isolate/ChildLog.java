package io.marquee.isolate;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what a training process says on standard error into the log, so that the process never waits for a reader: log lines,
 * Java's own warnings, and what native libraries print.
 */
final class ChildLog {

    private static final Logger LOG = LoggerFactory.getLogger(ChildLog.class);
    private static final int LINE_LIMIT = 1 << 12;

    /** More than that from one run would drown the rest of the log. */
    private static final int LINES_KEPT = 2000;

    /** How ND4J says that it passes over CUDA; the reason follows. */
    private static final Pattern PASSED_OVER = Pattern.compile("Skipped \\[JCublasBackend] backend \\(unavailable\\): (.+)");

    private final long process;
    private int lines;
    private String complaint = "";
    private String passedOver = "";

    /** @param process number of the process, for the log */
    ChildLog(long process) {
        this.process = process;
    }

    /** Reads until the process closes the stream. */
    void follow(InputStream standardError) {
        BoundedLines in = new BoundedLines(standardError, LINE_LIMIT);
        try {
            for (String line = in.next(); line != null; line = nextIn(in)) {
                take(line);
            }
        } catch (IOException e) {
            // The stream closes under the reader when the process is given up.
            LOG.debug("No more is read from process {}", process, e);
        }
    }

    private static String nextIn(BoundedLines in) throws IOException {
        try {
            return in.next();
        } catch (BoundedLines.LineTooLongException e) {
            return "(a line of more than " + LINE_LIMIT + " bytes was left out)";
        }
    }

    /** A line that the process said, on whatever stream. */
    synchronized void take(String line) {
        if (line.isBlank()) {
            return;
        }
        if (complaint.isEmpty() && !line.startsWith("WARNING")) {
            complaint = line.strip();
        }
        Matcher skipped = PASSED_OVER.matcher(line);
        if (skipped.find()) {
            passedOver = skipped.group(1).strip();
        }
        lines++;
        if (lines <= LINES_KEPT) {
            LOG.info("[{}] {}", process, line.stripTrailing());
        } else if (lines == LINES_KEPT + 1) {
            LOG.warn("[{}] says more than the log can hold; the rest is left out", process);
        }
    }

    /** The first line that is more than a warning; empty where there is none. Java says there why it does not start. */
    synchronized String complaint() {
        return complaint;
    }

    /** Why ND4J takes no CUDA there, in its words; empty where it has not said so. */
    synchronized String passedOver() {
        return passedOver;
    }
}
