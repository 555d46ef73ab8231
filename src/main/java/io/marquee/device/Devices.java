package io.marquee.device;

import java.util.List;

/** Finds the devices of this machine. */
public interface Devices {

    /** Those of {@link #list} that are known without asking a driver, which may take seconds. Reads files. */
    default List<Device> atOnce() {
        return List.of();
    }

    /** All devices, usable ones first; never empty. Blocking: call it from a background thread. */
    List<Device> list();
}
