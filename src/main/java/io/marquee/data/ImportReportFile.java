package io.marquee.data;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** An {@link ImportReport} as a file that people keep or send: text to read, or CSV to count with. */
public final class ImportReportFile {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder()
            .setHeader("kind", "text", "rows")
            .setRecordSeparator('\n')
            .get();

    private ImportReportFile() {}

    /**
     * Writes a report: as CSV to a file whose name ends in {@code .csv}, as text to any other. The file is replaced only
     * once the new one is complete.
     *
     * @param dataset what the dataset is called
     * @throws IOException if the file cannot be written; the message says why
     */
    public static void write(String dataset, ImportReport report, Path file) throws IOException {
        boolean csv = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv");
        if (!Files.isDirectory(file.toAbsolutePath().getParent())) {
            throw new IOException(file + " cannot be written: there is no such folder. Choose another place.");
        }
        byte[] text = (csv ? csv(report) : dataset + "\n\n" + text(report)).getBytes(StandardCharsets.UTF_8);
        try {
            WholeFile.write(file, out -> out.write(text));
        } catch (FileSystemException e) {
            throw new IOException(file + " cannot be written (" + FileProblem.inWords(e) + "). Choose another place.", e);
        }
    }

    /** The report in lines for people. */
    public static String text(ImportReport report) {
        StringBuilder text = new StringBuilder("Import\n");
        text.append(line("rows read", report.rowsRead()));
        text.append(line("ratings kept", report.rowsKept()));
        text.append(line("repeated, the last counts", report.duplicates()));
        text.append(line("refused and left out", report.rowsRefused()));
        text.append(line("without a rating, left out", report.rowsUnrated()));
        text.append(line("rated movies not listed", report.unlistedItems()));
        if (!report.notes().isEmpty()) {
            text.append("\nNotes\n");
            report.notes().forEach(note -> text.append("  • ").append(note).append('\n'));
        }
        if (!report.files().isEmpty()) {
            text.append("\nFiles\n");
            report.files().forEach(file -> text.append("  • ").append(file.name()).append(": ").append(file.what())
                    .append('\n'));
        }
        if (!report.reasons().isEmpty()) {
            text.append("\nLeft out\n");
            report.reasons().forEach(reason -> text.append("  • ").append(reason).append('\n'));
            if (report.reasons().size() == ImportReport.KEPT_REASONS) {
                text.append("  The first ").append(ImportReport.KEPT_REASONS).append("; there may be more.\n");
            }
        }
        return text.toString();
    }

    private static String line(String what, long rows) {
        return String.format(Locale.ROOT, "  %-29s%,d\n", what, rows);
    }

    private static String csv(ImportReport report) throws IOException {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            printer.printRecord("count", "rows read", report.rowsRead());
            printer.printRecord("count", "ratings kept", report.rowsKept());
            printer.printRecord("count", "repeated, the last counts", report.duplicates());
            printer.printRecord("count", "refused and left out", report.rowsRefused());
            printer.printRecord("count", "without a rating, left out", report.rowsUnrated());
            printer.printRecord("count", "rated movies not listed", report.unlistedItems());
            for (String note : report.notes()) {
                printer.printRecord("note", SpreadsheetCell.of(note), "");
            }
            for (ImportReport.ListedFile file : report.files()) {
                printer.printRecord("file", SpreadsheetCell.of(file.name() + ": " + file.what()), "");
            }
            for (String reason : report.reasons()) {
                printer.printRecord("refused", SpreadsheetCell.of(reason), "");
            }
        }
        return text.toString();
    }
}
