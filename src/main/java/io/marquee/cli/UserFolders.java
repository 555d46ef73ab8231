package io.marquee.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/**
 * The folders a program may keep a person's files in.
 *
 * @param data files that are kept
 */
public record UserFolders(Path data) {

    /** The folders of whoever runs this process. */
    public static UserFolders ofProcess() {
        Map<String, String> environment = System.getenv();
        return of(System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")), environment::get);
    }

    /** The folders by each system's own convention: XDG on Linux. */
    static UserFolders of(String system, Path home, Function<String, String> environment) {
        if (system.startsWith("Windows")) {
            return new UserFolders(absolute(environment.apply("LOCALAPPDATA"), home.resolve("AppData/Local"))
                    .resolve("Marquee"));
        }
        if (system.startsWith("Mac")) {
            return new UserFolders(home.resolve("Library/Application Support/Marquee"));
        }
        return new UserFolders(absolute(environment.apply("XDG_DATA_HOME"), home.resolve(".local/share"))
                .resolve("marquee"));
    }

    public Path logs() {
        return data.resolve("logs");
    }

    /** The XDG specification has relative values ignored. */
    private static Path absolute(String value, Path otherwise) {
        return value != null && !value.isBlank() && Path.of(value).isAbsolute() ? Path.of(value) : otherwise;
    }
}
