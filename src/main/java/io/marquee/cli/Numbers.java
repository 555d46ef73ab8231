package io.marquee.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Numbers as options give them; what is no number is refused in words. */
final class Numbers {

    private Numbers() {}

    /** A finite number. */
    static final class Real implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            try {
                double value = Double.parseDouble(text.strip());
                if (Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // said below, as for NaN and infinity
            }
            throw new TypeConversionException("'" + text + "' is not a number");
        }
    }

    /** A whole number. */
    static final class Whole implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return whole(text);
        }
    }

    /** What is said of a whole number that is none of ours; {@link OptionRanges} says what would be. */
    static final String TOO_LARGE = "is too large";
    static final String TOO_SMALL = "is too small";

    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");

    /** A whole number of 64 bits. */
    static final class Seed implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            try {
                return Long.valueOf(text.strip());
            } catch (NumberFormatException e) {
                throw refusal(text);
            }
        }
    }

    /** Hidden layer sizes: "1024" or "512,256". Picocli unpacks collections itself, so they come in a holder. */
    static final class Layers implements ITypeConverter<LayerSizes> {
        @Override
        public LayerSizes convert(String text) {
            List<Integer> sizes = new ArrayList<>();
            for (String part : text.split(",", -1)) {
                sizes.add(whole(part));
            }
            return new LayerSizes(sizes);
        }
    }

    /** The outputs of each hidden layer. */
    record LayerSizes(List<Integer> sizes) {}

    private static int whole(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw refusal(text);
        }
    }

    private static TypeConversionException refusal(String text) {
        return new TypeConversionException("'" + text + "' " + (!WHOLE.matcher(text.strip()).matches() ? "is not a whole number"
                : text.strip().startsWith("-") ? TOO_SMALL : TOO_LARGE));
    }
}
