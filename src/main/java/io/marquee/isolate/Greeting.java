package io.marquee.isolate;

import io.marquee.device.Backend;
import io.marquee.model.BuildInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.environment.Nd4jEnvironment;
import org.nd4j.linalg.factory.Nd4j;

/** Finds out what this process really is, by what ND4J says of itself. */
final class Greeting {

    private Greeting() {}

    /** Starts ND4J; whatever keeps it from starting is thrown. */
    static ChildMessage.Hello ofThisProcess() {
        Backend backend = Backend.inUse();
        Optional<Map<?, ?>> gpu = backend == Backend.CUDA ? firstGpu() : Optional.empty();
        return new ChildMessage.Hello(ChildMessage.PROTOCOL, BuildInfo.load().version(), System.getProperty("java.version"),
                backend, gpu.map(facts -> String.valueOf(facts.get(Nd4jEnvironment.CUDA_DEVICE_NAME_KEY))).orElse("the CPU"),
                gpu.map(facts -> facts.get(Nd4jEnvironment.CUDA_DEVICE_MAJOR_VERSION_KEY) + "."
                        + facts.get(Nd4jEnvironment.CUDA_DEVICE_MINOR_VERSION_KEY)),
                Runtime.getRuntime().availableProcessors());
    }

    private static Optional<Map<?, ?>> firstGpu() {
        Object known = Nd4j.getExecutioner().getEnvironmentInformation().get(Nd4jEnvironment.CUDA_DEVICE_INFORMATION_KEY);
        return known instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map<?, ?> facts
                ? Optional.of(facts) : Optional.empty();
    }
}
