package io.marquee.data.read;

import io.marquee.data.InvalidDataException;
import io.marquee.data.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Goes through the lines of a file beside the ratings that only adds to what is shown, such as tags: a line that cannot
 * be used is left out with a reason, and a file that cannot be used is said so and left out.
 */
abstract class SideFileReader {

    private final SourceFile file;
    private final String delimiter;
    private final Pattern between;
    private final ImportLog log;

    /** @param delimiter what stands between fields */
    SideFileReader(SourceFile file, String delimiter, ImportLog log) {
        this.file = file;
        this.delimiter = delimiter;
        this.between = Pattern.compile(delimiter, Pattern.LITERAL);
        this.log = log;
    }

    /** The names of the columns, without blanks and quotes, where the first line has them. */
    abstract Optional<String> header();

    /**
     * Takes the fields of a line; false if they cannot be used.
     *
     * @throws BadFieldException if they cannot be used, where there is more to say than what a line should hold
     */
    abstract boolean take(List<String> fields) throws BadFieldException;

    /** What the rows are, in the singular. */
    abstract String noun();

    /** What a line should hold, in words. */
    abstract String expected();

    final void readAll(ImportSteps steps) throws IOException {
        long bad = 0;
        try (SourceStream source = SourceStream.open(file)) {
            TextLines lines = new TextLines(source);
            Optional<String> expected = header();
            String first = expected.isPresent() ? lines.next() : null;
            if (first != null && !first.replace("\"", "").replace(" ", "").equalsIgnoreCase(expected.get())) {
                log.note(file.name() + " was left out: its first line is " + Wording.quote(first) + ", not \""
                        + expected.get() + "\".");
                return;
            }
            for (String line = lines.next(); line != null; line = lines.next()) {
                String fault = line.isBlank() ? "" : fault(line);
                if (!fault.isEmpty()) {
                    bad++;
                    log.reason(file.name() + ", line " + lines.number() + ": " + fault + ".");
                }
                steps.row(source, "reading " + file.name());
            }
        } catch (InvalidDataException e) {
            log.note(file.name() + " was left out: " + e.getMessage());
        }
        if (bad > 0) {
            log.note(Wording.count(bad, noun()) + " of " + file.name() + " could not be read and "
                    + (bad == 1 ? "was" : "were") + " left out.");
        }
    }

    /** Takes a line; what is wrong with it, without a full stop, or nothing. */
    private String fault(String line) {
        try {
            return take(fields(line)) ? "" : Wording.quote(line) + " is no " + noun() + "; expected " + expected();
        } catch (BadFieldException e) {
            return e.getMessage();
        }
    }

    /** The fields of a line; none where its quotes are broken. */
    private List<String> fields(String line) {
        if (line.indexOf('"') < 0 || !delimiter.equals(",")) {
            return List.of(between.split(line, -1));
        }
        try (CSVParser parser = CSVParser.parse(line, CSVFormat.DEFAULT)) {
            List<CSVRecord> records = parser.getRecords();
            return records.size() == 1 ? records.get(0).toList() : List.of();
        } catch (IOException | UncheckedIOException e) {
            // Reading a string cannot fail otherwise; the caller counts the line.
            return List.of();
        }
    }
}
