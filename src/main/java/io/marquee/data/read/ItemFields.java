package io.marquee.data.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The three fields of a line of an item file. A line is read by itself, so that a quote that never closes cannot
 * swallow the lines below it.
 *
 * @param id id field
 * @param title title field, whole
 * @param genres genres field
 * @param repair what had to be repaired
 */
record ItemFields(String id, String title, String genres, Repair repair) {

    /** What had to be repaired in a line. */
    enum Repair {
        NONE,
        /** A title held commas but was not quoted: its parts were joined. */
        UNQUOTED_COMMA,
        /** Quotes did not pair, or stood where none may be: they were read as they stand. */
        STRAY_QUOTE
    }

    private static final int FIELDS = 3;

    /**
     * Takes a line apart.
     *
     * @throws BadFieldException if it has fewer than three fields
     */
    static ItemFields of(String line) throws BadFieldException {
        if (line.indexOf('"') < 0) {
            return byCommas(line, line.indexOf(',', line.indexOf(',') + 1) == line.lastIndexOf(',')
                    ? Repair.NONE : Repair.UNQUOTED_COMMA);
        }
        List<String> fields;
        try (CSVParser parser = CSVParser.parse(line, CSVFormat.DEFAULT)) {
            List<CSVRecord> records = parser.getRecords();
            fields = records.isEmpty() ? List.of() : records.get(0).toList();
        } catch (IOException | UncheckedIOException e) {
            // Reading a string cannot fail otherwise: the quotes of this line are broken, and the caller counts that.
            return byCommas(line, Repair.STRAY_QUOTE);
        }
        int count = fields.size();
        if (count < FIELDS) {
            throw tooFew(line, count);
        }
        return new ItemFields(fields.get(0), String.join(",", fields.subList(1, count - 1)), fields.get(count - 1),
                count == FIELDS ? Repair.NONE : Repair.UNQUOTED_COMMA);
    }

    /** Ids and genres hold no commas: what lies between the first and the last one is the title. */
    private static ItemFields byCommas(String line, Repair repair) throws BadFieldException {
        int first = line.indexOf(',');
        int last = line.lastIndexOf(',');
        if (first == last) {
            throw tooFew(line, first < 0 ? 1 : 2);
        }
        String title = line.substring(first + 1, last).strip();
        if (title.startsWith("\"")) {
            title = title.substring(1);
        }
        if (title.endsWith("\"")) {
            title = title.substring(0, title.length() - 1);
        }
        return new ItemFields(line.substring(0, first), title.replace("\"\"", "\""), line.substring(last + 1), repair);
    }

    private static BadFieldException tooFew(String line, int found) {
        return new BadFieldException(Wording.quote(line) + " has " + Wording.count(found, "field")
                + "; expected 3: an id, a title (in quotes if it holds a comma) and genres");
    }
}
