package io.marquee.cli;

import io.marquee.data.WholeFile;
import io.marquee.model.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a JSON report goes.
 *
 * @param file the file; empty for standard output
 */
record ReportTarget(Optional<Path> file) {

    /** Standard output for "-", otherwise the file named. */
    static ReportTarget of(String option) {
        return new ReportTarget(option.equals("-") ? Optional.empty() : Optional.of(Path.of(option)));
    }

    boolean toStandardOutput() {
        return file.isEmpty();
    }

    /** Refuses a file that cannot be written: nobody should learn so after an hour of work. */
    void check() {
        file.ifPresent(ReportTarget::checkFolder);
    }

    /** @throws CommandFailure if a file of that name cannot be written */
    static void checkFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw CommandFailure.failed(file + " is a folder: add a file name.");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw CommandFailure.failed(file + " cannot be written: there is no folder " + folder + ".");
        }
        if (!Files.isWritable(folder)) {
            throw CommandFailure.failed(file + " cannot be written: you may not write into " + folder + ".");
        }
    }

    void write(Object report, Console console) throws IOException {
        if (file.isEmpty()) {
            print(report, console);
        } else {
            byte[] json = text(report).getBytes(StandardCharsets.UTF_8);
            WholeFile.write(file.get(), out -> out.write(json));
        }
    }

    /** Prints JSON as a result. */
    static void print(Object report, Console console) throws IOException {
        console.out().print(text(report));
        console.out().flush();
    }

    private static String text(Object report) throws IOException {
        return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n";
    }
}
