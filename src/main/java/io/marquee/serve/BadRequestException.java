package io.marquee.serve;

/** A request that cannot be answered. The message is a sentence for the one who asked. */
final class BadRequestException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;

    BadRequestException(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    /** The HTTP status that says whose fault it is: 4xx. */
    int status() {
        return status;
    }
}
