package io.marquee.device;

import java.io.IOException;

/**
 * A device that was here is not here now, or does not answer. Nothing is wrong with a run on it, which can go on once the device
 * is back. The message is a sentence for people.
 */
public final class DeviceGoneException extends IOException {

    private static final long serialVersionUID = 1L;

    public DeviceGoneException(String message) {
        this(message, null);
    }

    public DeviceGoneException(String message, Throwable cause) {
        super(message, cause);
    }
}
