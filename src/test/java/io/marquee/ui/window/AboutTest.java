package io.marquee.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.device.Device;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AboutTest {

    @Test
    void everyLibraryInsideIsListedWithItsLicence() throws IOException {
        List<Library> libraries = About.libraries();

        assertThat(libraries).hasSizeGreaterThan(30).allSatisfy(library -> {
            assertThat(library.name()).isNotBlank();
            assertThat(library.version()).matches("[0-9].*");
            assertThat(library.licence()).isNotBlank().doesNotContain("or or");
            assertThat(library.page()).startsWith("http");
        });
        assertThat(libraries).extracting(Library::name).doesNotHaveDuplicates().isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        assertThat(libraries).anyMatch(each -> each.name().equals("deeplearning4j-nn") && each.licence().equals("Apache-2.0"))
                .anyMatch(each -> each.name().equals("javafx controls") && each.licence().equals("GPL-2.0 with Classpath Exception"))
                .anyMatch(each -> each.name().equals("Ikonli (ikonli-core)"))
                .anyMatch(each -> each.name().equals("JavaCPP")
                        && each.licence().equals("Apache-2.0 or GPL-2.0-or-later or GPL-2.0 with Classpath Exception"));
    }

    @Test
    void librariesAreFoundByWordsOfTheirNameAndLicence() throws IOException {
        assertThat(About.libraries().stream().filter(library -> library.matches("  jackson apache "))).hasSizeGreaterThan(3)
                .allMatch(library -> library.line().toLowerCase(Locale.ROOT).contains("jackson"));
        assertThat(About.libraries()).allMatch(library -> library.matches(""));
        assertThat(Library.parse(Stream.of("Lists of 44 third-party dependencies.", "", "(broken", "(MIT) nothing behind"))).isEmpty();
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
