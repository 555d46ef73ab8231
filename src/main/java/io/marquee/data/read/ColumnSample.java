package io.marquee.data.read;

import io.marquee.data.TimestampFormat;
import java.util.Optional;
import java.util.TreeSet;

/** What the values of one column look like in a sample of rows. */
final class ColumnSample {

    private static final double NEARLY_ALL = 0.95;
    private static final int FEW_VALUES = 201;
    /** From 1973 on: smaller numbers are more likely ids. */
    private static final double EARLIEST_SECOND = 1e8;
    private static final double LATEST_SECOND = 0xffff_ffffL;

    private final TreeSet<Double> values = new TreeSet<>();
    private int rows;
    private int numbers;
    private int whole;
    private int dates;
    private int productNumbers;

    void add(String field) {
        String plain = FieldParser.plain(field);
        rows++;
        double number = FieldParser.exact(plain);
        if (!Double.isNaN(number)) {
            numbers++;
            whole += number == Math.rint(number) ? 1 : 0;
            values.add(number);
        } else if (FieldParser.isDate(plain)) {
            dates++;
        }
        productNumbers += plain.matches("[0-9B][0-9A-Z]{9}") ? 1 : 0;
    }

    private boolean nearlyAll(int count) {
        return rows > 0 && count >= rows * NEARLY_ALL;
    }

    boolean isNumeric() {
        return nearlyAll(numbers);
    }

    /** Whether the values are those that Amazon numbers its products by. */
    boolean isProduct() {
        return nearlyAll(productNumbers) && !isNumeric();
    }

    /** Whether the values could be ratings: few different numbers that are not large. */
    boolean mayBeRating() {
        return isNumeric() && values.size() <= FEW_VALUES && values.first() >= -100 && values.last() <= 100;
    }

    /** How the values would have to be read as times; empty if they cannot be. */
    Optional<TimestampFormat> timeFormat() {
        if (nearlyAll(dates)) {
            return Optional.of(TimestampFormat.DATE);
        }
        if (!nearlyAll(whole) || values.isEmpty()) {
            return Optional.empty();
        }
        double first = values.first();
        double last = values.last();
        if (first >= EARLIEST_SECOND && last <= LATEST_SECOND) {
            return Optional.of(TimestampFormat.SECONDS);
        }
        return first >= EARLIEST_SECOND * 1000 && last <= LATEST_SECOND * 1000
                ? Optional.of(TimestampFormat.MILLISECONDS)
                : Optional.empty();
    }

    boolean isWhole() {
        return numbers > 0 && whole == numbers;
    }

    /** The different numbers, in order. */
    TreeSet<Double> values() {
        return values;
    }
}
