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

    GpuDevices(NvidiaSmi driver) {
        this.driver = driver;
    }

    List<Device> list() {
        try {
            List<Device> devices = new ArrayList<>();
            for (NvidiaGpu gpu : driver.gpus()) {
                devices.add(new Device("gpu" + gpu.index(), gpu.displayName(), false, reason(gpu)));
            }
            return devices;
        } catch (IOException e) {
            LOG.warn("The GPUs of this machine cannot be listed", e);
            return List.of(new Device("gpu", "NVIDIA GPU", false, "Its driver does not answer: " + e.getMessage()
                    + ". Run nvidia-smi in a terminal; where it fails too, install the driver again."));
        }
    }

    private static String reason(NvidiaGpu gpu) {
        String what = "Compute capability " + gpu.capability() + ", driver " + gpu.driver() + ". ";
        return gpu.hasCode()
                ? what + "This build trains on the CPU alone: it holds no CUDA backend."
                : what + "ND4J's CUDA 11.6 backend has no code for it: it runs on compute capability 3.7 and 5.0 to 8.9. "
                        + "The CPU is the device to choose.";
    }
}
