package io.marquee.ui.look;

import java.util.Locale;

/** How the data room writes numbers. */
final class Figures {

    private Figures() {}

    /** Such as "20,000,263". */
    static String whole(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    /** A count that may be halved, as a median is: "68" or "68.5". */
    static String count(double number) {
        return number == Math.rint(number) ? whole(number) : String.format(Locale.ROOT, "%,.1f", number);
    }

    /** A count with its noun, such as "1 rating". */
    static String counted(long number, String noun) {
        return whole(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** A rating as its source writes it: "4" or "3.5". */
    static String rating(double rating) {
        return rating == Math.rint(rating) ? whole(rating) : Double.toString(rating);
    }

    /** A share as a percentage; small ones keep two digits. */
    static String percent(double share) {
        double percent = 100 * share;
        return String.format(Locale.ROOT, percent != 0 && percent < 1 ? "%.2f %%" : "%.1f %%", percent);
    }

    /** A mean of ratings; a dash where there is none. */
    static String mean(double mean) {
        return Double.isNaN(mean) ? "–" : String.format(Locale.ROOT, "%.2f", mean);
    }
}
