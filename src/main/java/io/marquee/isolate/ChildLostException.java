package io.marquee.isolate;

/** A training process that is no longer there, or of no more use. The message is a sentence for people. */
final class ChildLostException extends Exception {

    private static final long serialVersionUID = 1L;

    ChildLostException(String message) {
        super(message);
    }
}
