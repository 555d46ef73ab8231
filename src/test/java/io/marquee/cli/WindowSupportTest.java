package io.marquee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WindowSupportTest {

    private static final Map<String, String> X11 = Map.of("DISPLAY", ":0");

    @Test
    void aLinuxDesktopHasAWindow() {
        assertThat(linux(X11, new Machine(Set.of(), true, true))).isEmpty();
    }

    @Test
    void withoutADisplayItSaysSo() {
        assertThat(linux(Map.of(), new Machine(Set.of(), true, true)))
                .hasValue("no display is available (DISPLAY and WAYLAND_DISPLAY are not set).");
    }

    @Test
    void anEmptyDisplayIsNone() {
        assertThat(linux(Map.of("DISPLAY", " "), new Machine(Set.of(), true, true))).isPresent();
    }

    @Test
    void waylandAloneNeedsXWayland() {
        assertThat(linux(Map.of("WAYLAND_DISPLAY", "wayland-0"), new Machine(Set.of(), true, true)))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("XWayland"));
    }

    @Test
    void missingLibrariesAreNamedWithTheirDebianPackages() {
        assertThat(linux(X11, new Machine(Set.of("libgtk-3.so.0", "libXtst.so.6"), true, true)))
                .hasValue("the libraries libgtk-3.so.0, libXtst.so.6 are missing "
                        + "(on Debian: apt-get install libgtk-3-0 libxtst6).");
    }

    @Test
    void missingFontsAreSaid() {
        assertThat(linux(X11, new Machine(Set.of(), false, true)))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("fonts-dejavu-core"));
    }

    @Test
    void aDisplayThatDoesNotAnswerIsNamed() {
        assertThat(linux(Map.of("DISPLAY", "far:3"), new Machine(Set.of(), true, false)))
                .hasValue("the display far:3 does not answer.");
    }

    @Test
    void otherSystemsBringTheirOwnWindows() {
        assertThat(new WindowSupport("Windows 11", name -> null, new Machine(Set.of(), false, false)).obstacle())
                .isEmpty();
    }

    @Test
    void theRealProbeAnswersWithoutFailing() {
        NativeProbe probe = new JnaProbe();

        assertThat(probe.loads("libno-such-library-anywhere.so.9")).isFalse();
    }

    private static Optional<String> linux(Map<String, String> environment, NativeProbe machine) {
        return new WindowSupport("Linux", environment::get, machine).obstacle();
    }

    private record Machine(Set<String> missing, boolean hasFonts, boolean opensDisplay) implements NativeProbe {
        @Override
        public boolean loads(String library) {
            return !missing.contains(library);
        }
    }
}
