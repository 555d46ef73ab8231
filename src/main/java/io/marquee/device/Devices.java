package io.marquee.device;

import java.util.List;

/** Finds the devices of this machine. */
public interface Devices {

    /** All devices, usable ones first; never empty. Blocking: call it from a background thread. */
    List<Device> list();
}
