package io.marquee.train.checkpoint;

import java.io.IOException;

/** A checkpoint that cannot be read or must not be written. The message is a sentence for people that says what to do. */
public final class CheckpointException extends IOException {

    private static final long serialVersionUID = 1L;

    public CheckpointException(String message) {
        super(message);
    }

    public CheckpointException(String message, Throwable cause) {
        super(message, cause);
    }
}
