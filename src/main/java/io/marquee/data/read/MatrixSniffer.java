package io.marquee.data.read;

import io.marquee.data.ColumnMapping;
import io.marquee.data.TimestampFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Recognises a table of users and items as Jester is published (Goldberg, Roeder, Gupta and Perkins, Eigentaste, Information
 * Retrieval 4, 2001): in each line the number of ratings, then a rating from -10 to 10 for each item, or 99 for none.
 */
final class MatrixSniffer {

    private static final List<String> DELIMITERS = List.of(",", ";", "\t");
    private static final double LOWEST = -10;
    private static final double HIGHEST = 10;
    private static final double NONE = 99;

    /** A row of user, item, rating and time cannot be as wide. */
    private static final int LEAST_COLUMNS = 6;
    private static final int LEAST_LINES = 2;
    private static final int SAMPLE_LINES = 500;

    private MatrixSniffer() {}

    /** How such a table is written; empty if the file is none. */
    static Optional<RowLayout> layout(FileHead head) {
        if (head.linesBefore(head.start()) > 0) {
            // Users are numbered by their lines, and Jester's first line is one of them.
            return Optional.empty();
        }
        for (String delimiter : DELIMITERS) {
            List<List<String>> lines = head.records(delimiter, (char) 0, head.charset(), SAMPLE_LINES);
            int columns = lines.isEmpty() ? 0 : lines.get(0).size();
            if (columns >= LEAST_COLUMNS && lines.size() >= LEAST_LINES
                    && lines.stream().allMatch(line -> line.size() == columns && isUser(line))) {
                ColumnMapping mapping = new ColumnMapping(delimiter, "", head.charset().name(), false, columns, 0, 1, 2,
                        OptionalInt.empty(), TimestampFormat.SECONDS, LOWEST, HIGHEST, List.of(NONE), List.of());
                return Optional.of(RowLayout.mapped(mapping, List.of(), false));
            }
        }
        return Optional.empty();
    }

    private static boolean isUser(List<String> line) {
        int rated = 0;
        for (String field : line.subList(1, line.size())) {
            double value = FieldParser.exact(FieldParser.plain(field));
            if (value != NONE && !(value >= LOWEST && value <= HIGHEST)) {
                return false;
            }
            rated += value == NONE ? 0 : 1;
        }
        return FieldParser.exact(FieldParser.plain(line.get(0))) == rated;
    }
}
