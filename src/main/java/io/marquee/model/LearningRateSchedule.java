package io.marquee.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * How the learning rate changes during a run: a factor on the learning rate of the hyperparameters, looked up before each
 * batch for its middle. Written as a short text, in JSON, on the command line and in the form alike.
 */
public sealed interface LearningRateSchedule {

    /**
     * The factor at a place in the run.
     *
     * @param epoch epochs done, with fractions, from 0
     * @param epochs epochs of the run in all
     */
    double factor(double epoch, int epochs);

    /** This schedule in a form that {@link #parse} reads, such as "cosine:0.01". */
    @JsonValue
    String text();

    /** This schedule for people, such as "falling by half a cosine to 0.01 of it". */
    String words();

    /** The same rate throughout. */
    record Constant() implements LearningRateSchedule {
        @Override
        public double factor(double epoch, int epochs) {
            return 1;
        }

        @Override
        public String text() {
            return "constant";
        }

        @Override
        public String words() {
            return "constant";
        }
    }

    /**
     * The rate times {@code factor} after every {@code every} epochs.
     *
     * @param every epochs between steps, at least 1
     * @param factor above 0, at most 1
     */
    record Step(int every, double factor) implements LearningRateSchedule {
        public Step {
            check(every >= 1, "step needs a whole number of epochs from 1 on, such as step:10,0.5");
            checkFactor(factor, "step:10,0.5");
        }

        @Override
        public double factor(double epoch, int epochs) {
            return Math.pow(factor, Math.floor(epoch / every));
        }

        @Override
        public String text() {
            return "step:" + every + "," + number(factor);
        }

        @Override
        public String words() {
            return "times " + number(factor) + " after every " + (every == 1 ? "epoch" : every + " epochs");
        }
    }

    /**
     * The rate falls smoothly, by {@code factor} an epoch.
     *
     * @param factor above 0, at most 1
     */
    record Exponential(double factor) implements LearningRateSchedule {
        public Exponential {
            checkFactor(factor, "exponential:0.9");
        }

        @Override
        public double factor(double epoch, int epochs) {
            return Math.pow(factor, epoch);
        }

        @Override
        public String text() {
            return "exponential:" + number(factor);
        }

        @Override
        public String words() {
            return "falling by a factor of " + number(factor) + " an epoch";
        }
    }

    /**
     * The rate falls from all of it to a part along half a cosine over the whole run (Loshchilov and Hutter, SGDR: stochastic
     * gradient descent with warm restarts, ICLR 2017, without restarts).
     *
     * @param end the part at the end, from 0 to 1
     */
    record Cosine(double end) implements LearningRateSchedule {
        public Cosine {
            check(end >= 0 && end <= 1, "cosine needs the part of the rate to end at, from 0 to 1, such as cosine:0.01");
        }

        @Override
        public double factor(double epoch, int epochs) {
            return between(1, end, epoch / epochs);
        }

        @Override
        public String text() {
            return "cosine:" + number(end);
        }

        @Override
        public String words() {
            return "falling along half a cosine to " + number(end) + " of it";
        }
    }

    /**
     * One cycle: from a 25th of the rate up to all of it in the first three tenths of the run, then down to a 250,000th, both
     * along half a cosine (Smith and Topin, Super-convergence: very fast training of neural networks using large learning
     * rates, 2018). Momentum stays as it is.
     */
    record OneCycle() implements LearningRateSchedule {
        private static final double RISE = 0.3;
        private static final double START = 1.0 / 25;
        private static final double END = START / 10_000;

        @Override
        public double factor(double epoch, int epochs) {
            double done = epoch / epochs;
            return done < RISE ? between(START, 1, done / RISE) : between(1, END, (done - RISE) / (1 - RISE));
        }

        @Override
        public String text() {
            return "one-cycle";
        }

        @Override
        public String words() {
            return "one cycle, up to it in the first 30 % of the run and down to nearly nothing";
        }
    }

    /**
     * The rate grows evenly from nothing over the first epochs, on top of another schedule (Goyal et al., Accurate, large
     * minibatch SGD, 2017).
     *
     * @param length epochs to grow in, with fractions, above 0
     * @param then the schedule whose rate it grows to
     */
    record WarmUp(double length, LearningRateSchedule then) implements LearningRateSchedule {
        public WarmUp {
            check(length > 0 && Range.EPOCHS.contains(Math.ceil(length)),
                    "warm-up needs a number of epochs above 0, such as warm-up:0.5");
            check(!(then instanceof WarmUp), "one warm-up is enough, such as warm-up:1+cosine:0.01");
        }

        @Override
        public double factor(double epoch, int epochs) {
            return Math.min(1, epoch / length) * then.factor(epoch, epochs);
        }

        @Override
        public String text() {
            return "warm-up:" + number(length) + (then instanceof Constant ? "" : "+" + then.text());
        }

        @Override
        public String words() {
            return "warming up for " + number(length) + (length == 1 ? " epoch" : " epochs") + ", then " + then.words();
        }
    }

    /**
     * Reads a schedule: constant, step:10,0.5, exponential:0.9, cosine, cosine:0.01, one-cycle, warm-up:1 or
     * warm-up:1+cosine:0.01.
     *
     * @throws IllegalArgumentException with a sentence for people
     */
    @JsonCreator
    static LearningRateSchedule parse(String text) {
        String clean = text.strip().toLowerCase(Locale.ROOT);
        int plus = clean.indexOf('+');
        String first = plus < 0 ? clean : clean.substring(0, plus).strip();
        int colon = first.indexOf(':');
        String name = colon < 0 ? first : first.substring(0, colon).strip();
        String values = colon < 0 ? "" : first.substring(colon + 1).strip();
        check(plus < 0 || name.equals("warm-up"), "only warm-up goes before another schedule, such as warm-up:1+cosine:0.01");
        return switch (name) {
            case "constant" -> without(values, name, new Constant());
            case "step" -> step(values);
            case "exponential" -> new Exponential(value(values, "exponential:0.9"));
            case "cosine" -> new Cosine(values.isEmpty() ? 0 : value(values, "cosine:0.01"));
            case "one-cycle" -> without(values, name, new OneCycle());
            case "warm-up" -> new WarmUp(values.isEmpty() ? 1 : value(values, "warm-up:1"),
                    plus < 0 ? new Constant() : parse(clean.substring(plus + 1)));
            default -> throw new IllegalArgumentException("The schedule must be constant, step:10,0.5, exponential:0.9, "
                    + "cosine:0.01, one-cycle, warm-up:1 or warm-up:1+cosine:0.01, not \"" + quoted(text) + "\".");
        };
    }

    private static LearningRateSchedule without(String values, String name, LearningRateSchedule schedule) {
        check(values.isEmpty(), name + " takes no number");
        return schedule;
    }

    private static LearningRateSchedule step(String values) {
        String[] parts = values.split(",", -1);
        check(parts.length == 2, "step needs a number of epochs and a factor, such as step:10,0.5");
        double every = value(parts[0], "step:10,0.5");
        check(Range.EPOCHS.contains(every),
                "step needs a whole number of epochs from 1 on, such as step:10,0.5");
        return new Step((int) every, value(parts[1], "step:10,0.5"));
    }

    private static double value(String text, String example) {
        try {
            double value = Double.parseDouble(text.strip());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below, as for NaN and infinity
        }
        throw new IllegalArgumentException("The schedule holds \"" + quoted(text) + "\" where a number belongs; it is written "
                + "such as " + example + ".");
    }

    private static String quoted(String text) {
        String clean = text.strip();
        return clean.length() <= 24 ? clean : clean.substring(0, 24) + "…";
    }

    private static void checkFactor(double factor, String example) {
        check(factor > 0 && factor <= 1, "the factor must be above 0, at most 1, such as " + example);
    }

    private static void check(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException("The schedule does not work: " + problem + ".");
        }
    }

    /** Along half a cosine from one value to another. */
    private static double between(double from, double to, double done) {
        return to + (from - to) * (1 + Math.cos(Math.PI * Math.min(1, done))) / 2;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
