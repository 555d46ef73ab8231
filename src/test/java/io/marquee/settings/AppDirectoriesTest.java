package io.marquee.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AppDirectoriesTest {

    private static final Path HOME = Path.of("/home/ada");

    @Test
    void linuxFollowsTheXdgBaseDirectories() {
        AppDirectories directories = AppDirectories.of("Linux", HOME,
                Map.of("XDG_CONFIG_HOME", "/tmp/c", "XDG_DATA_HOME", "/tmp/d"));

        assertThat(directories.settingsFile()).isEqualTo(Path.of("/tmp/c/marquee/settings.json"));
        assertThat(directories.data()).isEqualTo(Path.of("/tmp/d/marquee"));
        assertThat(directories.logs()).isEqualTo(Path.of("/tmp/d/marquee/logs"));
    }

    @Test
    void linuxWithoutOrWithRelativeVariablesUsesTheHomeDirectory() {
        AppDirectories directories = AppDirectories.of("Linux", HOME, Map.of("XDG_CONFIG_HOME", "relative"));

        assertThat(directories.config()).isEqualTo(HOME.resolve(".config/marquee"));
        assertThat(directories.data()).isEqualTo(HOME.resolve(".local/share/marquee"));
    }

    @Test
    void onLinuxTheEnvironmentSaysWhereHomeIs() {
        AppDirectories directories = AppDirectories.of("Linux", HOME, Map.of("HOME", "/tmp/Zo\u00eb \ud83c\udfac"));

        assertThat(directories.logs()).isEqualTo(Path.of("/tmp/Zo\u00eb \ud83c\udfac/.local/share/marquee/logs"));
    }

    /** As in a container whose user is a number that no list knows. */
    @Test
    void withoutAnyHomeNothingIsWrittenWhereTheProgramWasStarted() {
        AppDirectories directories = AppDirectories.of("Linux", Path.of("?"), Map.of("HOME", ""));

        assertThat(directories.data()).isAbsolute().isEqualTo(Path.of("/.local/share/marquee"));
        assertThat(directories.config()).isAbsolute();
    }

    @Test
    void macKeepsAllInApplicationSupport() {
        AppDirectories directories = AppDirectories.of("Mac OS X", HOME, Map.of());

        assertThat(directories.config()).isEqualTo(HOME.resolve("Library/Application Support/Marquee"));
        assertThat(directories.data()).isEqualTo(directories.config());
    }

    @Test
    void windowsWithoutVariablesUsesAppData() {
        AppDirectories directories = AppDirectories.of("Windows 11", HOME, Map.of());

        assertThat(directories.config()).isEqualTo(HOME.resolve("AppData/Roaming/Marquee"));
        assertThat(directories.data()).isEqualTo(HOME.resolve("AppData/Local/Marquee"));
    }
}
