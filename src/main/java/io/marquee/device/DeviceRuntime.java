package io.marquee.device;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a process needs in order to train on a device.
 *
 * @param device id of the device
 * @param backend what ND4J must report in that process; anything else there is an error
 * @param capabilities compute capability of each GPU that ND4J must report there; none for the CPU
 * @param classPath jars and folders of classes, in their order
 * @param environment variables to set, beside those of this process
 */
public record DeviceRuntime(
        String device, Backend backend, List<String> capabilities, List<Path> classPath, Map<String, String> environment) {

    public DeviceRuntime {
        capabilities = List.copyOf(capabilities);
        classPath = List.copyOf(classPath);
        environment = Map.copyOf(environment);
    }
}
