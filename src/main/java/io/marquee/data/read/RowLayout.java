package io.marquee.data.read;

import io.marquee.data.ColumnMapping;
import io.marquee.data.RatingScale;
import io.marquee.data.TimestampFormat;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;

/**
 * How the rows of a rating file are laid out.
 *
 * @param mapping delimiter, quote, encoding, columns, scale and the values that mean "no rating"
 * @param names what sentences call the columns, one name a column
 * @param scale the scale of the ratings
 * @param textIds whether ids are any text; otherwise they are whole numbers from 0 to 2^31-1
 */
record RowLayout(ColumnMapping mapping, List<String> names, RatingScale scale, boolean textIds) {

    private static final List<String> MOVIELENS = List.of("userId", "movieId", "rating", "timestamp");

    RowLayout {
        names = List.copyOf(names);
    }

    /**
     * MovieLens columns in their order. Quotes mean nothing: no number needs them, and one that never closes must not
     * swallow the rows below it.
     */
    static RowLayout movieLens(String delimiter, boolean header, int columns, TimestampFormat time, RatingScale scale) {
        return new RowLayout(new ColumnMapping(delimiter, "", StandardCharsets.UTF_8.name(), header, columns, 0, 1, 2,
                columns > 3 ? OptionalInt.of(3) : OptionalInt.empty(), time, scale.minimum(), scale.maximum(),
                List.of(), List.of()), movieLensNames(columns), scale, false);
    }

    /** What MovieLens calls its first columns. */
    static List<String> movieLensNames(int columns) {
        return MOVIELENS.subList(0, Math.min(columns, MOVIELENS.size()));
    }

    /** A mapping's columns. */
    static RowLayout mapped(ColumnMapping mapping, List<String> names, boolean textIds) {
        return new RowLayout(mapping, names, new RatingScale(mapping.minimum(), mapping.maximum(), 0), textIds);
    }

    RowLayout withTextIds() {
        return new RowLayout(mapping, names, scale, true);
    }

    /** Column of the times, or -1. */
    int time() {
        return mapping.time().orElse(-1);
    }

    /** The quote, or 0 where quotes mean nothing. */
    char quote() {
        return mapping.quote().isEmpty() ? 0 : mapping.quote().charAt(0);
    }

    Charset charset() {
        return Charset.forName(mapping.encoding());
    }

    /** Whether a value of the rating column means that the item was met but not rated. */
    boolean isImplicit(float rating) {
        return contains(mapping.implicit(), rating);
    }

    /** Whether a value of the rating column means that there is no rating. */
    boolean isMissing(float rating) {
        return contains(mapping.missing(), rating);
    }

    private static boolean contains(List<Double> values, float rating) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).floatValue() == rating) {
                return true;
            }
        }
        return false;
    }
}
