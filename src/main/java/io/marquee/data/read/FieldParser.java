package io.marquee.data.read;

import io.marquee.data.RatingScale;
import io.marquee.data.TimestampFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** Reads the values of rating and item files, strictly: what is not plainly a number is refused, never guessed. */
final class FieldParser {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+(\\.\\d+)?|\\.\\d+)([eE][+-]?\\d+)?");
    /** As spreadsheets of most of Europe write a number; between other delimiters than commas, or in quotes. */
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d+,\\d+");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+");
    private static final Pattern NOT_FINITE = Pattern.compile("(?i)[+-]?(nan|inf|infinity)");
    private static final long LATEST_SECOND = 0xffff_ffffL;
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern ZONE = Pattern.compile("T.*(Z|[+-]\\d{2}:\\d{2})$");
    private static final long SECONDS_OF_A_DAY = 86_400;
    private static final int SAFE_DIGITS = 18;

    private FieldParser() {}

    /** An id: a whole number from 0 to 2^31-1. */
    static int id(String field, String column) throws BadFieldException {
        long id = wholeNumber(field);
        if (id < 0 || id > Integer.MAX_VALUE) {
            throw new BadFieldException(column + " " + Wording.quote(field) + " " + fault(field, id)
                    + "; expected a whole number from 0 to " + Integer.MAX_VALUE);
        }
        return (int) id;
    }

    /** An id that may be any text but none. */
    static String text(String field, String column) throws BadFieldException {
        String plain = plain(field);
        if (plain.isEmpty() || plain.indexOf('\uFFFD') >= 0) {
            throw new BadFieldException(column + " " + Wording.quote(field) + " " + notANumber(plain, "text")
                    + "; expected an id");
        }
        return plain;
    }

    /** Whether a field is a whole number from 0 to 2^31-1 without leading zeros. */
    static boolean isPlainNumber(String field) {
        String plain = plain(field);
        long value = digits(plain);
        return value >= 0 && value <= Integer.MAX_VALUE && (plain.length() == 1 || plain.charAt(0) != '0');
    }

    /** A time as a format writes it, in seconds since 1970 as unsigned 32 bits hold it: until 2106. */
    static long time(String field, String column, TimestampFormat format) throws BadFieldException {
        switch (format) {
            case SECONDS:
                return second(field, column);
            case MILLISECONDS:
                long millisecond = wholeNumber(field);
                if (millisecond < 0 || millisecond / 1000 > LATEST_SECOND) {
                    throw new BadFieldException(column + " " + Wording.quote(field) + " " + fault(field, millisecond)
                            + "; expected whole milliseconds since 1970");
                }
                return millisecond / 1000;
            default:
                long second = date(plain(field));
                if (second < 0 || second > LATEST_SECOND) {
                    throw new BadFieldException(column + " " + Wording.quote(field)
                            + " is not a date from 1970 to 2106; expected one such as 2005-04-02 23:53:47");
                }
                return second;
        }
    }

    /** Seconds since 1970 of a date, or a date and a time with or without a zone; -1 if it is none. */
    private static long date(String text) {
        try {
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text).toEpochDay() * SECONDS_OF_A_DAY;
            }
            String iso = text.replaceFirst(" ", "T");
            return ZONE.matcher(iso).find()
                    ? OffsetDateTime.parse(iso).toEpochSecond()
                    : LocalDateTime.parse(iso).toEpochSecond(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            // The caller says what was expected.
            return -1;
        }
    }

    /** A number in double precision, with a decimal point or comma; NaN for what is none. */
    static double exact(String plain) {
        String pointed = pointed(plain);
        return DECIMAL.matcher(pointed).matches() ? Double.parseDouble(pointed) : Double.NaN;
    }

    /** Whether a number has a comma where others have a point. */
    static boolean hasDecimalComma(String plain) {
        return DECIMAL_COMMA.matcher(plain).matches();
    }

    private static String pointed(String plain) {
        return plain.indexOf(',') > 0 && hasDecimalComma(plain) ? plain.replace(',', '.') : plain;
    }

    /** Whether a field is a date, or a date and a time. */
    static boolean isDate(String field) {
        return date(plain(field)) >= 0;
    }

    /** A number that may be outside any scale; NaN for what is none. */
    static float number(String field) {
        return starsOf(field);
    }

    /** A time in seconds since 1970, as unsigned 32 bits hold it: until 2106. */
    static long second(String field, String column) throws BadFieldException {
        long second = wholeNumber(field);
        if (second < 0 || second > LATEST_SECOND) {
            throw new BadFieldException(column + " " + Wording.quote(field) + " " + fault(field, second)
                    + "; expected whole seconds since 1970, from 0 to " + LATEST_SECOND);
        }
        return second;
    }

    /** A rating on a scale; steps are not asked for. */
    static float rating(String field, String column, RatingScale scale) throws BadFieldException {
        float rating = starsOf(field);
        if (!scale.contains(rating)) {
            String plain = plain(field);
            String fault;
            if (NOT_FINITE.matcher(plain).matches()) {
                fault = "is not a finite number";
            } else {
                fault = DECIMAL.matcher(pointed(plain)).matches() ? "is outside the scale" : notANumber(plain, "number");
            }
            throw new BadFieldException(column + " " + Wording.quote(field) + " " + fault + "; expected a number from "
                    + scale.minimum() + " to " + scale.maximum());
        }
        return rating;
    }

    /** A single digit, or one before and one after a point, without the machinery; NaN for what is no number. */
    private static float starsOf(String field) {
        int length = field.length();
        if (length == 3 && field.charAt(1) == '.' && isDigit(field.charAt(0)) && isDigit(field.charAt(2))) {
            // Exact: an integer divided by ten is rounded once, as parsing would.
            return ((field.charAt(0) - '0') * 10 + field.charAt(2) - '0') / 10f;
        }
        if (length == 1 && isDigit(field.charAt(0))) {
            return field.charAt(0) - '0';
        }
        String plain = pointed(plain(field));
        return DECIMAL.matcher(plain).matches() ? Float.parseFloat(plain) : Float.NaN;
    }

    /** A number without a sign; -1 for anything else. */
    private static long wholeNumber(String field) {
        long value = digits(field);
        return value >= 0 ? value : digits(plain(field));
    }

    private static long digits(String text) {
        int length = text.length();
        if (length == 0 || length > SAFE_DIGITS) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < length; i++) {
            char digit = text.charAt(i);
            if (!isDigit(digit)) {
                return -1;
            }
            value = value * 10 + digit - '0';
        }
        return value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Without blanks around it and without quotes, which some programs put around numbers too. */
    static String plain(String field) {
        String stripped = field.strip();
        int length = stripped.length();
        boolean quoted = length >= 2 && stripped.charAt(0) == '"' && stripped.charAt(length - 1) == '"';
        return quoted ? stripped.substring(1, length - 1).strip() : stripped;
    }

    private static String fault(String field, long value) {
        String plain = plain(field);
        if (plain.startsWith("-") && WHOLE.matcher(plain).matches()) {
            return "is negative";
        }
        if (value >= 0 || WHOLE.matcher(plain).matches()) {
            return "is too large";
        }
        return NOT_FINITE.matcher(plain).matches() ? "is not a finite number" : notANumber(plain, "whole number");
    }

    private static String notANumber(String plain, String expected) {
        if (plain.isEmpty()) {
            return "is missing";
        }
        // The decoder puts this character where bytes are not UTF-8.
        return plain.indexOf('\uFFFD') >= 0 ? "is not valid UTF-8 text" : "is not a " + expected;
    }
}
