package io.marquee.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.environment.Nd4jEnvironment;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A device that ND4J really computes on in some process, as ND4J itself describes it.
 *
 * @param name such as "NVIDIA GeForce RTX 4090", or "the CPU"
 * @param computeCapability of a GPU, such as "8.9"
 */
public record BackendDevice(String name, Optional<String> computeCapability) {

    public BackendDevice {
        computeCapability = computeCapability == null ? Optional.empty() : computeCapability;
    }

    /** Those of this process, in ND4J's order; ND4J is started where it was not yet. */
    public static List<BackendDevice> ofThisProcess() {
        if (Backend.inUse() == Backend.CPU) {
            return List.of(new BackendDevice("the CPU", Optional.empty()));
        }
        List<BackendDevice> found = new ArrayList<>();
        Object known = Nd4j.getExecutioner().getEnvironmentInformation().get(Nd4jEnvironment.CUDA_DEVICE_INFORMATION_KEY);
        if (known instanceof List<?> gpus) {
            for (Object gpu : gpus) {
                if (gpu instanceof Map<?, ?> facts) {
                    found.add(new BackendDevice(String.valueOf(facts.get(Nd4jEnvironment.CUDA_DEVICE_NAME_KEY)),
                            Optional.of(facts.get(Nd4jEnvironment.CUDA_DEVICE_MAJOR_VERSION_KEY) + "."
                                    + facts.get(Nd4jEnvironment.CUDA_DEVICE_MINOR_VERSION_KEY))));
                }
            }
        }
        return found;
    }

    /** Name and compute capability, such as "NVIDIA GeForce RTX 4090, compute capability 8.9". */
    public String words() {
        return name + computeCapability.map(capability -> ", compute capability " + capability).orElse("");
    }

    /** Names of several devices, such as "the CPU", or "GPU A and GPU B". */
    public static String names(List<BackendDevice> devices) {
        return devices.isEmpty() ? "no device" : String.join(" and ", devices.stream().map(BackendDevice::name).toList());
    }
}
