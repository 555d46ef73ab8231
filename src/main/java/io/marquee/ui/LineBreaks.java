package io.marquee.ui;

/** Where words may be broken into lines. */
public final class LineBreaks {

    private static final char NO_BREAK = '\u00a0';

    private LineBreaks() {}

    /** The words with each dot between two facts, and each per cent sign, held to what is before it: no line begins with one. */
    public static String keep(String words) {
        return words.replace(" · ", NO_BREAK + "· ").replace(" %", NO_BREAK + "%");
    }
}
