package io.marquee.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is listed for what nvidia-smi printed. */
class LocalDevicesTest {

    @TempDir
    Path folder;

    private CudaLibraries cuda() {
        return new CudaLibraries(folder);
    }

    @Test
    void theCpuComesFirstAndAloneWhereThereIsNoDriver() {
        List<Device> devices = new LocalDevices((command, limit) -> Optional.empty(), cuda()).list();
        assertThat(devices).extracting(Device::id).containsExactly("cpu", "cpu-dl4j", "cpu-nd4j", "cpu-parallel");
        assertThat(devices).allMatch(Device::usable);
        assertThat(devices.get(0).name()).startsWith("CPU, ").contains("core");
    }

    @Test
    void aDriverThatFailsIsNamedWithWhatItSaid() {
        Device gpu = gpus(new IOException("nvidia-smi failed: NVIDIA-SMI has failed because it couldn't communicate with "
                + "the NVIDIA driver.")).get(0);
        assertThat(gpu.usable()).isFalse();
        assertThat(gpu.note()).contains("couldn't communicate").contains("install the driver again").doesNotContain("..");
    }

    @Test
    void anOldDriverAndOneWithoutAGpuHaveOtherRemedies() {
        assertThat(gpus(new IOException("nvidia-smi failed: Field \"compute_cap\" is not a valid field to query."))
                .get(0).note()).contains("too old").endsWith("Install a newer driver.");
        assertThat(gpus(new IOException("nvidia-smi failed: No devices were found")).get(0).note())
                .contains("finds no GPU").contains("plugged in");
    }

    @Test
    void anAdaGpuRunsCodeOfItsMajorNumberAndThisBuildHasNone() {
        Device gpu = gpus("0, GPU-1, NVIDIA GeForce RTX 4090, 8.9, 24564, 550.54.14\n").get(0);
        assertThat(gpu.id()).isEqualTo("gpu0");
        assertThat(gpu.name()).isEqualTo("NVIDIA GeForce RTX 4090, 24 GB");
        assertThat(gpu.usable()).isFalse();
        assertThat(gpu.note()).contains("8.9").contains("550.54.14").contains("put their jars into " + folder);
    }

    @Test
    void aGpuIsUsableWhereTheCudaBackendIs() throws IOException {
        FakeCuda.jar(folder.resolve("cudart.jar"), List.of("org/bytedeco/cuda/cudart.class"));
        String printed = "0, GPU-1, NVIDIA GeForce RTX 4090, 8.9, 24564, 550.54.14\n"
                + "1, GPU-2, NVIDIA H100 80GB HBM3, 9.0, 81559, 580.65.06\n";
        assertThat(gpus(printed)).noneMatch(Device::usable);
        FakeCuda.in(folder);
        assertThat(gpus(printed)).extracting(Device::usable).containsExactly(true, false);
        assertThat(gpus(printed).get(0).note()).contains("8.9").contains("550.54.14").contains("process of its own");
    }

    @Test
    void theCudaBackendMayLieAmongThePersonsOwnFiles() throws IOException {
        Path ofProgram = Files.createDirectory(folder.resolve("program"));
        Path own = Files.createDirectory(folder.resolve("own"));
        CudaLibraries cuda = new CudaLibraries(ofProgram, folder.resolve("absent"), own);
        assertThat(cuda.hindrance()).get().asString().contains("put their jars into " + own);
        FakeCuda.in(own);
        assertThat(cuda.jars()).isNotEmpty().allMatch(jar -> jar.startsWith(own));
        assertThat(cuda.hindrance()).isEmpty();
        FakeCuda.in(ofProgram);
        assertThat(cuda.jars()).as("one folder's alone").isNotEmpty().allMatch(jar -> jar.startsWith(ofProgram));
    }

    @Test
    void jarsThatAreDamagedOrOfAnotherBackendOrSystemAreNamed() throws IOException {
        String printed = "0, GPU-1, NVIDIA GeForce RTX 4090, 8.9, 24564, 550.54.14\n";
        FakeCuda.jar(folder.resolve("nd4j-native.jar"), List.of("org/nd4j/linalg/cpu/nativecpu/CpuBackend.class"));
        assertThat(gpus(printed).get(0).note()).contains("not ND4J's CUDA backend").contains("its classes");
        FakeCuda.jar(folder.resolve("nd4j-cuda.jar"), List.of(FakeCuda.BACKEND,
                "org/nd4j/linalg/jcublas/bindings/macosx-x86_64/libnd4jcuda.so"));
        assertThat(gpus(printed).get(0).note()).contains("its library for this system");
        FakeCuda.in(folder);
        assertThat(gpus(printed)).allMatch(Device::usable);
        for (String content : List.of("", "rubbish")) {
            Files.writeString(folder.resolve("cuda-redist.jar"), content);
            assertThat(gpus(printed)).noneMatch(Device::usable);
            assertThat(gpus(printed).get(0).note()).contains("cuda-redist.jar is damaged").contains("Copy it there again");
        }
    }

    @Test
    void aHopperGpuIsListedWithTheReason() {
        Device gpu = gpus("0, GPU-2, NVIDIA H100 80GB HBM3, 9.0, 81559, 580.65.06\n").get(0);
        assertThat(gpu.usable()).isFalse();
        assertThat(gpu.note()).contains("9.0").contains("no code for it");
    }

    @Test
    void allGpusAreListed() {
        List<Device> gpus = gpus("0, GPU-3, Tesla K40m, 3.5, 11441, 470.57\n1, GPU-4, NVIDIA A100-SXM4-40GB, 8.0, 40960, 535.1\n");
        assertThat(gpus).extracting(Device::id).containsExactly("gpu0", "gpu1");
        assertThat(gpus.get(0).note()).contains("3.5").contains("no code for it");
    }

    @Test
    void gpusThatCanBeUsedCanBeUsedTogether() throws IOException {
        String printed = "0, GPU-1, NVIDIA GeForce RTX 4090, 8.9, 24564, 550.54.14\n"
                + "1, GPU-2, NVIDIA GeForce RTX 3090, 8.6, 24576, 550.54.14\n"
                + "2, GPU-3, NVIDIA H100 80GB HBM3, 9.0, 81559, 550.54.14\n";
        assertThat(gpus(printed)).extracting(Device::id).as("without the libraries").containsExactly("gpu0", "gpu1", "gpu2");
        FakeCuda.in(folder);
        List<Device> gpus = gpus(printed);
        assertThat(gpus).extracting(Device::id).containsExactly("gpu0", "gpu1", "gpu2", "gpu0,gpu1");
        assertThat(gpus.get(3).name())
                .isEqualTo("2 GPUs: NVIDIA GeForce RTX 4090, 24 GB + NVIDIA GeForce RTX 3090, 24 GB");
        assertThat(gpus.get(3).usable()).isTrue();
        assertThat(gpus.get(3).note()).contains("ParallelWrapper");
    }

    @Test
    void garbageIsSaidToBeThat() {
        for (String garbage : List.of("\u0000\u0001binary", "0, GPU-5, a, b", "x, GPU-6, Name, 8.6, 1000, 535",
                "0, GPU-7, Name, 8, 1000, 535", "0, GPU-8, Name, [N/A], [N/A], 535", "<html>".repeat(500))) {
            List<Device> gpus = gpus(garbage);
            assertThat(gpus).hasSize(1);
            assertThat(gpus.get(0).usable()).isFalse();
            assertThat(gpus.get(0).note()).contains("expected number, uuid, name").hasSizeLessThan(400);
        }
    }

    private List<Device> gpus(String printed) {
        return withoutCpu(new LocalDevices((command, limit) -> Optional.of(printed), cuda()));
    }

    private List<Device> gpus(IOException failure) {
        return withoutCpu(new LocalDevices((command, limit) -> {
            throw failure;
        }, cuda()));
    }

    private static List<Device> withoutCpu(LocalDevices devices) {
        List<Device> list = devices.list();
        return list.subList(4, list.size());
    }
}
