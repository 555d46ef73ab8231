package io.marquee.isolate;

import io.marquee.device.Backend;
import io.marquee.device.BackendDevice;
import io.marquee.model.BuildInfo;

/** Finds out what this process really is, by what ND4J says of itself. */
final class Greeting {

    private Greeting() {}

    /** Starts ND4J; whatever keeps it from starting is thrown. */
    static ChildMessage.Hello ofThisProcess() {
        return new ChildMessage.Hello(ChildMessage.PROTOCOL, BuildInfo.load().version(), System.getProperty("java.version"),
                Backend.inUse(), BackendDevice.ofThisProcess(), Runtime.getRuntime().availableProcessors());
    }
}
