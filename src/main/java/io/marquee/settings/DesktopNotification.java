package io.marquee.settings;

import java.awt.AWTException;
import java.awt.HeadlessException;
import java.awt.Image;
import java.awt.SystemTray;
import java.awt.Toolkit;
import java.awt.TrayIcon;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the person something through the desktop, where the desktop can: {@code notify-send} on Linux, {@code osascript} on
 * macOS, the system tray on Windows. Silent elsewhere. Blocking for up to some seconds: call it from a background thread.
 */
public final class DesktopNotification {

    private static final Logger LOG = LoggerFactory.getLogger(DesktopNotification.class);
    private static final int PATIENCE_SECONDS = 3;
    private static final int SHOWN_SECONDS = 10;

    private DesktopNotification() {}

    /**
     * @param title a few words
     * @param text a sentence
     * @param icon picture for the system tray
     */
    public static void show(String title, String text, URL icon) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            inTray(title, text, icon);
        } else if (system.startsWith("mac")) {
            run("osascript", "-e", "on run argv", "-e",
                    "display notification (item 2 of argv) with title (item 1 of argv)", "-e", "end run", title, text);
        } else {
            run("notify-send", "--app-name=Marquee", title, text);
        }
    }

    private static void run(String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException noSuchTool) {
            LOG.debug("No notification: {} cannot be started", command[0], noSuchTool);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void inTray(String title, String text, URL icon) {
        try {
            if (!SystemTray.isSupported()) {
                return;
            }
            Image image = Toolkit.getDefaultToolkit().getImage(icon);
            TrayIcon tray = new TrayIcon(image, "Marquee");
            tray.setImageAutoSize(true);
            SystemTray.getSystemTray().add(tray);
            tray.displayMessage(title, text, TrayIcon.MessageType.NONE);
            TimeUnit.SECONDS.sleep(SHOWN_SECONDS);
            SystemTray.getSystemTray().remove(tray);
        } catch (AWTException | HeadlessException | SecurityException e) {
            LOG.debug("No notification: there is no system tray", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
