package io.marquee.data;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a {@code ratings.csv} of MovieLens: a header line {@code userId,movieId,rating} or
 * {@code userId,movieId,rating,timestamp}, then a rating a line, 0.5 to 5 stars. Bad rows are left out with a reason.
 */
final class RatingsCsvReader {

    static final String EXPECTED_HEADER = "userId,movieId,rating,timestamp";

    private static final List<String> COLUMNS = List.of(EXPECTED_HEADER.split(","));
    private static final RatingScale SCALE = RatingScale.HALF_STARS;

    /** Without quotes: no number needs them, and a quote that never closes must not swallow the rows below it. */
    private static final CSVFormat FORMAT = CSVFormat.Builder.create(CSVFormat.DEFAULT).setQuote(null).get();

    private final Path file;
    private final RatingTableBuilder builder;
    private final ImportLog log;
    private final ImportSteps steps;

    RatingsCsvReader(Path file, RatingTableBuilder builder, ImportLog log, ImportSteps steps) {
        this.file = file;
        this.builder = builder;
        this.log = log;
        this.steps = steps;
    }

    /**
     * Reads the file into the builder.
     *
     * @return how many rows there were and how many were left out
     * @throws InvalidDataException if the file is not a ratings file or too many of its rows are bad
     */
    RowLog read() throws IOException {
        try (SourceStream source = SourceStream.open(file);
                Reader text = new InputStreamReader(source, StandardCharsets.UTF_8);
                CSVParser parser = CSVParser.parse(text, FORMAT)) {
            return readRows(source, parser);
        } catch (UncheckedIOException e) {
            // The iterator of the parser has no other way to pass it on.
            throw e.getCause();
        }
    }

    private RowLog readRows(SourceStream source, CSVParser parser) throws IOException {
        Iterator<CSVRecord> records = parser.iterator();
        int columns = checkHeader(records);
        RowLog rows = new RowLog(file, log);
        String what = "reading " + rows.fileName();
        boolean lastIsGood = true;
        while (records.hasNext()) {
            CSVRecord row = records.next();
            long line = parser.getCurrentLineNumber();
            rows.countRow();
            try {
                addRow(row, columns);
                lastIsGood = true;
            } catch (BadFieldException e) {
                boolean cut = !records.hasNext() && !source.endsWithLineBreak();
                rows.refuse(line, cut ? cutRow(row, line) : e.getMessage());
                lastIsGood = false;
            }
            steps.row(source, what);
        }
        rows.finish("rating");
        if (lastIsGood && !source.endsWithLineBreak()) {
            log.note("The last line of " + rows.fileName()
                    + " has no line break; if the file was cut short, its last rating may be wrong.");
        }
        return rows;
    }

    private String cutRow(CSVRecord row, long line) {
        log.note(file.getFileName() + " ends in the middle of line " + line
                + ", which was left out. Ratings may be missing: download or export it again.");
        return "the file ends in the middle of this row, " + Wording.quote(String.join(",", row.toList()));
    }

    private int checkHeader(Iterator<CSVRecord> records) throws InvalidDataException {
        if (!records.hasNext()) {
            throw new InvalidDataException(file + " holds nothing but blank lines. "
                    + "Check that it was downloaded or exported completely.");
        }
        List<String> found = new ArrayList<>();
        for (String field : records.next()) {
            found.add(FieldParser.plain(found.isEmpty() && field.startsWith("\uFEFF") ? field.substring(1) : field));
        }
        boolean known = found.size() == COLUMNS.size() || found.size() == COLUMNS.size() - 1;
        for (int i = 0; known && i < found.size(); i++) {
            known = found.get(i).equalsIgnoreCase(COLUMNS.get(i));
        }
        if (!known) {
            throw new InvalidDataException(file + ", line 1: the header is "
                    + Wording.quote(String.join(",", found)) + "; expected \"" + EXPECTED_HEADER
                    + "\" (the timestamp may be missing). Choose a ratings file, or correct its first line.");
        }
        return found.size();
    }

    private void addRow(CSVRecord row, int columns) throws BadFieldException {
        if (row.size() != columns) {
            throw new BadFieldException(Wording.quote(String.join(",", row.toList())) + " has "
                    + Wording.count(row.size(), "field") + "; expected " + columns);
        }
        int user = FieldParser.id(row.get(0), "userId");
        int item = FieldParser.id(row.get(1), "movieId");
        float rating = FieldParser.rating(row.get(2), "rating", SCALE);
        if (columns == COLUMNS.size()) {
            builder.add(user, item, rating, FieldParser.second(row.get(3), "timestamp"));
        } else {
            builder.add(user, item, rating);
        }
    }
}
