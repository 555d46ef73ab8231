package io.marquee.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Sizes of the built-in dataset, by the MovieLens dataset they are like or by their own names. */
enum Sizes {
    SMALL("ml-100k", "100k"),
    MEDIUM("ml-1m", "1m"),
    LARGE("ml-20m", "20m");

    private final String like;
    private final String id;

    Sizes(String like, String id) {
        this.like = like;
        this.id = id;
    }

    /** The name by which datasets are opened. */
    String dataset() {
        return "matinee:" + id;
    }

    /** Reads an option. */
    static final class Converter implements ITypeConverter<Sizes>, Iterable<String> {

        @Override
        public Sizes convert(String text) {
            String word = text.strip();
            return Arrays.stream(values())
                    .filter(size -> word.equalsIgnoreCase(size.like) || word.equalsIgnoreCase(size.id)
                            || word.equalsIgnoreCase(size.dataset()))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' is not one of "
                            + Arrays.stream(values()).map(size -> size.like).collect(Collectors.joining(", "))));
        }

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(values()).map(size -> size.like).iterator();
        }
    }
}
