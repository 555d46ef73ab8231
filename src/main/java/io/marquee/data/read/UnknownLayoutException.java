package io.marquee.data.read;

import io.marquee.data.InvalidDataException;

/** A file of rows of which the program cannot tell by itself which column holds what: a person has to say it. */
public final class UnknownLayoutException extends InvalidDataException {

    private static final long serialVersionUID = 1L;

    private final transient MappingGuess guess;

    /** @param guess the best guess, to start from */
    UnknownLayoutException(String message, MappingGuess guess) {
        super(message);
        this.guess = guess;
    }

    /** The best guess, to start from. */
    public MappingGuess guess() {
        return guess;
    }
}
