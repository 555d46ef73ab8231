package io.marquee.data;

import java.io.IOException;

/**
 * Data that cannot be used. The message is a sentence for people: it names the file, the line and the value, what was
 * expected and what to do.
 */
public class InvalidDataException extends IOException {

    private static final long serialVersionUID = 1L;

    public InvalidDataException(String message) {
        super(message);
    }

    public InvalidDataException(String message, Throwable cause) {
        super(message, cause);
    }
}
