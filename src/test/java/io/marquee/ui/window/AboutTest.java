package io.marquee.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.device.Device;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AboutTest {

    @Test
    void everyLibraryInsideIsListedWithItsLicence() throws IOException {
        assertThat(About.licences().lines())
                .hasSizeGreaterThan(30)
                .allMatch(line -> line.matches("\\(.+\\) .+ \\(.+:.+\\)"))
                .anyMatch(line -> line.startsWith("(Apache-2.0)") && line.contains("deeplearning4j-nn"))
                .anyMatch(line -> line.contains("javafx-controls"));
    }

    @Test
    void diagnosticsNameVersionsDevicesAndTheNewestMessages() {
        String text = About.diagnostics(List.of(new Device("cpu", "CPU, two cores", true, "fast path"),
                new Device("gpu0", "Some GPU", false, "no code for it")), "12:00 WARN something");
        assertThat(text).contains("Marquee " + About.version()).contains("Java ")
                .contains("CPU, two cores: fast path").contains("Some GPU, not usable: no code for it")
                .endsWith("12:00 WARN something");
    }
}
