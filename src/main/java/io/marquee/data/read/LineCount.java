package io.marquee.data.read;

import org.apache.commons.csv.CSVRecord;

/** Tells on which line of a text each record starts. Blank lines are no records; line breaks may be of any kind. */
final class LineCount {

    private final String text;
    private int place;
    private long ended;

    LineCount(String text) {
        this.text = text;
    }

    /**
     * The line, from 1, on which the next record starts.
     *
     * @param breaks how many line breaks are in its fields
     */
    long next(int breaks) {
        while (place < text.length() && isBreak(text.charAt(place))) {
            skipBreak();
        }
        long line = ended + 1;
        for (int i = 0; i <= breaks; i++) {
            while (place < text.length() && !isBreak(text.charAt(place))) {
                place++;
            }
            skipBreak();
        }
        return line;
    }

    private void skipBreak() {
        place += text.startsWith("\r\n", place) ? 2 : 1;
        ended++;
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    /** The line breaks in the fields of a record. */
    static int breaksIn(CSVRecord record) {
        int breaks = 0;
        for (String field : record) {
            for (int i = 0; i < field.length(); i++) {
                char c = field.charAt(i);
                breaks += c == '\n' || c == '\r' && !field.startsWith("\r\n", i) ? 1 : 0;
            }
        }
        return breaks;
    }
}
