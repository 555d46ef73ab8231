package io.marquee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class DevicesCommandTest {

    private final Services services = FakeServices.with(new ScriptedTraining());

    @Test
    void listsDevicesAndWhyOneCannotBeUsed() {
        Terminal terminal = Terminal.run(services, "devices");

        assertThat(terminal.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(terminal.out()).contains("cpu", "CPU, 2 cores", "cuda:0", "NVIDIA H100",
                "Cannot be used. its binaries hold no code for this GPU.");
    }

    @Test
    void theListIsThereAsJson() throws IOException {
        Terminal terminal = Terminal.run(services, "devices", "--json");

        assertThat(terminal.json()).hasSize(2);
        assertThat(terminal.json().path(1).path("id").asText()).isEqualTo("cuda:0");
        assertThat(terminal.json().path(1).path("usable").asBoolean()).isFalse();
    }
}
