package io.marquee.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process gets that trains on a device. */
class LocalRuntimesTest {

    private static final String GPUS = "0, GPU-aa, NVIDIA GeForce RTX 4090, 8.9, 24564, 550.54.14\n"
            + "1, GPU-bb, NVIDIA H100 80GB HBM3, 9.0, 81559, 580.65.06\n"
            + "2, GPU-cc, NVIDIA GeForce RTX 3090, 8.6, 24576, 550.54.14\n";

    @TempDir
    Path folder;

    private DeviceRuntimes runtimes() {
        return new LocalRuntimes((command, limit) -> Optional.of(GPUS), new CudaLibraries(folder));
    }

    @Test
    void aProcessForTheCpuHasNoCudaOnItsClassPath() throws IOException {
        FakeCuda.in(folder);
        DeviceRuntime runtime = runtimes().of(LocalDevices.CPU);
        assertThat(runtime.backend()).isEqualTo(Backend.CPU);
        assertThat(runtime.classPath()).isNotEmpty().noneMatch(entry -> entry.startsWith(folder));
        assertThat(runtime.capabilities()).isEmpty();
        assertThat(runtime.environment()).containsEntry("BACKEND_PRIORITY_CPU", "1000")
                .doesNotContainKey("CUDA_VISIBLE_DEVICES");
    }

    @Test
    void aProcessForAGpuSeesThatGpuAlone() throws IOException {
        Path jar = FakeCuda.in(folder);
        DeviceRuntime runtime = runtimes().of("gpu0");
        assertThat(runtime.backend()).isEqualTo(Backend.CUDA);
        assertThat(runtime.classPath()).startsWith(jar.toAbsolutePath()).hasSizeGreaterThan(1);
        assertThat(runtime.environment()).containsEntry("CUDA_VISIBLE_DEVICES", "GPU-aa")
                .containsEntry("BACKEND_PRIORITY_GPU", "1000").containsEntry("BACKEND_PRIORITY_CPU", "0");
        assertThat(runtime.capabilities()).containsExactly("8.9");
    }

    @Test
    void aProcessForTwoGpusSeesBothAndNoOther() throws IOException {
        FakeCuda.in(folder);
        DeviceRuntime runtime = runtimes().of("gpu0,gpu2");
        assertThat(runtime.backend()).isEqualTo(Backend.CUDA);
        assertThat(runtime.environment()).containsEntry("CUDA_VISIBLE_DEVICES", "GPU-aa,GPU-cc");
        assertThat(runtime.capabilities()).containsExactly("8.9", "8.6");
        assertThatIOException().isThrownBy(() -> runtimes().of("gpu0,gpu1")).withMessageContaining("H100")
                .withMessageContaining("no code for it");
        assertThatIOException().isThrownBy(() -> runtimes().of("gpu0,gpu5")).withMessageContaining("gpu5");
    }

    @Test
    void aGpuThatWentAwaySinceItWasListedIsNamedWithWhatToDo() {
        LocalRuntimes runtimes = new LocalRuntimes((command, limit) -> {
            throw new IOException("nvidia-smi failed: No devices were found");
        }, new CudaLibraries(folder));
        assertThatIOException().isThrownBy(() -> runtimes.of("gpu0")).withMessage("The device gpu0 cannot be used now. The driver "
                + "finds no GPU (nvidia-smi failed: No devices were found). Check that the GPU is plugged in and has power. Then "
                + "look for devices again, or choose the CPU.");
    }

    @Test
    void aGpuThatCannotBeUsedIsRefusedWithTheReason() throws IOException {
        assertThatIOException().isThrownBy(() -> runtimes().of("gpu0")).withMessageContaining("put their jars into");
        FakeCuda.in(folder);
        assertThatIOException().isThrownBy(() -> runtimes().of("gpu1")).withMessageContaining("no code for it");
        assertThatIOException().isThrownBy(() -> runtimes().of("gpu7")).withMessageContaining("gpu7");
    }
}
