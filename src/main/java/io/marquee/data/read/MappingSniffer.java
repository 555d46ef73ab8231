package io.marquee.data.read;

import io.marquee.data.ColumnMapping;
import io.marquee.data.InvalidDataException;
import io.marquee.data.TimestampFormat;
import io.marquee.data.source.SourceFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Guesses how a file of ratings is laid out from its beginning: the delimiter that gives every row as many fields, the
 * columns by their names or else by what their values look like, the scale by the values of the rating column.
 */
public final class MappingSniffer {

    /** Longer ones first: what stands between fields must not be taken for a part of it. */
    private static final List<String> DELIMITERS = List.of("::", "\t", ";", ",", "|", " ");
    private static final int SAMPLE_ROWS = 5000;
    private static final int ROWS_FOR_DELIMITER = 200;
    private static final int LEAST_COLUMNS = 3;
    private static final double CLEARLY = 0.9;

    private final List<List<String>> rows;
    private final List<String> header;
    private final List<ColumnSample> samples = new ArrayList<>();
    private final int columns;
    private final List<String> doubts = new ArrayList<>();

    /**
     * Guesses the layout of a file. Never gives up: what is not sure is said in the guess.
     *
     * @throws InvalidDataException if the file is empty or no text
     * @throws IOException if reading fails
     */
    public static MappingGuess guess(SourceFile file) throws IOException {
        return guess(file, FileHead.of(file));
    }

    /**
     * Guesses what is left to guess where a person has said how fields are divided and encoded.
     *
     * @param delimiter what stands between fields
     * @param quote the character around fields, or empty where quotes mean nothing
     * @param encoding name of an encoding that this system knows
     * @throws InvalidDataException if the file is empty or no text
     * @throws IOException if reading fails
     */
    public static MappingGuess guess(SourceFile file, String delimiter, String quote, String encoding)
            throws IOException {
        char quoteCharacter = quote.isEmpty() ? 0 : quote.charAt(0);
        List<List<String>> records =
                FileHead.of(file).records(delimiter, quoteCharacter, Charset.forName(encoding), SAMPLE_ROWS);
        int width = Math.max(LEAST_COLUMNS, usualWidth(records.subList(0, Math.min(ROWS_FOR_DELIMITER, records.size()))));
        return new MappingSniffer(records, width).guess(delimiter, quote, encoding);
    }

    static MappingGuess guess(SourceFile file, FileHead head) {
        Charset charset = head.charset();
        char quote = head.contains('"') ? '"' : 0;
        String best = ",";
        double bestShare = -1;
        int width = LEAST_COLUMNS;
        for (String delimiter : DELIMITERS) {
            List<List<String>> records = head.records(delimiter, quote, charset, ROWS_FOR_DELIMITER);
            int likely = usualWidth(records);
            double share = records.isEmpty() || likely < LEAST_COLUMNS ? 0
                    : (double) records.stream().filter(record -> record.size() == likely).count() / records.size();
            if (share > bestShare) {
                best = delimiter;
                bestShare = share;
                width = Math.max(likely, LEAST_COLUMNS);
            }
        }
        List<List<String>> records = head.records(best, quote, charset, SAMPLE_ROWS);
        MappingSniffer sniffer = new MappingSniffer(records, width);
        if (bestShare < CLEARLY) {
            sniffer.doubts.add("The rows of " + file.name() + " do not have the same number of fields.");
        }
        return sniffer.guess(best, quote == 0 ? "" : String.valueOf(quote), charset.name());
    }

    private static int usualWidth(List<List<String>> records) {
        int[] counts = new int[1 + records.stream().mapToInt(List::size).max().orElse(0)];
        records.forEach(record -> counts[record.size()]++);
        return IntStream.range(0, counts.length).reduce(0, (most, size) -> counts[size] > counts[most] ? size : most);
    }

    private MappingSniffer(List<List<String>> records, int columns) {
        this.columns = columns;
        List<String> first = records.isEmpty() ? List.of() : records.get(0);
        boolean named = first.stream().allMatch(field -> Double.isNaN(FieldParser.exact(FieldParser.plain(field))))
                && !first.isEmpty();
        this.header = named ? first : List.of();
        this.rows = records.subList(named ? 1 : 0, records.size());
        for (int column = 0; column < columns; column++) {
            ColumnSample sample = new ColumnSample();
            for (List<String> row : rows) {
                if (row.size() == columns) {
                    sample.add(row.get(column));
                }
            }
            samples.add(sample);
        }
    }

    private MappingGuess guess(String delimiter, String quote, String encoding) {
        if (!header.isEmpty() && header.size() != columns) {
            doubts.add("Its first line has " + Wording.count(header.size(), "field") + ", the others have " + columns
                    + ".");
        }
        boolean[] taken = new boolean[columns];
        int rating = named(ColumnNames.RATING, taken, column -> samples.get(column).isNumeric());
        int time = named(ColumnNames.TIME, taken, column -> samples.get(column).timeFormat().isPresent());
        int user = named(ColumnNames.USER, taken, column -> true);
        int item = named(ColumnNames.ITEM, taken, column -> true);
        if (user < 0 || item < 0 || rating < 0) {
            doubts.add("The program cannot tell by itself which columns hold the users, the items and the ratings.");
        }
        if (time < 0) {
            time = first(taken, column -> samples.get(column).timeFormat().isPresent());
        }
        if (rating < 0) {
            rating = last(taken, column -> samples.get(column).mayBeRating());
        }
        if (item < 0) {
            item = first(taken, column -> samples.get(column).isProduct());
        }
        if (user < 0) {
            user = first(taken, column -> true);
        }
        if (item < 0) {
            item = first(taken, column -> true);
        }
        if (rating < 0) {
            rating = first(taken, column -> true);
        }
        ColumnSample ratings = samples.get(rating);
        ScaleGuess scale = ScaleGuess.of(ratings.values());
        if (!ratings.isNumeric()) {
            doubts.add("The column of the ratings does not hold numbers.");
        } else if (!scale.usual()) {
            doubts.add("Its ratings are on no usual scale; say what the lowest and the highest can be.");
        }
        TimestampFormat format = time < 0
                ? TimestampFormat.SECONDS
                : samples.get(time).timeFormat().orElse(TimestampFormat.SECONDS);
        ColumnMapping mapping = new ColumnMapping(delimiter, quote, encoding, !header.isEmpty(), columns, user, item,
                rating, time < 0 ? OptionalInt.empty() : OptionalInt.of(time), format, scale.minimum(),
                scale.maximum(), scale.missing(), scale.implicit());
        return new MappingGuess(mapping, TablePreview.names(header, columns), doubts);
    }

    /** A column that is called so and fits, or -1. */
    private int named(ColumnNames names, boolean[] taken, IntPredicate fits) {
        for (int column : names.in(header)) {
            if (column < columns && !taken[column] && fits.test(column)) {
                taken[column] = true;
                return column;
            }
        }
        return -1;
    }

    private int first(boolean[] taken, IntPredicate fits) {
        return take(taken, IntStream.range(0, columns).filter(column -> !taken[column] && fits.test(column))
                .findFirst().orElse(-1));
    }

    private int last(boolean[] taken, IntPredicate fits) {
        return take(taken, IntStream.range(0, columns).filter(column -> !taken[column] && fits.test(column))
                .reduce((before, column) -> column).orElse(-1));
    }

    private static int take(boolean[] taken, int column) {
        if (column >= 0) {
            taken[column] = true;
        }
        return column;
    }
}
