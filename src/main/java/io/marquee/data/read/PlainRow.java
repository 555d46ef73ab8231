package io.marquee.data.read;

import io.marquee.data.RatingTableBuilder;
import io.marquee.data.TimestampFormat;
import java.nio.charset.StandardCharsets;

/**
 * Reads the plain case of a row straight from its bytes: ASCII, every field whole in or out of quotes, numbers without
 * signs and exponents. Of any other line it says that it does not understand it. What it does understand it reads as
 * {@link RecordRow} would: a test compares the two on made-up files.
 */
final class PlainRow {

    /** Up to so many digits every decimal number is a whole number divided by a power of ten without rounding twice. */
    private static final int EXACT_DIGITS = 7;
    private static final float[] POWERS = {1f, 10f, 100f, 1e3f, 1e4f, 1e5f, 1e6f, 1e7f};
    private static final long LATEST_SECOND = 0xffff_ffffL;

    /** The days every month of this number has; the 29th of February is left to the other reader. */
    private static final int[] SURE_DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private static final String DATE_FORM = "0000-00-00 00:00:00";
    private static final int DATE_LENGTH = DATE_FORM.length();

    /** What a field holds; 0 is nothing that is needed. Numbers, because a switch on them is quick. */
    private static final byte USER = 1;
    private static final byte ITEM = 2;
    private static final byte RATING = 3;
    private static final byte TIME = 4;

    private final RowLayout layout;
    private final RatingTableBuilder builder;
    private final byte[] delimiter;
    private final byte first;
    private final byte[] roles;
    private final boolean textIds;
    private final TimestampFormat timeFormat;
    private final double minimum;
    private final double maximum;
    private final boolean unratedValues;
    private final byte quote;
    /** What stands before the decimals besides a point: a comma, unless it stands between fields. */
    private final byte otherPoint;

    /** What the last run of digits or the last id was. */
    private long number;

    PlainRow(RowLayout layout, RatingTableBuilder builder) {
        this.layout = layout;
        this.builder = builder;
        delimiter = layout.mapping().delimiter().getBytes(layout.charset());
        first = delimiter[0];
        roles = new byte[layout.mapping().columns()];
        roles[layout.mapping().user()] = USER;
        roles[layout.mapping().item()] = ITEM;
        roles[layout.mapping().rating()] = RATING;
        layout.mapping().time().ifPresent(column -> roles[column] = TIME);
        textIds = layout.textIds();
        timeFormat = layout.mapping().timeFormat();
        minimum = layout.scale().minimum();
        maximum = layout.scale().maximum();
        unratedValues = !layout.mapping().implicit().isEmpty() || !layout.mapping().missing().isEmpty();
        // Where quotes mean nothing, those around a value are stripped nevertheless.
        quote = layout.quote() == 0 ? (byte) '"' : (byte) layout.quote();
        otherPoint = (byte) (layout.mapping().delimiter().contains(",") ? '.' : ',');
    }

    /** Whether lines of this layout can be plain at all. */
    boolean possible() {
        // A delimiter that may be part of a value would have to be looked for within values.
        String partsOfValues = timeFormat == TimestampFormat.DATE ? "0123456789.- :T\"" : "0123456789.-\"";
        char start = layout.mapping().delimiter().charAt(0);
        return start < 0x80 && partsOfValues.indexOf(start) < 0 && (layout.quote() == 0 || layout.quote() == '"');
    }

    /**
     * Reads a line.
     *
     * @param bytes bytes that hold the line and a line feed at its end or somewhere after it
     * @param from where the line starts
     * @param row what was read
     * @return where the next line starts, or -1 if this one is not understood
     */
    int read(byte[] bytes, int from, Row row) {
        if (bytes[from] == '\n') {
            row.outcome = Row.Outcome.BLANK;
            return from + 1;
        }
        int place = from;
        row.outcome = Row.Outcome.RATING;
        for (int field = 0; field < roles.length; field++) {
            if (field > 0) {
                place = delimiter(bytes, place);
                if (place < 0) {
                    return -1;
                }
            }
            boolean quoted = bytes[place] == quote;
            place = value(roles[field], bytes, quoted ? place + 1 : place, row);
            if (place < 0 || quoted && bytes[place++] != quote) {
                return -1;
            }
        }
        if (bytes[place] == '\r') {
            place++;
        }
        return bytes[place] == '\n' ? place + 1 : -1;
    }

    private int delimiter(byte[] bytes, int from) {
        if (bytes[from] != first) {
            return -1;
        }
        for (int i = 1; i < delimiter.length; i++) {
            if (bytes[from + i] != delimiter[i]) {
                return -1;
            }
        }
        return from + delimiter.length;
    }

    /** Reads a value; returns where it ends, or -1. */
    private int value(byte role, byte[] bytes, int from, Row row) {
        int place;
        switch (role) {
            case USER:
                place = textIds ? textId(bytes, from, true) : id(bytes, from);
                row.user = (int) number;
                return place;
            case ITEM:
                place = textIds ? textId(bytes, from, false) : id(bytes, from);
                row.item = (int) number;
                return place;
            case RATING:
                return rating(bytes, from, row);
            case TIME:
                return time(bytes, from, row);
            default:
                return text(bytes, from);
        }
    }

    private int textId(byte[] bytes, int from, boolean user) {
        int end = text(bytes, from);
        if (end <= from || bytes[from] == ' ' || bytes[end - 1] == ' ') {
            return -1;
        }
        String id = new String(bytes, from, end - from, StandardCharsets.US_ASCII);
        number = user ? builder.userCode(id) : builder.itemCode(id);
        return end;
    }

    private int id(byte[] bytes, int from) {
        int end = digits(bytes, from, 10);
        return number <= Integer.MAX_VALUE ? end : -1;
    }

    /** Reads a run of digits; returns where it ends, or -1 if there are none or more than allowed. */
    private int digits(byte[] bytes, int from, int most) {
        int place = from;
        long value = 0;
        int digit = bytes[place] - '0';
        while (digit >= 0 && digit <= 9) {
            value = value * 10 + digit;
            digit = bytes[++place] - '0';
        }
        number = value;
        int count = place - from;
        return count > 0 && count <= most ? place : -1;
    }

    /** Goes over text that holds neither delimiter nor quote nor line end; returns where it ends, or -1. */
    private int text(byte[] bytes, int from) {
        int place = from;
        byte next = bytes[place];
        while (next != first && next != quote && next != '\n' && next != '\r') {
            if (next < ' ' || next == 0x7f) {
                return -1;
            }
            next = bytes[++place];
        }
        return place;
    }

    private int rating(byte[] bytes, int from, Row row) {
        int place = digits(bytes, from, EXACT_DIGITS);
        if (place < 0) {
            return -1;
        }
        float rating = number;
        if (bytes[place] == '.' || bytes[place] == otherPoint) {
            int point = place;
            long value = number;
            int digit = bytes[++place] - '0';
            while (digit >= 0 && digit <= 9) {
                value = value * 10 + digit;
                digit = bytes[++place] - '0';
            }
            int decimals = place - point - 1;
            if (decimals == 0 || place - from - 1 > EXACT_DIGITS) {
                return -1;
            }
            rating = value / POWERS[decimals];
        }
        if (unratedValues && unrated(rating, row)) {
            return place;
        }
        row.rating = rating;
        return rating >= minimum && rating <= maximum ? place : -1;
    }

    private boolean unrated(float rating, Row row) {
        if (layout.isImplicit(rating)) {
            row.outcome = Row.Outcome.IMPLICIT;
        } else if (layout.isMissing(rating)) {
            row.outcome = Row.Outcome.MISSING;
        }
        return row.outcome != Row.Outcome.RATING;
    }

    private int time(byte[] bytes, int from, Row row) {
        int end;
        switch (timeFormat) {
            case SECONDS:
                end = digits(bytes, from, 10);
                break;
            case MILLISECONDS:
                end = digits(bytes, from, 13);
                number /= 1000;
                break;
            default:
                end = date(bytes, from);
                break;
        }
        row.second = (int) number;
        return number <= LATEST_SECOND ? end : -1;
    }

    /** Reads a date and a time such as 2005-04-02 23:53:47; returns where they end, or -1 for any other form. */
    private int date(byte[] bytes, int from) {
        for (int i = 0; i < DATE_LENGTH; i++) {
            boolean digit = bytes[from + i] >= '0' && bytes[from + i] <= '9';
            if (DATE_FORM.charAt(i) == '0' ? !digit : bytes[from + i] != DATE_FORM.charAt(i)) {
                return -1;
            }
        }
        int year = two(bytes, from) * 100 + two(bytes, from + 2);
        int month = two(bytes, from + 5);
        int day = two(bytes, from + 8);
        int hour = two(bytes, from + 11);
        int minute = two(bytes, from + 14);
        int second = two(bytes, from + 17);
        boolean plain = year >= 1970 && month >= 1 && month <= 12 && day >= 1 && day <= SURE_DAYS[month - 1]
                && hour < 24 && minute < 60 && second < 60;
        if (!plain) {
            return -1;
        }
        // Days from the civil calendar (Howard Hinnant, chrono-Compatible Low-Level Date Algorithms, 2013).
        int marchYear = month > 2 ? year : year - 1;
        int era = marchYear / 400;
        int yearOfEra = marchYear - era * 400;
        int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        long days = era * 146_097L + yearOfEra * 365L + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
        number = ((days * 24 + hour) * 60 + minute) * 60 + second;
        return from + DATE_LENGTH;
    }

    private static int two(byte[] bytes, int from) {
        return (bytes[from] - '0') * 10 + bytes[from + 1] - '0';
    }
}
