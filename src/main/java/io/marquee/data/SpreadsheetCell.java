package io.marquee.data;

import java.util.regex.Pattern;

/**
 * Text of a CSV file that a spreadsheet program does not take for a formula: such a program runs a field that begins with
 * {@code =}, {@code +}, {@code -} or {@code @}, and titles and ids may come from a stranger's file. An apostrophe in front makes
 * it text there.
 */
public final class SpreadsheetCell {

    private static final Pattern FORMULA = Pattern.compile("[=@\\t\\r].*|[+-].*[^\\w.+-].*", Pattern.DOTALL);

    private SpreadsheetCell() {}

    /** The text, with an apostrophe in front where it could be a formula; numbers and plain words are left alone. */
    public static String of(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }
}
