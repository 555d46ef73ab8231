package io.marquee.isolate;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.device.Backend;
import io.marquee.device.DeviceRuntime;
import io.marquee.settings.NativeFolders;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a training process is started with. */
class ChildCommandTest {

    @Test
    void itHasTheClassPathTheVariablesAndTheLimitsOfItsDevice() {
        DeviceRuntime runtime = new DeviceRuntime("gpu0", Backend.CUDA, List.of("8.9"),
                List.of(Path.of("cuda.jar"), Path.of("marquee.jar")), Map.of("CUDA_VISIBLE_DEVICES", "GPU-aa"));

        ProcessBuilder builder = new ChildCommand("io.Child", 3L << 30, 5L << 30, Path.of("logs"))
                .of(runtime, Path.of("exchange"));

        assertThat(builder.command()).contains("-Xmx3072m", "-Dorg.bytedeco.javacpp.maxbytes=" + (5L << 30),
                "-XX:ErrorFile=" + Path.of("logs", "hs_err_pid%p.log"));
        assertThat(builder.command()).endsWith("-cp", "cuda.jar" + File.pathSeparator + "marquee.jar", "io.Child", "exchange");
        assertThat(builder.environment()).containsEntry("CUDA_VISIBLE_DEVICES", "GPU-aa");
    }

    /** CUDA's libraries alone take gigabytes. */
    @Test
    void memoryOfTheWholeProcessIsLimitedOnTheCpuAlone() {
        String unlimited = "-Dorg.bytedeco.javacpp.maxphysicalbytes=0";
        assertThat(command(Backend.CUDA)).contains(unlimited);
        assertThat(command(Backend.CPU)).doesNotContain(unlimited);
    }

    /** Or it would unpack ND4J's libraries once more, in a folder that others could have made first. */
    @Test
    void itUnpacksNativeLibrariesWhereThisProcessDoes() {
        assertThat(command(Backend.CPU)).containsAll(NativeFolders.options());
    }

    private static List<String> command(Backend backend) {
        DeviceRuntime runtime = new DeviceRuntime("some", backend, List.of(), List.of(Path.of("marquee.jar")), Map.of());
        return ChildCommand.usual(Path.of("logs")).of(runtime, Path.of("exchange")).command();
    }

    @Test
    void theUsualLimitsAreThoseOfThisProcess() {
        ChildCommand usual = ChildCommand.usual(Path.of("logs"));
        assertThat(usual.heapBytes()).isEqualTo(Runtime.getRuntime().maxMemory());
        assertThat(usual.nativeBytes()).isEqualTo(Runtime.getRuntime().maxMemory());
    }
}
