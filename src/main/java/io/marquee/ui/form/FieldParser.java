package io.marquee.ui.form;

import io.marquee.model.LearningRateSchedule;
import io.marquee.model.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads what people type. Every refusal is a sentence that says what is allowed. */
final class FieldParser {

    private static final int QUOTED_CHARACTERS = 24;

    private FieldParser() {}

    /** @throws IllegalArgumentException with a sentence if the text is no allowed value of the field */
    static void check(FormField field, String text) {
        if (field == FormField.HIDDEN_LAYERS) {
            layers(text);
        } else if (field == FormField.SCHEDULE) {
            if (text.isBlank()) {
                throw new IllegalArgumentException("Schedule is empty: choose one of the list, such as constant.");
            }
            LearningRateSchedule.parse(text);
        } else if (field.range() == null) {
            seed(field, text);
        } else {
            number(field, text);
        }
    }

    static double number(FormField field, String text) {
        return number(field.label(), field.range(), text);
    }

    private static double number(String label, Range range, String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            throw new IllegalArgumentException(label + " is empty: type " + range.allowed() + ".");
        }
        double value;
        try {
            value = Double.parseDouble(trimmed);
        } catch (NumberFormatException e) {
            String hint = trimmed.matches("[+-]?\\d+,\\d+") ? " Write decimals with a point." : "";
            throw new IllegalArgumentException(
                    label + " must be " + range.allowed() + ", not “" + quoted(trimmed) + "”." + hint);
        }
        // parseDouble also takes "1f", "0x1p3" and "NaN", which nobody means.
        boolean number = trimmed.matches("[-+.0-9eE]+");
        if (!number || !range.contains(value)) {
            throw new IllegalArgumentException(label + " must be " + range.allowed() + ", not “" + quoted(trimmed) + "”"
                    + (number ? range.excess(value) : "") + ".");
        }
        return value;
    }

    static int whole(FormField field, String text) {
        return (int) number(field, text);
    }

    static long seed(FormField field, String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            throw new IllegalArgumentException(field.label() + " is empty: type a whole number such as 42.");
        }
        try {
            return Long.parseLong(trimmed);
        } catch (NumberFormatException e) {
            boolean number = trimmed.matches("[+-]?\\d+");
            throw new IllegalArgumentException(field.label() + " must be a whole number such as 42" + (number ? " of at most 18 digits" : "")
                    + ", not “" + quoted(trimmed) + "”" + (number ? ", which is too " + (trimmed.startsWith("-") ? "small" : "large") : "")
                    + ".");
        }
    }

    static List<Integer> layers(String text) {
        FormField field = FormField.HIDDEN_LAYERS;
        List<Integer> layers = new ArrayList<>();
        for (String part : text.strip().split("\\s*[,;\\s]\\s*")) {
            if (!part.isEmpty()) {
                layers.add((int) number("Each hidden layer", field.range(), part));
            }
        }
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("Hidden layers is empty: type sizes such as 1024 or 512, 256.");
        }
        if (!Range.HIDDEN_LAYERS.contains(layers.size())) {
            throw new IllegalArgumentException(String.format(Locale.ROOT,
                    "There may be at most 8 hidden layers, not %d.", layers.size()));
        }
        return layers;
    }

    private static String quoted(String text) {
        return text.length() <= QUOTED_CHARACTERS ? text : text.substring(0, QUOTED_CHARACTERS) + "…";
    }
}
