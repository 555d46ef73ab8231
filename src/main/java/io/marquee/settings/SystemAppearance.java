package io.marquee.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the desktop is set to dark. JavaFX 21 cannot tell, so the system's own tool is asked; where there is none the
 * answer is light. Blocking for up to a second or two: call it from a background thread.
 */
public final class SystemAppearance {

    private static final Logger LOG = LoggerFactory.getLogger(SystemAppearance.class);

    private SystemAppearance() {}

    /** Whether the desktop prefers dark windows. */
    public static boolean isDark() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return ask("reg", "query", "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize", "/v",
                    "AppsUseLightTheme").contains("0x0");
        }
        if (os.startsWith("mac")) {
            return ask("defaults", "read", "-g", "AppleInterfaceStyle").contains("dark");
        }
        String scheme = ask("gsettings", "get", "org.gnome.desktop.interface", "color-scheme");
        return scheme.contains("prefer-dark")
                || scheme.isBlank() && String.valueOf(System.getenv("GTK_THEME")).toLowerCase(Locale.ROOT).contains("dark");
    }

    private static String ask(String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
            process.getOutputStream().close();
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "";
            }
            if (process.exitValue() != 0) {
                return "";
            }
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        } catch (IOException noSuchTool) {
            LOG.debug("Cannot ask for the desktop's colours with {}", command[0], noSuchTool);
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
