package io.marquee.runs;

import java.io.IOException;

/** The history of runs cannot be read or written; the message is a sentence for people. */
public final class RunHistoryException extends IOException {

    private static final long serialVersionUID = 1L;

    public RunHistoryException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
