package io.marquee.device;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The GPUs of this machine, each with what stands between it and training. */
final class GpuDevices {

    private static final Logger LOG = LoggerFactory.getLogger(GpuDevices.class);

    private final NvidiaSmi driver;
    private final CudaLibraries cuda;

    /** @param cuda what it takes to compute on them */
    GpuDevices(NvidiaSmi driver, CudaLibraries cuda) {
        this.driver = driver;
        this.cuda = cuda;
    }

    List<Device> list() {
        try {
            List<Device> devices = new ArrayList<>();
            for (NvidiaGpu gpu : driver.gpus()) {
                devices.add(new Device(LocalDevices.gpuId(gpu.index()), gpu.displayName(),
                        usable(gpu, cuda), note(gpu, cuda)));
            }
            List<Device> usable = devices.stream().filter(Device::usable).toList();
            if (usable.size() > 1) {
                devices.add(DeviceChoice.together(usable));
            }
            return devices;
        } catch (IOException e) {
            LOG.warn("The GPUs of this machine cannot be listed", e);
            return List.of(new Device(LocalDevices.ANY_GPU, "NVIDIA GPU", false, trouble(e.getMessage())));
        }
    }

    /** What the driver said, and what to do. */
    static String trouble(String said) {
        String stripped = said.endsWith(".") ? said.substring(0, said.length() - 1) : said;
        if (said.contains("not a valid field")) {
            return "Its driver is too old to tell its compute capability (" + stripped + "). Install a newer driver.";
        }
        if (said.contains("No devices were found")) {
            return "The driver finds no GPU (" + stripped + "). Check that the GPU is plugged in and has power.";
        }
        return "Its driver does not answer: " + stripped
                + ". Run nvidia-smi in a terminal; where it fails too, install the driver again.";
    }

    static boolean usable(NvidiaGpu gpu, CudaLibraries cuda) {
        return gpu.hasCode() && cuda.hindrance().isEmpty();
    }

    /** What people should know of a GPU: what runs on it, or why it cannot be used and what to do. */
    static String note(NvidiaGpu gpu, CudaLibraries cuda) {
        String what = "Compute capability " + gpu.capability() + ", driver " + gpu.driver() + ". ";
        if (!gpu.hasCode()) {
            return what + "ND4J's CUDA 11.6 backend has no code for it: it runs on compute capability 3.7 and 5.0 to 8.9. "
                    + "The CPU is the device to choose.";
        }
        return what + cuda.hindrance().orElse("ND4J's CUDA 11.6 backend, in a process of its own");
    }
}
