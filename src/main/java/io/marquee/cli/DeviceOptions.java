package io.marquee.cli;

import io.marquee.device.Device;
import io.marquee.device.Devices;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** What to train on, and in which process. */
final class DeviceOptions {

    @Option(names = "--device", paramLabel = "ID", defaultValue = "cpu",
            description = "What to train on. Without it: ${DEFAULT-VALUE}.")
    private String device;

    @Option(names = "--isolate",
            description = "Train in a process of its own, so that a crash there ends the run alone. A GPU always has one.")
    private boolean isolate;

    boolean isolate() {
        return isolate;
    }

    /** @throws CommandFailure if there is no such device, or it cannot be used */
    String usable(Devices all) {
        List<Device> devices = all.list();
        Device chosen = devices.stream()
                .filter(candidate -> candidate.id().equalsIgnoreCase(device))
                .findFirst()
                .orElseThrow(() -> CommandFailure.usage("There is no device '" + device + "' here; there is "
                        + devices.stream().map(Device::id).collect(Collectors.joining(", ")) + "."));
        if (!chosen.usable()) {
            throw CommandFailure.failed(chosen.name() + " cannot be used: " + Failures.sentence(chosen.note()));
        }
        return chosen.id();
    }
}
