package io.marquee.model;

import io.marquee.data.SplitSpec;
import java.util.Locale;

/** The values each numeric hyperparameter may take: one table for the record's check and for forms. */
public enum Range {
    EMBEDDING_SIZE("Embedding size", 1, 512, true, false),
    HIDDEN_LAYERS("Number of hidden layers", 1, 8, true, false),
    HIDDEN_SIZE("Hidden layer size", 1, 16_384, true, false),
    LEARNING_RATE("Learning rate", 0, 10, false, true),
    MOMENTUM("Momentum", 0, 0.9999, false, false),
    L2("L2", 0, 1, false, false),
    BATCH_SIZE("Batch size", 1, 1_048_576, true, false),
    EPOCHS("Epochs", 1, 10_000, true, false),
    EMBEDDING_SCALE("Embedding initial scale", 0, 10, false, true),
    TEST_FRACTION("Test fraction", 0.001, 0.9, false, false),
    LAST_RATINGS("Last ratings", 1, 1000, true, false),
    PATIENCE("Patience", 1, 1000, true, false),
    MINIMUM_GAIN("Minimum gain", 0, 1, false, false),
    FOLDS("Folds", 2, SplitSpec.MAXIMUM_FOLDS, true, false),
    VALIDATION_FRACTION("Validation fraction", 0, 0.5, false, false);

    private final String label;
    private final double minimum;
    private final double maximum;
    private final boolean whole;
    private final boolean minimumExcluded;

    Range(String label, double minimum, double maximum, boolean whole, boolean minimumExcluded) {
        this.label = label;
        this.minimum = minimum;
        this.maximum = maximum;
        this.whole = whole;
        this.minimumExcluded = minimumExcluded;
    }

    public String label() {
        return label;
    }

    public boolean whole() {
        return whole;
    }

    public boolean contains(double value) {
        return value <= maximum
                && (minimumExcluded ? value > minimum : value >= minimum)
                && (!whole || value == Math.rint(value));
    }

    /** @throws InvalidHyperparameterException if {@code value} is out of range, with a sentence for people */
    public void check(double value) {
        if (!contains(value)) {
            throw new InvalidHyperparameterException(this, text(value));
        }
    }

    /** Words that go after a value that is beyond the range, ", which is too large"; empty for all others. */
    public String excess(double value) {
        return value > maximum ? ", which is too large" : "";
    }

    /** What is allowed, in words, such as "a whole number from 1 to 512". */
    public String allowed() {
        return (whole ? "a whole number " : "a number ")
                + (minimumExcluded ? "above " + text(minimum) + ", at most " : "from " + text(minimum) + " to ")
                + text(maximum);
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%,d", (long) value)
                : Double.toString(value);
    }
}
