package io.marquee.data.read;

/** A value that cannot be used. The message names it and what was expected, without a full stop. */
final class BadFieldException extends Exception {

    private static final long serialVersionUID = 1L;

    BadFieldException(String message) {
        // Without a stack trace: a bad file has one of these for each of millions of rows.
        super(message, null, false, false);
    }
}
