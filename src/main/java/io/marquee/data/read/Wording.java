package io.marquee.data.read;

import java.util.Locale;

/** How values and counts of an import are put into sentences. */
public final class Wording {

    private static final int LONGEST = 60;

    private Wording() {}

    /** A count with its noun, such as "1 row" or "2,000 rows". */
    public static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    /**
     * A value from a file in quotes, shortened; a tab is shown as \t, other characters that cannot be shown as question
     * marks.
     */
    public static String quote(String value) {
        String shown = value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
        return '"' + shown.replace("\t", "\\t").replaceAll("[\\p{Cntrl}\\uFFFD]", "?") + '"';
    }

    /** A number without a needless decimal point, such as "5" or "0.5". */
    public static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
    }
}
