package io.marquee.cli;

import java.util.Locale;

/** Numbers with their nouns, as people write them. */
final class Words {

    private Words() {}

    /** The text, or its beginning with an ellipsis where it is longer than that. */
    static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }

    /** Such as "1 user" and "1,200 users". */
    static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }
}
