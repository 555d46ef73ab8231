package io.marquee.data;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * How to read ratings out of a delimited text file: what separates fields, and which column holds what. Columns are
 * numbered from 0. It is plain data that fits in a settings file.
 *
 * @param delimiter what stands between fields: one or more characters, such as {@code ","} or {@code "::"}
 * @param quote the character around fields that hold a delimiter, or empty where quotes mean nothing
 * @param encoding name of the character encoding, such as {@code "UTF-8"}
 * @param header whether the first line names the columns
 * @param columns the number of fields every row must have
 * @param user column of the user ids
 * @param item column of the item ids
 * @param rating column of the ratings
 * @param time column of the times; empty if there is none
 * @param timeFormat how times are written
 * @param minimum lowest rating of the scale
 * @param maximum highest rating of the scale
 * @param missing values of the rating column that mean "no rating", such as Jester's 99
 * @param implicit values of the rating column that mean "came across it without rating it", such as Book-Crossing's 0
 */
public record ColumnMapping(
        String delimiter,
        String quote,
        String encoding,
        boolean header,
        int columns,
        int user,
        int item,
        int rating,
        OptionalInt time,
        TimestampFormat timeFormat,
        double minimum,
        double maximum,
        List<Double> missing,
        List<Double> implicit) {

    public ColumnMapping {
        Objects.requireNonNull(delimiter);
        quote = quote == null ? "" : quote;
        encoding = encoding == null ? "UTF-8" : encoding;
        time = time == null ? OptionalInt.empty() : time;
        timeFormat = timeFormat == null ? TimestampFormat.SECONDS : timeFormat;
        missing = missing == null ? List.of() : List.copyOf(missing);
        implicit = implicit == null ? List.of() : List.copyOf(implicit);
    }

    /**
     * What keeps this mapping from being used.
     *
     * @throws InvalidDataException with a sentence for people if the mapping contradicts itself
     */
    public void check() throws InvalidDataException {
        require(!delimiter.isEmpty() && delimiter.indexOf('\n') < 0 && delimiter.indexOf('\r') < 0,
                "Fields need a delimiter between them, such as a comma.");
        require(quote.length() <= 1, "The quote must be a single character, not \"" + quote + "\".");
        require(quote.isEmpty() || !delimiter.contains(quote),
                "The delimiter and the quote cannot be the same character.");
        require(isCharset(encoding), "There is no encoding called \"" + encoding + "\"; UTF-8 and ISO-8859-1 are the "
                + "usual ones.");
        checkColumn("user", user);
        checkColumn("item", item);
        checkColumn("rating", rating);
        if (time.isPresent()) {
            checkColumn("time", time.getAsInt());
        }
        long distinct = IntStream.concat(IntStream.of(user, item, rating),
                time.stream()).distinct().count();
        require(distinct == (time.isPresent() ? 4 : 3), "User, item, rating and time must be different columns.");
        require(minimum < maximum, "The lowest rating must be below the highest; they are " + minimum + " and "
                + maximum + ".");
    }

    private void checkColumn(String what, int column) throws InvalidDataException {
        require(column >= 0 && column < columns, "The " + what + " column has number " + column
                + ", but the columns are numbered 0 to " + (columns - 1) + ".");
    }

    private static void require(boolean holds, String sentence) throws InvalidDataException {
        if (!holds) {
            throw new InvalidDataException(sentence);
        }
    }

    /** Whether there is a character encoding of a name. */
    public static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return false;
        }
    }

    /** The same mapping on another scale. */
    public ColumnMapping withScale(double lowest, double highest) {
        return new ColumnMapping(delimiter, quote, encoding, header, columns, user, item, rating, time, timeFormat,
                lowest, highest, missing, implicit);
    }

    /** The same mapping with other columns. */
    public ColumnMapping withColumns(int userColumn, int itemColumn, int ratingColumn, OptionalInt timeColumn) {
        return new ColumnMapping(delimiter, quote, encoding, header, columns, userColumn, itemColumn, ratingColumn,
                timeColumn, timeFormat, minimum, maximum, missing, implicit);
    }

    /** The same mapping with times written in another way. */
    public ColumnMapping withTimeFormat(TimestampFormat format) {
        return new ColumnMapping(delimiter, quote, encoding, header, columns, user, item, rating, time, format,
                minimum, maximum, missing, implicit);
    }

    /** The same mapping with other ratings that are none. */
    public ColumnMapping withUnrated(List<Double> missingValues, List<Double> implicitValues) {
        return new ColumnMapping(delimiter, quote, encoding, header, columns, user, item, rating, time, timeFormat,
                minimum, maximum, missingValues, implicitValues);
    }
}
