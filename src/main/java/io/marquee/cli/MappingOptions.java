package io.marquee.cli;

import io.marquee.data.ColumnMapping;
import io.marquee.data.DatasetSpec;
import io.marquee.data.TimestampFormat;
import io.marquee.data.open.DatasetLoader;
import io.marquee.data.read.LayoutHints;
import io.marquee.data.read.MappingGuess;
import io.marquee.data.read.MappingSniffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How to read a rating file that is not one of MovieLens'; what is not said is guessed. */
final class MappingOptions {

    static final String HEADING = "%nFor files that are laid out otherwise (what is not said is guessed):%n";

    private static final Map<String, String> DELIMITERS = Map.of("tab", "\t", "\\t", "\t", "comma", ",", "semicolon", ";",
            "bar", "|", "space", " ");
    private static final Map<String, TimestampFormat> TIMES = Map.of("seconds", TimestampFormat.SECONDS,
            "milliseconds", TimestampFormat.MILLISECONDS, "dates", TimestampFormat.DATE);
    private static final Pattern SCALE = Pattern.compile("(-?[0-9.]+)(?:-|:|\\.\\.)(-?[0-9.]+)");

    @Option(names = "--columns", paramLabel = "user=C,item=C,rating=C[,time=C]",
            description = "Which columns hold what, by their name or their number from 0.")
    private String columns;

    @Option(names = "--delimiter", paramLabel = "TEXT",
            description = "What stands between fields; tab, comma, semicolon, bar and space can be written as words.")
    private String delimiter;

    @Option(names = "--quote", paramLabel = "CHARACTER", description = "What stands around quoted fields, or none.")
    private String quote;

    @Option(names = "--encoding", paramLabel = "NAME", description = "Such as UTF-8 or ISO-8859-1.")
    private String encoding;

    @Option(names = "--header", paramLabel = "yes|no", description = "Whether the first line names the columns.")
    private String header;

    @Option(names = "--scale", paramLabel = "LOW-HIGH", description = "The lowest and the highest rating, such as 1-10.")
    private String scale;

    @Option(names = "--times", paramLabel = "FORM", description = "How times are written: seconds, milliseconds or dates.")
    private String times;

    @Option(names = "--missing", paramLabel = "VALUE[,VALUE...]",
            description = "Ratings that mean that there is none, such as 99.")
    private String missing;

    @Option(names = "--implicit", paramLabel = "VALUE[,VALUE...]",
            description = "Ratings that mean that the item was met but not rated, such as 0.")
    private String implicit;

    /**
     * The dataset, read as was said; unchanged where nothing was.
     *
     * @throws IOException if the file has to be looked into and cannot be read
     */
    DatasetSpec apply(DatasetSpec spec) throws IOException {
        boolean nothing = columns == null && delimiter == null && quote == null && encoding == null && header == null
                && scale == null && times == null && missing == null && implicit == null;
        if (nothing) {
            return spec;
        }
        if (spec.source().startsWith("matinee")) {
            throw CommandFailure.usage("The built-in dataset has no columns to map: name a file.");
        }
        MappingGuess guess = MappingSniffer.guess(DatasetLoader.ratingFile(spec.source()), hints());
        ColumnMapping mapping = guess.mapping();
        if (columns != null) {
            mapping = withColumns(mapping, guess.columnNames());
        }
        if (scale != null) {
            Matcher bounds = SCALE.matcher(scale.strip());
            if (!bounds.matches()) {
                throw CommandFailure.usage("--scale must be two numbers such as 1-10 or 0.5-5, not '" + scale + "'.");
            }
            mapping = mapping.withScale(number("--scale", bounds.group(1)), number("--scale", bounds.group(2)));
        }
        if (times != null) {
            TimestampFormat format = TIMES.get(times.strip().toLowerCase(Locale.ROOT));
            if (format == null) {
                throw CommandFailure.usage("--times must be seconds, milliseconds or dates, not '" + times + "'.");
            }
            mapping = mapping.withTimeFormat(format);
        }
        if (missing != null || implicit != null) {
            mapping = mapping.withUnrated(missing == null ? mapping.missing() : numbers("--missing", missing),
                    implicit == null ? mapping.implicit() : numbers("--implicit", implicit));
        }
        return spec.withMapping(mapping);
    }

    private LayoutHints hints() {
        Optional<Boolean> named = Optional.ofNullable(header).map(text -> switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw CommandFailure.usage("--header must be yes or no, not '" + text + "'.");
        });
        if (delimiter != null && delimiter.isEmpty() || quote != null && quote.length() > 1 && !quote.equals("none")) {
            throw CommandFailure.usage(quote == null ? "--delimiter must not be empty."
                    : "--quote must be a single character or none, not '" + quote + "'.");
        }
        return new LayoutHints(
                Optional.ofNullable(delimiter).map(text -> DELIMITERS.getOrDefault(text.toLowerCase(Locale.ROOT), text)),
                Optional.ofNullable(quote).map(text -> text.equals("none") ? "" : text),
                Optional.ofNullable(encoding), named);
    }

    private ColumnMapping withColumns(ColumnMapping mapping, List<String> names) {
        Map<String, Integer> said = new HashMap<>();
        for (String part : columns.split(",")) {
            String[] pair = part.split("=", 2);
            String role = pair[0].strip().toLowerCase(Locale.ROOT);
            if (pair.length < 2 || !List.of("user", "item", "rating", "time").contains(role)) {
                throw CommandFailure.usage("--columns must be as in user=0,item=1,rating=2,time=3 (time may be left out), "
                        + "not '" + columns + "'.");
            }
            said.put(role, column(pair[1].strip(), names));
        }
        if (!said.keySet().containsAll(List.of("user", "item", "rating"))) {
            throw CommandFailure.usage("--columns must say where user, item and rating are; '" + columns
                    + "' does not.");
        }
        Integer time = said.get("time");
        return mapping.withColumns(said.get("user"), said.get("item"), said.get("rating"),
                time == null ? OptionalInt.empty() : OptionalInt.of(time));
    }

    private static int column(String text, List<String> names) {
        for (int column = 0; column < names.size(); column++) {
            if (names.get(column).equalsIgnoreCase(text)) {
                return column;
            }
        }
        if (text.matches("\\d{1,4}") && Integer.parseInt(text) < names.size()) {
            return Integer.parseInt(text);
        }
        throw CommandFailure.usage("There is no column '" + text + "'; the file has " + String.join(", ", names) + ".");
    }

    private static List<Double> numbers(String option, String list) {
        List<Double> numbers = new ArrayList<>();
        for (String text : list.split(",")) {
            numbers.add(number(option, text));
        }
        return numbers;
    }

    private static double number(String option, String text) {
        try {
            return new Numbers.Real().convert(text);
        } catch (TypeConversionException e) {
            throw CommandFailure.usage(option + ": " + e.getMessage() + ".");
        }
    }
}
