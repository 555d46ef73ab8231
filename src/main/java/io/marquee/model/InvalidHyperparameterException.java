package io.marquee.model;

/** A hyperparameter out of range. The message is a sentence for people. */
public final class InvalidHyperparameterException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Range range;

    public InvalidHyperparameterException(Range range, String value) {
        super(range.label() + " must be " + range.allowed() + ", not " + value + ".");
        this.range = range;
    }

    /** Which hyperparameter it is. */
    public Range range() {
        return range;
    }
}
