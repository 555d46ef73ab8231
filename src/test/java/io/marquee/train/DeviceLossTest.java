package io.marquee.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.device.LocalDevices;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceLossTest {

    @Test
    void aGpuThatWentAwayIsToldFromOtherTroubleByWhatCudaSays() {
        for (String message : List.of("cudaStreamSynchronize failed; Error code: [46]", "Error code: [100]",
                "CUDA error: all CUDA-capable devices are busy or unavailable", "no CUDA-capable device is detected",
                "GPU has fallen off the bus")) {
            assertThat(DeviceLoss.sentence("gpu0", new RuntimeException("Op [gather_nd] execution failed",
                    new RuntimeException(message)))).as(message).hasValueSatisfying(sentence -> assertThat(sentence)
                    .startsWith("The device gpu0 went away during training (" + message + ").").contains("look for devices again"));
            assertThat(DeviceLoss.sentence(LocalDevices.CPU, new RuntimeException(message))).as("on the CPU").isEmpty();
        }
        assertThat(DeviceLoss.sentence("gpu0", new RuntimeException("customOp execution failed; Error code: [700]"))).isEmpty();
        assertThat(DeviceLoss.sentence("gpu0", new NullPointerException())).isEmpty();
    }
}
