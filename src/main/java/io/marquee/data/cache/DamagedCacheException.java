package io.marquee.data.cache;

import java.io.IOException;

/** A cache file that must not be used; the message says why, without a full stop. */
final class DamagedCacheException extends IOException {

    private static final long serialVersionUID = 1L;

    DamagedCacheException(String message) {
        super(message);
    }
}
