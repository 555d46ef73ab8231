package io.marquee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFoldersTest {

    private static final Path HOME = Path.of("/home/ada");

    @Test
    void onLinuxFollowsXdg() {
        assertThat(logs("Linux", Map.of("XDG_DATA_HOME", "/data/ada"))).isEqualTo(Path.of("/data/ada/marquee/logs"));
    }

    @Test
    void onLinuxWithoutXdgUsesItsDefault() {
        assertThat(logs("Linux", Map.of())).isEqualTo(HOME.resolve(".local/share/marquee/logs"));
    }

    @Test
    void relativeXdgFoldersAreIgnored() {
        assertThat(logs("Linux", Map.of("XDG_DATA_HOME", "data"))).isEqualTo(HOME.resolve(".local/share/marquee/logs"));
    }

    @Test
    void onMacOsUsesApplicationSupport() {
        assertThat(logs("Mac OS X", Map.of())).isEqualTo(HOME.resolve("Library/Application Support/Marquee/logs"));
    }

    @Test
    void onWindowsUsesLocalAppData() {
        assertThat(logs("Windows 11", Map.of())).isEqualTo(HOME.resolve("AppData/Local/Marquee/logs"));
    }

    private static Path logs(String system, Map<String, String> environment) {
        return UserFolders.of(system, HOME, environment::get).logs();
    }
}
