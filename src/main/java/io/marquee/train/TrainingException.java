package io.marquee.train;

/** A run that cannot start or go on. The message is a sentence for people that says what to do. */
public final class TrainingException extends Exception {

    private static final long serialVersionUID = 1L;

    public TrainingException(String message) {
        super(message);
    }
}
