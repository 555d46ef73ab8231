package io.marquee.data.read;

import io.marquee.data.ColumnMapping;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says in words how a mapping reads a file. */
public final class MappingWords {

    private static final Map<String, String> DELIMITERS = Map.of(",", "commas", ";", "semicolons", "\t", "tabs",
            "|", "bars", "::", "double colons", " ", "spaces");

    private MappingWords() {}

    /** What a delimiter is called in the plural, such as "semicolons". */
    public static String delimiter(String delimiter) {
        return DELIMITERS.getOrDefault(delimiter, Wording.quote(delimiter));
    }

    /** Such as {@code fields between semicolons in ISO-8859-1, user "User-ID", item "ISBN", rating ...}. */
    public static String describe(ColumnMapping mapping, List<String> names) {
        StringBuilder words = new StringBuilder("fields between ").append(delimiter(mapping.delimiter()))
                .append(" in ").append(mapping.encoding())
                .append(": user ").append(Wording.quote(names.get(mapping.user())))
                .append(", item ").append(Wording.quote(names.get(mapping.item())))
                .append(", rating ").append(Wording.quote(names.get(mapping.rating())))
                .append(" from ").append(Wording.number(mapping.minimum()))
                .append(" to ").append(Wording.number(mapping.maximum()));
        if (mapping.time().isPresent()) {
            words.append(", time ").append(Wording.quote(names.get(mapping.time().getAsInt()))).append(" in ")
                    .append(mapping.timeFormat().displayName());
        }
        if (!mapping.implicit().isEmpty()) {
            words.append("; ").append(values(mapping.implicit())).append(" means met but not rated");
        }
        if (!mapping.missing().isEmpty()) {
            words.append("; ").append(values(mapping.missing())).append(" means no rating");
        }
        return words.toString();
    }

    private static String values(List<Double> values) {
        return values.stream().map(Wording::number).collect(Collectors.joining(", "));
    }
}
