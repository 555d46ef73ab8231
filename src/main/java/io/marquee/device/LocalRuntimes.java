package io.marquee.device;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What processes on this machine need for its devices. All run the classes of this program; those for a GPU get the CUDA
 * libraries too, which this process never loads.
 */
public final class LocalRuntimes implements DeviceRuntimes {

    /** Larger than ND4J's own priorities, so that a backend of this priority is the first it tries. */
    private static final String FIRST = "1000";

    private final NvidiaSmi driver;
    private final CudaLibraries cuda;

    public LocalRuntimes() {
        this(new SystemCommand(), CudaLibraries.ofProgram());
    }

    LocalRuntimes(CommandOutput commands, CudaLibraries cuda) {
        this.driver = new NvidiaSmi(commands);
        this.cuda = cuda;
    }

    @Override
    public DeviceRuntime of(String device) throws IOException {
        return LocalDevices.isGpu(device)
                ? ofGpus(device)
                : new DeviceRuntime(device, Backend.CPU, List.of(), ownClassPath(), Map.of("BACKEND_PRIORITY_CPU", FIRST));
    }

    private DeviceRuntime ofGpus(String device) throws IOException {
        List<NvidiaGpu> gpus = new ArrayList<>();
        for (String id : LocalDevices.gpus(device)) {
            gpus.add(usable(id));
        }
        List<Path> classPath = new ArrayList<>(cuda.jars());
        classPath.addAll(ownClassPath());
        return new DeviceRuntime(device, Backend.CUDA, gpus.stream().map(NvidiaGpu::capability).toList(), classPath, Map.of(
                "BACKEND_PRIORITY_GPU", FIRST, "BACKEND_PRIORITY_CPU", "0",
                // By their lasting names: numbers may mean other GPUs to CUDA than to nvidia-smi.
                "CUDA_VISIBLE_DEVICES", String.join(",", gpus.stream().map(NvidiaGpu::uuid).toList())));
    }

    private NvidiaGpu usable(String id) throws IOException {
        for (NvidiaGpu gpu : present(id)) {
            if (id.equals(LocalDevices.gpuId(gpu.index()))) {
                if (!GpuDevices.usable(gpu, cuda)) {
                    throw new IOException(gpu.displayName() + " cannot be used. " + GpuDevices.note(gpu, cuda));
                }
                return gpu;
            }
        }
        throw new DeviceGoneException("There is no device " + id + " here any more. Look for devices again.");
    }

    /** The GPUs that are here now: a driver can have broken since they were listed. */
    private List<NvidiaGpu> present(String id) throws IOException {
        try {
            return driver.gpus();
        } catch (IOException e) {
            throw new DeviceGoneException("The device " + id + " cannot be used now. " + GpuDevices.trouble(e.getMessage())
                    + " Then look for devices again, or choose the CPU.", e);
        }
    }

    private static List<Path> ownClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty()).map(Path::of).map(Path::toAbsolutePath).toList();
    }
}
