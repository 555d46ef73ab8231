package io.marquee.data.read;

import io.marquee.data.ColumnMapping;
import io.marquee.data.InvalidDataException;
import io.marquee.data.RatingTableBuilder;
import io.marquee.data.RatingScale;
import io.marquee.data.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The first rows of a file under a mapping.
 *
 * @param columns names of the columns: those of the header, or "column 0" and so on
 * @param rows fields of each row; a row may have fewer or more of them than there are columns
 * @param problems for each row, why it could not be used; empty where it can
 */
public record TablePreview(List<String> columns, List<List<String>> rows, List<String> problems) {

    /** How many rows are enough to see what is what. */
    public static final int ROWS = 50;

    /**
     * Reads the first {@value #ROWS} rows.
     *
     * @throws InvalidDataException if the mapping contradicts itself, or the file is no text
     * @throws IOException if reading fails
     */
    public static TablePreview of(SourceFile file, ColumnMapping mapping) throws IOException {
        mapping.check();
        RowLayout layout = RowLayout.mapped(mapping, names(List.of(), mapping.columns()), true);
        List<List<String>> records =
                FileHead.of(file).records(mapping.delimiter(), layout.quote(), layout.charset(), ROWS + 1);
        List<String> header = mapping.header() && !records.isEmpty() ? records.get(0) : List.of();
        List<List<String>> rows = records.stream().skip(mapping.header() ? 1 : 0).limit(ROWS).toList();
        List<String> names = names(header, mapping.columns());
        return new TablePreview(names, rows, problems(rows, RowLayout.mapped(mapping, names, true)));
    }

    /** The names a header gives, and numbers where it gives none. */
    static List<String> names(List<String> header, int columns) {
        return IntStream.range(0, Math.max(columns, header.size()))
                .mapToObj(column -> column < header.size() && !header.get(column).isBlank()
                        ? FieldParser.plain(header.get(column))
                        : "column " + column)
                .toList();
    }

    private static List<String> problems(List<List<String>> rows, RowLayout layout) {
        RecordRow reader = new RecordRow(layout, RatingTableBuilder.ofTextIds(RatingScale.HALF_STARS));
        Row row = new Row();
        List<String> problems = new ArrayList<>();
        for (List<String> fields : rows) {
            try {
                reader.read(fields.toArray(String[]::new), row);
                problems.add("");
            } catch (BadFieldException e) {
                problems.add(e.getMessage());
            }
        }
        return problems;
    }
}
