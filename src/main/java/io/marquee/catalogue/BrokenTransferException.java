package io.marquee.catalogue;

import java.io.IOException;

/** A transfer that broke off and can be gone on with. */
final class BrokenTransferException extends IOException {

    private static final long serialVersionUID = 1L;

    BrokenTransferException(String message, Throwable cause) {
        super(message, cause);
    }
}
