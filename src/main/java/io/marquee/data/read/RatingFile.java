package io.marquee.data.read;

import io.marquee.data.ColumnMapping;
import io.marquee.data.InvalidDataException;
import io.marquee.data.RatingScale;
import io.marquee.data.TimestampFormat;
import io.marquee.data.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A rating file whose layout is known: by its header, by how MovieLens writes it, by a mapping, or by a sure guess. */
public final class RatingFile {

    static final String EXPECTED_HEADER = "userId,movieId,rating,timestamp";

    private static final Pattern PLAIN_HEADER = Pattern.compile("userid,movieid,rating(,timestamp)?");
    private static final Pattern DOUBLE_COLONS = Pattern.compile("\\d+::\\d+::\\d(\\.\\d)?::\\d+");
    private static final Pattern TABS = Pattern.compile("\\d+\\t\\d+\\t\\d(\\.\\d)?\\t\\d+");
    /** Step 1 is tried first: MovieLens 1M has whole stars, 10M half ones. */
    private static final RatingScale STARS = new RatingScale(0.5, 5, 1);
    private static final int SAMPLE_ROWS = 5000;

    private final SourceFile source;
    private final RowLayout layout;
    private final long start;
    private final long linesBefore;
    private final String remark;
    private final boolean matrix;

    private RatingFile(SourceFile source, RowLayout layout, long start, long linesBefore, String remark) {
        this(source, layout, start, linesBefore, remark, false);
    }

    private RatingFile(SourceFile source, RowLayout layout, long start, long linesBefore, String remark, boolean matrix) {
        this.source = source;
        this.matrix = matrix;
        this.layout = layout;
        this.start = start;
        this.linesBefore = linesBefore;
        this.remark = remark;
    }

    /**
     * Finds out how a file is laid out.
     *
     * @param mapping what a person said about it
     * @throws UnknownLayoutException if a person has to say it
     * @throws InvalidDataException if it is no file of rows
     */
    public static RatingFile identify(SourceFile file, Optional<ColumnMapping> mapping) throws IOException {
        FileHead head = FileHead.of(file);
        if (mapping.isPresent()) {
            mapping.get().check();
            return mapped(file, head, mapping.get(), "");
        }
        String first = head.firstLineText();
        if (PLAIN_HEADER.matcher(plainHeader(first)).matches()) {
            return movieLensCsv(file, head, first);
        }
        if (DOUBLE_COLONS.matcher(first).matches() && hasStars(head, "::")) {
            return rows(file, head, RowLayout.movieLens("::", false, 4, TimestampFormat.SECONDS, STARS));
        }
        if (TABS.matcher(first).matches() && hasStars(head, "\t")) {
            return rows(file, head, RowLayout.movieLens("\t", false, 4, TimestampFormat.SECONDS, STARS));
        }
        Optional<RowLayout> matrix = MatrixSniffer.layout(head);
        if (matrix.isPresent()) {
            return new RatingFile(file, matrix.get(), head.start(), 0, String.format(Locale.ROOT, "Read %s as a table of users "
                    + "and %,d items: in each line the number of ratings, then a rating for each item. Users and items are "
                    + "numbered from 1.", file.name(), matrix.get().mapping().columns() - 1), true);
        }
        MappingGuess guess = MappingSniffer.guess(file, head, LayoutHints.NONE);
        if (!guess.certain()) {
            throw new UnknownLayoutException(file.where() + ", line 1: the header is " + Wording.quote(first)
                    + "; expected \"" + EXPECTED_HEADER + "\" (the timestamp may be missing). "
                    + String.join(" ", guess.doubts()) + " Say which columns hold what (--columns in the terminal, "
                    + "\"Map columns\" in the window), choose a ratings file, or correct its first line.", guess);
        }
        return mapped(file, head, guess.mapping(), "Read " + file.name() + " as "
                + MappingWords.describe(guess.mapping(), guess.columnNames())
                + (hasDecimalCommas(head, guess.mapping()) ? ", with a decimal comma" : "") + ".");
    }

    private static boolean hasDecimalCommas(FileHead head, ColumnMapping mapping) {
        char quote = mapping.quote().isEmpty() ? 0 : mapping.quote().charAt(0);
        return head.records(mapping.delimiter(), quote, head.charset(), SAMPLE_ROWS).stream()
                .filter(row -> row.size() == mapping.columns())
                .anyMatch(row -> FieldParser.hasDecimalComma(FieldParser.plain(row.get(mapping.rating()))));
    }

    /** Whether no rating of the beginning is outside MovieLens' scale; other publishers write in tabs and colons too. */
    private static boolean hasStars(FileHead head, String delimiter) {
        return head.records(delimiter, (char) 0, head.charset(), SAMPLE_ROWS).stream()
                .filter(row -> row.size() == 4)
                .mapToDouble(row -> FieldParser.exact(FieldParser.plain(row.get(2))))
                .noneMatch(rating -> rating < STARS.minimum() || rating > STARS.maximum());
    }

    private static String plainHeader(String line) {
        return line.replace("\"", "").replace(" ", "").toLowerCase(Locale.ROOT);
    }

    private static RatingFile movieLensCsv(SourceFile file, FileHead head, String header) {
        int columns = header.split(",").length;
        List<List<String>> rows = head.records(",", (char) 0, head.charset(), 2);
        boolean dates = columns == 4 && rows.size() > 1 && rows.get(1).size() == 4
                && FieldParser.isDate(rows.get(1).get(3));
        return rows(file, head, RowLayout.movieLens(",", true, columns,
                dates ? TimestampFormat.DATE : TimestampFormat.SECONDS, RatingScale.HALF_STARS));
    }

    private static RatingFile mapped(SourceFile file, FileHead head, ColumnMapping mapping, String remark)
            throws InvalidDataException {
        RowLayout named = RowLayout.mapped(mapping, names(file, head, mapping), false);
        List<List<String>> sample =
                head.records(mapping.delimiter(), named.quote(), named.charset(), SAMPLE_ROWS);
        boolean text = sample.stream()
                .skip(mapping.header() ? 1 : 0)
                .filter(row -> row.size() == mapping.columns())
                .anyMatch(row -> !FieldParser.isPlainNumber(row.get(mapping.user()))
                        || !FieldParser.isPlainNumber(row.get(mapping.item())));
        RatingFile numbers = rows(file, head, named);
        return new RatingFile(file, text ? named.withTextIds() : named, numbers.start, numbers.linesBefore, remark);
    }

    /** The names of the columns, by which sentences about their values call them. */
    private static List<String> names(SourceFile file, FileHead head, ColumnMapping mapping)
            throws InvalidDataException {
        if (!mapping.header()) {
            List<String> names = new ArrayList<>();
            for (int column = 0; column < mapping.columns(); column++) {
                names.add(column == mapping.user() ? "user" : column == mapping.item() ? "item"
                        : column == mapping.rating() ? "rating" : "time");
            }
            return names;
        }
        char quote = mapping.quote().isEmpty() ? 0 : mapping.quote().charAt(0);
        List<List<String>> first = head.records(mapping.delimiter(), quote, head.charset(), 1);
        int found = first.isEmpty() ? 0 : first.get(0).size();
        if (found != mapping.columns()) {
            throw new InvalidDataException(file.where() + ", line 1: the header " + Wording.quote(head.firstLineText())
                    + " has " + Wording.count(found, "column") + " where " + mapping.columns()
                    + " were expected. Check the delimiter, or map the columns again.");
        }
        return first.get(0).stream().map(FieldParser::plain).toList();
    }

    private static RatingFile rows(SourceFile file, FileHead head, RowLayout layout) {
        int start = layout.mapping().header() ? head.afterFirstLine() : head.start();
        return new RatingFile(file, layout, start, head.linesBefore(start), "");
    }

    /** A file of which one knows that ids are text, though its beginning does not show it. */
    public RatingFile withTextIds() {
        return new RatingFile(source, layout.withTextIds(), start, linesBefore, remark);
    }

    /** The file with ids that must be whole numbers. */
    RatingFile withNumericIds() {
        return new RatingFile(source, new RowLayout(layout.mapping(), layout.names(), layout.scale(), false), start,
                linesBefore, remark);
    }

    /** Whether its ids may turn out to be text further down. */
    public boolean mayHaveTextIds() {
        return !layout.textIds() && !isMovieLens() && !matrix;
    }

    /** Whether it is a table of users and items, a line a user, and not a file with a rating in each row. */
    boolean isMatrix() {
        return matrix;
    }

    /** Whether its columns are those of MovieLens, so that the titles beside it are titles of its items. */
    public boolean isMovieLens() {
        return layout.names().equals(RowLayout.movieLensNames(layout.mapping().columns()));
    }

    /** The file itself. */
    public SourceFile source() {
        return source;
    }

    /** Whether its ids are read as text; otherwise they are whole numbers. */
    public boolean hasTextIds() {
        return layout.textIds();
    }

    /** The scale its ratings are given on. */
    public RatingScale scale() {
        return layout.scale();
    }

    /** The columns that were guessed, as a sentence; empty where nothing had to be. */
    public String remark() {
        return remark;
    }

    RowLayout layout() {
        return layout;
    }

    /** Position of the first row. */
    long start() {
        return start;
    }

    /** Lines before the first row. */
    long linesBefore() {
        return linesBefore;
    }
}
