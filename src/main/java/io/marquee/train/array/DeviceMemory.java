package io.marquee.train.array;

import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.environment.Nd4jEnvironment;
import org.nd4j.linalg.factory.Nd4j;

/** How much memory the device that ND4J uses has left. */
final class DeviceMemory {

    private DeviceMemory() {}

    /** Bytes: of a GPU what CUDA says, otherwise what ND4J may still take outside the heap. */
    static long free() {
        Object gpus = Nd4j.getExecutioner().getEnvironmentInformation().get(Nd4jEnvironment.CUDA_DEVICE_INFORMATION_KEY);
        // A process sees one GPU at most.
        if (gpus instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map<?, ?> gpu
                && gpu.get(Nd4jEnvironment.CUDA_FREE_MEMORY_KEY) instanceof Number free) {
            return free.longValue();
        }
        return Pointer.maxBytes() > 0 ? Pointer.maxBytes() - Pointer.totalBytes() : Long.MAX_VALUE;
    }
}
