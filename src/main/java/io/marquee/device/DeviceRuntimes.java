package io.marquee.device;

import java.io.IOException;

/** Knows what processes need in order to train on the devices of this machine. */
public interface DeviceRuntimes {

    /**
     * What a process needs for a device. Blocking: call it from a background thread.
     *
     * @throws DeviceGoneException if the device is not here now
     * @throws IOException if it cannot be used; the message is a sentence that says why
     */
    DeviceRuntime of(String device) throws IOException;
}
