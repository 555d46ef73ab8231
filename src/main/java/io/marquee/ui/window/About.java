package io.marquee.ui.window;

import io.marquee.device.Device;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/** What the menu tells about Marquee. */
final class About {

    private About() {}

    static String version() {
        Properties properties = new Properties();
        try (InputStream in = About.class.getResourceAsStream("/io/marquee/version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The version file inside Marquee cannot be read", e);
        }
        return properties.getProperty("version");
    }

    static String text() {
        return """
                Marquee %s
                A desktop workbench for neural recommenders.
                Licence: Apache License 2.0

                Java %s (%s), JavaFX %s, up to %,d MB of heap
                %s, %s, %d processors

                The Matinee data is invented; any likeness of its titles to real movies is chance.
                """.formatted(version(), System.getProperty("java.version"), System.getProperty("java.vendor"),
                System.getProperty("javafx.runtime.version", "unknown"), Runtime.getRuntime().maxMemory() / (1024 * 1024),
                System.getProperty("os.name"), System.getProperty("os.arch"), Runtime.getRuntime().availableProcessors());
    }

    /** The licence of every library inside, as the build wrote it down. */
    static List<Library> libraries() throws IOException {
        try (InputStream in = About.class.getResourceAsStream("/io/marquee/third-party.txt")) {
            if (in == null) {
                throw new FileNotFoundException("This Marquee was built without its list of licences.");
            }
            return Library.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines());
        }
    }

    /**
     * What somebody who helps has to know, without anything about the person.
     *
     * @param devices devices that were found
     * @param log the newest messages
     */
    static String diagnostics(List<Device> devices, String log) {
        String found = devices.stream().map(device -> device.name() + (device.usable() ? ": " : ", not usable: ")
                + device.note()).collect(Collectors.joining("\n"));
        return text() + "\nDevices\n" + found + "\n\nLog\n" + log;
    }

    static String keyboard() {
        return """
                Ctrl+Enter         Train; in Tune, search
                Ctrl+P             Pause, resume
                Ctrl+.             Stop; in Tune, end the search
                Ctrl+F             Find a user to recommend for; in Data and Ask a movie, in Runs a run
                Ctrl+O             Open a rating file
                Ctrl+Shift+O       Open a folder
                Ctrl+M             Open a model
                Ctrl+S             Save the model
                Ctrl+E             Export the model
                Ctrl+R             Show or hide the recommendations
                Ctrl+T             Light or dark
                Ctrl+1 to Ctrl+5   Train, Data, Runs, Ask, Tune
                F1                 This list

                In the list of runs
                F2, S, D           Rename, star, take the settings into the form
                R, Del, Ctrl+Z     Resume, delete, bring back
                Ctrl+C             Copy the rows

                On charts
                + and -, arrows    Zoom, move
                Home               Show all
                Enter              Among trials, to which arrows go: show the run

                Files and folders can be dropped anywhere on the window.
                On macOS, press Command instead of Ctrl.
                """;
    }
}
