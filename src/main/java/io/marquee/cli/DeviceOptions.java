package io.marquee.cli;

import io.marquee.device.Device;
import io.marquee.device.DeviceChoice;
import io.marquee.device.Devices;
import io.marquee.device.LocalDevices;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** What to train on, and in which process. */
final class DeviceOptions {

    @Option(names = "--device", paramLabel = "ID", defaultValue = "cpu",
            description = "What to train on, such as cpu, gpu0, or gpu0,gpu1 for both together. Without it: ${DEFAULT-VALUE}.")
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
        Device chosen;
        try {
            chosen = DeviceChoice.of(device, devices).orElseThrow(() -> CommandFailure.usage(absent(devices)));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(e.getMessage());
        }
        if (!chosen.usable()) {
            throw CommandFailure.failed(chosen.name() + " cannot be used: " + Failures.sentence(chosen.note()));
        }
        return chosen.id();
    }

    private String absent(List<Device> devices) {
        boolean gpus = devices.stream().map(Device::id).anyMatch(LocalDevices::isGpu);
        String why = LocalDevices.isGpu(device) && !gpus
                ? " No GPU is listed: nvidia-smi, which NVIDIA's driver brings, is not on the path or names none." : "";
        return "There is no device '" + device + "' here; there is "
                + devices.stream().map(Device::id).collect(Collectors.joining(", ")) + "." + why;
    }
}
