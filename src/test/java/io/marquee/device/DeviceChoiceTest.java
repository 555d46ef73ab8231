package io.marquee.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceChoiceTest {

    private static final List<Device> DEVICES = List.of(
            new Device("cpu", "CPU", true, ""),
            new Device("gpu0", "RTX 4090", true, ""),
            new Device("gpu1", "RTX 3090", true, ""),
            new Device("gpu2", "H100", false, "ND4J has no code for it."));

    @Test
    void aDeviceIsFoundByItsIdInAnyCase() {
        assertThat(DeviceChoice.of("GPU0", DEVICES)).contains(DEVICES.get(1));
        assertThat(DeviceChoice.of("gpu7", DEVICES)).isEmpty();
        assertThat(DeviceChoice.of("gpu0,gpu7", DEVICES)).isEmpty();
    }

    @Test
    void severalGpusAreOneDevice() {
        assertThat(DeviceChoice.of("gpu1, gpu0", DEVICES)).hasValueSatisfying(both -> {
            assertThat(both.id()).isEqualTo("gpu1,gpu0");
            assertThat(both.name()).isEqualTo("2 GPUs: RTX 3090 + RTX 4090");
            assertThat(both.usable()).isTrue();
        });
        assertThat(LocalDevices.isGpu("gpu1,gpu0")).isTrue();
        assertThat(LocalDevices.gpus("gpu1,gpu0")).containsExactly("gpu1", "gpu0");
    }

    @Test
    void oneThatCannotBeUsedKeepsTheOthersFromIt() {
        assertThat(DeviceChoice.of("gpu0,gpu2", DEVICES)).hasValueSatisfying(both -> {
            assertThat(both.usable()).isFalse();
            assertThat(both.note()).isEqualTo("H100: ND4J has no code for it.");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpu,gpu0", "gpu0,gpu0", "gpu0,", "cpu,cpu-dl4j"})
    void onlyDifferentGpusTrainTogether(String wanted) {
        assertThatIllegalArgumentException().isThrownBy(() -> DeviceChoice.of(wanted, DEVICES))
                .withMessageContaining("different GPUs, such as gpu0,gpu1; not " + wanted);
    }

    @Test
    void whereTheDriverDoesNotAnswerEachGpuIsRefusedWithThat() {
        Device broken = new Device("gpu", "NVIDIA GPU", false, "Its driver does not answer.");
        assertThat(DeviceChoice.of("gpu0", List.of(broken))).contains(broken);
        assertThat(DeviceChoice.of("gpu0,gpu1", List.of(broken))).contains(broken);
        assertThat(DeviceChoice.of("cuda", List.of(broken))).isEmpty();
    }
}
