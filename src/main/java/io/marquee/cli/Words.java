package io.marquee.cli;

import java.util.Locale;

/** Numbers with their nouns, as people write them. */
final class Words {

    private Words() {}

    /** Such as "1 user" and "1,200 users". */
    static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }
}
