package io.marquee.device;

import io.marquee.kernel.Kernels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The devices of this machine: the CPU, by the fast path or by DL4J's stock layers, and GPUs, those that cannot be used with
 * the reason why.
 */
public final class LocalDevices implements Devices {

    /** The CPU, trained on by the fast path. */
    public static final String CPU = "cpu";

    /** The CPU, trained on by DL4J's stock layers. */
    public static final String CPU_STOCK = "cpu-dl4j";

    /** The CPU, trained on by ND4J's operations, as GPUs are. */
    public static final String CPU_ARRAYS = "cpu-nd4j";

    /** The CPU, trained on by DL4J's ParallelWrapper, as several GPUs are. */
    public static final String CPU_PARALLEL = "cpu-parallel";

    /** Workers of {@link #CPU_PARALLEL}. */
    public static final int CPU_WORKERS = 2;

    private static final String GPU = "gpu";

    /** Stands for all GPUs where the driver does not tell which there are. */
    static final String ANY_GPU = GPU;

    /** Between GPUs that are to train one network together. */
    private static final String AND = ",";

    private static final Logger LOG = LoggerFactory.getLogger(LocalDevices.class);

    private final GpuDevices gpus;

    public LocalDevices() {
        this(new SystemCommand(), CudaLibraries.ofProgram());
    }

    LocalDevices(CommandOutput commands, CudaLibraries cuda) {
        this.gpus = new GpuDevices(new NvidiaSmi(commands), cuda);
    }

    /** Whether an id is that of a GPU or of several, which a process of its own trains on. */
    public static boolean isGpu(String device) {
        return device.startsWith(GPU);
    }

    /** The ids of the GPUs that an id such as {@code gpu0,gpu1} names. */
    public static List<String> gpus(String device) {
        return List.of(device.split(AND, -1));
    }

    static String gpuId(int index) {
        return GPU + index;
    }

    static String together(List<String> gpus) {
        return String.join(AND, gpus);
    }

    @Override
    public List<Device> list() {
        List<Device> devices = new ArrayList<>(atOnce());
        devices.addAll(gpus.list());
        return devices;
    }

    @Override
    public List<Device> atOnce() {
        int cores = Runtime.getRuntime().availableProcessors();
        String name = "CPU, " + processorName() + ", " + cores + (cores == 1 ? " core" : " cores");
        String fastPath = "Fast path: " + Kernels.fastest().description();
        return List.of(
                new Device(CPU, name, true, Kernels.instructions().map(has -> has + ". " + fastPath).orElse(fastPath)),
                new Device(CPU_STOCK, name + ", stock DL4J layers", true,
                        "The reference the fast path is checked against; 15 or more times slower"),
                new Device(CPU_ARRAYS, name + ", ND4J operations", true,
                        "What a GPU is trained with, on the CPU; slower than the fast path"),
                new Device(CPU_PARALLEL, name + ", DL4J's ParallelWrapper", true,
                        "What several GPUs are trained with, on the CPU with " + CPU_WORKERS + " workers"));
    }

    private static String processorName() {
        Path cpuInfo = Path.of("/proc/cpuinfo");
        if (Files.isReadable(cpuInfo)) {
            try (Stream<String> lines = Files.lines(cpuInfo)) {
                return lines.filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse(System.getProperty("os.arch"));
            } catch (IOException e) {
                LOG.info("The processor's name cannot be read", e);
            }
        }
        return System.getenv().getOrDefault("PROCESSOR_IDENTIFIER", System.getProperty("os.arch"));
    }
}
