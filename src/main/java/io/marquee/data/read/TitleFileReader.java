package io.marquee.data.read;

import io.marquee.data.InvalidDataException;
import io.marquee.data.Item;
import io.marquee.data.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads titles from a file whose header names the columns, such as {@code BX-Books.csv} of Book-Crossing (Ziegler, McNee,
 * Konstan and Lausen, Improving recommendation lists through topic diversification, WWW 2005). It only adds to what is
 * shown, so a file that cannot be used is said so and left out.
 */
public final class TitleFileReader {

    private static final List<String> DELIMITERS = List.of(";", ",", "\t");
    private static final int EARLIEST_YEAR = 1000;
    private static final int LATEST_YEAR = 2100;

    private final SourceFile file;
    private final ImportLog log;
    private final List<Item> items = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private CSVFormat format;
    private int columns;
    private int idColumn;
    private int titleColumn;
    private int yearColumn;

    /** @param log takes remarks and reasons */
    public TitleFileReader(SourceFile file, ImportLog log) {
        this.file = file;
        this.log = log;
    }

    /** Reads the file; no items, and a remark, where it cannot be used. */
    public List<Item> read(ImportSteps steps) throws IOException {
        long bad = 0;
        try (SourceStream source = SourceStream.open(file)) {
            TextLines lines = new TextLines(source);
            String header = lines.next();
            if (!takeHeader(header)) {
                log.note(file.name() + " was left out: its first line, " + Wording.quote(header)
                        + ", does not name a column of ids and one of titles.");
                return List.of();
            }
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (!line.isBlank() && !take(fields(line))) {
                    bad++;
                    log.reason(file.name() + ", line " + lines.number() + ": " + Wording.quote(line)
                            + " is no item; expected " + columns + " fields, of which the id and the title are not empty.");
                }
                steps.row(source, "reading " + file.name());
            }
        } catch (InvalidDataException e) {
            log.note(file.name() + " was left out: " + e.getMessage());
        }
        if (bad > 0) {
            log.note(Wording.count(bad, "title") + " of " + file.name() + " could not be read and "
                    + (bad == 1 ? "was" : "were") + " left out.");
        }
        return List.copyOf(items);
    }

    /** Finds the columns with the delimiter that gives most of them; false if there are none of ids and titles. */
    private boolean takeHeader(String header) {
        for (String delimiter : DELIMITERS) {
            // Book-Crossing writes a quote within quotes as \", others write it twice.
            CSVFormat tried = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setEscape('\\').get();
            List<String> names = fields(header, tried);
            List<Integer> id = ColumnNames.ITEM.in(names);
            List<Integer> title = ColumnNames.TITLE.in(names);
            if (names.size() > columns && !id.isEmpty() && !title.isEmpty()) {
                format = tried;
                columns = names.size();
                idColumn = id.get(0);
                titleColumn = title.get(0);
                yearColumn = ColumnNames.YEAR.in(names).stream().findFirst().orElse(-1);
            }
        }
        return format != null;
    }

    private List<String> fields(String line) {
        return fields(line, format);
    }

    /** The fields of a line; none where its quotes are broken. */
    private static List<String> fields(String line, CSVFormat format) {
        try (CSVParser parser = CSVParser.parse(line, format)) {
            List<CSVRecord> records = parser.getRecords();
            return records.size() == 1 ? records.get(0).toList() : List.of();
        } catch (IOException | UncheckedIOException e) {
            // Reading a string cannot fail otherwise; the caller counts the line.
            return List.of();
        }
    }

    private boolean take(List<String> fields) {
        if (fields.size() != columns) {
            return false;
        }
        String id = FieldParser.plain(fields.get(idColumn));
        String title = fields.get(titleColumn).replace("&amp;", "&").strip();
        if (id.isEmpty() || title.isEmpty()) {
            return false;
        }
        if (ids.add(id)) {
            items.add(new Item(id, title, yearColumn < 0 ? OptionalInt.empty() : year(fields.get(yearColumn)), List.of()));
        }
        return true;
    }

    /** Book-Crossing writes 0 for a year that is not known. */
    private static OptionalInt year(String field) {
        double year = FieldParser.exact(FieldParser.plain(field));
        return year == Math.rint(year) && year >= EARLIEST_YEAR && year <= LATEST_YEAR
                ? OptionalInt.of((int) year) : OptionalInt.empty();
    }
}
