package io.marquee.settings;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The log file that "show details" shows. It is written as logback.xml says; this class only knows where and reads it. */
public final class LogFile {

    private static final int SHOWN_BYTES = 64 * 1024;

    private final Path file;

    private LogFile(Path file) {
        this.file = file;
    }

    /** The log of this program, in the folder that logback.xml writes to. */
    public static LogFile ofProgram() {
        String folder = System.getProperty("marquee.log.folder");
        return in(folder == null ? Path.of(System.getProperty("java.io.tmpdir"), "marquee") : Path.of(folder));
    }

    /** The log in a folder. */
    public static LogFile in(Path folder) {
        return new LogFile(folder.resolve("marquee.log"));
    }

    /** The file, which may not exist yet. */
    public Path file() {
        return file;
    }

    /** The newest messages, or a sentence that says why there are none. */
    public String tail() {
        if (!Files.isRegularFile(file)) {
            return "There is no log file at " + file + " yet.";
        }
        try (RandomAccessFile reader = new RandomAccessFile(file.toFile(), "r")) {
            long start = Math.max(0, reader.length() - SHOWN_BYTES);
            byte[] bytes = new byte[(int) (reader.length() - start)];
            reader.seek(start);
            reader.readFully(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            return start == 0 ? text : text.substring(text.indexOf('\n') + 1);
        } catch (IOException e) {
            return "The log file " + file + " cannot be read: " + e.getMessage();
        }
    }
}
