package io.marquee.tune;

import io.marquee.runs.SettingsWords;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The values that a search may give to one hyperparameter, as the texts of {@link Tunable}. */
public sealed interface Candidates {

    /** One of them at random, each as likely as the other (of a range: each part of its scale). */
    String draw(SplittableRandom random);

    /** The values that a grid takes. */
    List<String> grid();

    /** Whether there are no others than those of the grid. */
    boolean finite();

    /** In the form that {@link Variation#parse} reads, such as "8,16,32" or "0.0001..0.01:log". */
    String text();

    /** For people, such as "8, 16, 32" or "0.0001 to 0.01, logarithmic". */
    String words();

    /**
     * Single values.
     *
     * @param values at least one, none twice
     */
    record Choices(List<String> values) implements Candidates {
        public Choices {
            values = List.copyOf(new LinkedHashSet<>(values));
        }

        @Override
        public String draw(SplittableRandom random) {
            return values.get(random.nextInt(values.size()));
        }

        @Override
        public List<String> grid() {
            return values;
        }

        @Override
        public boolean finite() {
            return true;
        }

        @Override
        public String text() {
            return String.join(",", values);
        }

        @Override
        public String words() {
            return String.join(", ", values);
        }
    }

    /**
     * All numbers of a range. Values have three significant digits or are whole, so that they can be read and typed.
     *
     * @param from lowest value
     * @param to highest value, above {@code from}
     * @param logarithmic whether equal ratios count as equal steps, not equal differences
     * @param steps number of values that a grid takes, its ends included, at least 2
     * @param whole whether only whole numbers are meant
     */
    record Interval(double from, double to, boolean logarithmic, int steps, boolean whole) implements Candidates {

        /** Number of values in a grid unless said otherwise. */
        public static final int DEFAULT_STEPS = 3;

        private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

        public Interval {
            if (!(from < to)) {
                throw new IllegalArgumentException("A range goes from a lower to a higher value, such as "
                        + SettingsWords.number(Math.min(from, to)) + ".." + (from == to ? "…" : SettingsWords.number(from)) + ".");
            }
            if (logarithmic && !(from > 0)) {
                throw new IllegalArgumentException("A logarithmic range begins above 0, not at " + SettingsWords.number(from)
                        + ".");
            }
            if (steps < 2 || steps > 1000) {
                throw new IllegalArgumentException("A grid takes 2 to 1000 values of a range, not " + steps + ".");
            }
        }

        @Override
        public String draw(SplittableRandom random) {
            return at(random.nextDouble());
        }

        @Override
        public List<String> grid() {
            return IntStream.range(0, steps).mapToObj(step -> at((double) step / (steps - 1))).distinct().toList();
        }

        private String at(double share) {
            double value = logarithmic ? from * Math.pow(to / from, share) : from + (to - from) * share;
            double rounded = whole ? Math.rint(value)
                    : value == 0 ? 0 : BigDecimal.valueOf(value).round(DIGITS).doubleValue();
            return SettingsWords.number(Math.max(from, Math.min(to, rounded)));
        }

        @Override
        public boolean finite() {
            return false;
        }

        @Override
        public String text() {
            return SettingsWords.number(from) + ".." + SettingsWords.number(to) + (logarithmic ? ":log" : "")
                    + (steps == DEFAULT_STEPS ? "" : ":" + steps);
        }

        @Override
        public String words() {
            return SettingsWords.number(from) + " to " + SettingsWords.number(to) + (logarithmic ? ", logarithmic" : "");
        }
    }

    /**
     * Reads "8,16,32", "0.0001..0.01", "0.0001..0.01:log" or, with the number of values in a grid, "0.0001..0.01:log:5".
     *
     * @throws IllegalArgumentException with a sentence for people
     */
    static Candidates parse(Tunable parameter, String text) {
        int dots = text.indexOf("..");
        return dots < 0 ? choices(parameter, text) : interval(parameter, text, dots);
    }

    private static Candidates choices(Tunable parameter, String text) {
        List<String> values = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            if (part.isBlank()) {
                throw new IllegalArgumentException(parameter.label() + ": a value is missing in “" + text.strip()
                        + "”. Write them with commas between, such as 8,16,32.");
            }
            values.add(SearchSpace.canonical(parameter, part));
        }
        return new Choices(values);
    }

    private static Candidates interval(Tunable parameter, String text, int dots) {
        if (!parameter.numeric()) {
            throw new IllegalArgumentException(parameter.label() + " has no range: name the choices, such as adam,sgd.");
        }
        String[] parts = text.substring(dots + 2).split(":", -1);
        boolean logarithmic = false;
        int steps = Interval.DEFAULT_STEPS;
        for (int i = 1; i < parts.length; i++) {
            String option = parts[i].strip();
            if (option.equals("log")) {
                logarithmic = true;
            } else if (option.matches("\\d{1,6}")) {
                steps = Integer.parseInt(option);
            } else if (!option.equals("linear")) {
                throw new IllegalArgumentException(parameter.label() + ": behind a range stands log, linear or how many of its "
                        + "values a grid takes, as in 0.0001..0.01:log:5, not “" + option + "”.");
            }
        }
        try {
            return new Interval(end(parameter, text.substring(0, dots)), end(parameter, parts[0]), logarithmic, steps,
                    parameter.whole());
        } catch (IllegalArgumentException e) {
            throw e instanceof NumberFormatException || e.getMessage().startsWith(parameter.label()) ? e
                    : new IllegalArgumentException(parameter.label() + ": " + e.getMessage(), e);
        }
    }

    private static double end(Tunable parameter, String text) {
        try {
            double value = Tunable.number(text.strip());
            if (parameter.allows(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below, as for what is out of range
        }
        throw new IllegalArgumentException(parameter.refusal(text));
    }
}
