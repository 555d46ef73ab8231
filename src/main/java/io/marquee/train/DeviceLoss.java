package io.marquee.train;

import io.marquee.device.LocalDevices;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a run ended because its GPU went away under it: ND4J says so by an exception like any other. */
final class DeviceLoss {

    /**
     * What CUDA says of a device that it cannot reach: devices unavailable (46), none there (100), uncorrectable memory error
     * (214), in the words of {@code cudaGetErrorString} and of the driver.
     *
     * @see <a href="https://docs.nvidia.com/cuda/cuda-runtime-api/group__CUDART__TYPES.html">CUDA runtime, cudaError</a>
     */
    private static final Pattern GONE = Pattern.compile("Error code: \\[(46|100|214)\\]|devices? (is|are) busy or unavailable"
            + "|no CUDA-capable device|fallen off the bus|GPU is lost|uncorrectable ECC", Pattern.CASE_INSENSITIVE);

    private static final int MOST_CAUSES = 20;

    private DeviceLoss() {}

    /** What happened and what to do, if that is why; empty otherwise. */
    static Optional<String> sentence(String device, Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; LocalDevices.isGpu(device) && cause != null && i < MOST_CAUSES; i++) {
            if (cause.getMessage() != null && GONE.matcher(cause.getMessage()).find()) {
                return Optional.of("The device " + device + " went away during training (" + cause.getMessage()
                        + "). Check that nvidia-smi lists it in a terminal, then look for devices again.");
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }
}
