package io.marquee.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The directories Marquee keeps its files in, where each system expects them: the XDG base directories on Linux,
 * {@code Library} on macOS, {@code AppData} on Windows. They are not created here; writers create what they need.
 *
 * @param config settings
 * @param data what is kept, such as runs
 */
public record AppDirectories(Path config, Path data) {

    /** The directories of the person who runs this program. */
    public static AppDirectories ofUser() {
        return of(System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", "")), System.getenv());
    }

    static AppDirectories of(String osName, Path home, Map<String, String> environment) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            Path roaming = absolute(environment.get("APPDATA"), home.resolve("AppData/Roaming"));
            Path local = absolute(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local"));
            return new AppDirectories(roaming.resolve("Marquee"), local.resolve("Marquee"));
        }
        if (os.startsWith("mac")) {
            Path support = home.resolve("Library/Application Support/Marquee");
            return new AppDirectories(support, support);
        }
        Path own = ownHome(home, environment);
        Path config = absolute(environment.get("XDG_CONFIG_HOME"), own.resolve(".config"));
        Path data = absolute(environment.get("XDG_DATA_HOME"), own.resolve(".local/share"));
        return new AppDirectories(config.resolve("marquee"), data.resolve("marquee"));
    }

    /**
     * Java asks the list of users and not the environment. A container may run as a number that is in no list: Java then says
     * "?", which would become a folder wherever the program is started. The root folder stands for no home at all: such a user
     * cannot write there, and that is said once.
     */
    private static Path ownHome(Path home, Map<String, String> environment) {
        return absolute(environment.get("HOME"), home.isAbsolute() ? home : Path.of("/"));
    }

    /** The XDG specification says that a relative path in these variables is to be ignored. */
    private static Path absolute(String value, Path otherwise) {
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        Path path = Path.of(value);
        return path.isAbsolute() ? path : otherwise;
    }

    /** Which columns of which file hold what. */
    public Path mappingsFile() {
        return config.resolve("columns.json");
    }

    /** Logs, and Java's reports of crashes. */
    public Path logs() {
        return data.resolve("logs");
    }

    /** Copies of opened datasets, which can be deleted at any time. */
    public Path cache() {
        return data.resolve("cache");
    }

    /** The settings of the window. */
    public Path settingsFile() {
        return config.resolve("settings.json");
    }
}
