package io.marquee.catalogue;

import io.marquee.data.InvalidDataException;

/** A download that did not succeed. The message is a sentence for people that says what happened and what to do. */
public class DownloadException extends InvalidDataException {

    private static final long serialVersionUID = 1L;

    DownloadException(String message, Throwable cause) {
        super(message, cause);
    }
}
