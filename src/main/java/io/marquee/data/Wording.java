package io.marquee.data;

import java.util.Locale;

/** How values and counts of an import are put into sentences. */
final class Wording {

    private static final int LONGEST = 60;

    private Wording() {}

    /** A count with its noun, such as "1 row" or "2,000 rows". */
    static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    /** A value from a file in quotes, shortened, with characters that cannot be shown replaced by question marks. */
    static String quote(String value) {
        String shown = value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
        return '"' + shown.replaceAll("[\\p{Cntrl}\\uFFFD]", "?") + '"';
    }
}
