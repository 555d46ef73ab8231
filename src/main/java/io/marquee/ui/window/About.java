package io.marquee.ui.window;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What "About" and "Keyboard" say. */
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

                Marquee stands on
                  Deeplearning4j and ND4J        Apache License 2.0
                  OpenJFX                        GPL 2 with Classpath Exception
                  AtlantaFX                      MIT
                  Ikonli                         Apache License 2.0
                  Material Design Icons          Apache License 2.0
                  Apache Commons CSV             Apache License 2.0
                  Jackson                        Apache License 2.0
                  picocli                        Apache License 2.0
                  SQLite JDBC                    Apache License 2.0
                  SLF4J                          MIT
                  Logback                        EPL 1.0 or LGPL 2.1

                The Matinee data is invented; any likeness of its titles to real movies is chance.
                """.formatted(version(), System.getProperty("java.version"), System.getProperty("java.vendor"),
                System.getProperty("javafx.runtime.version", "unknown"), Runtime.getRuntime().maxMemory() / (1024 * 1024),
                System.getProperty("os.name"), System.getProperty("os.arch"), Runtime.getRuntime().availableProcessors());
    }

    static String keyboard() {
        return """
                Ctrl+Enter         Train
                Ctrl+P             Pause, resume
                Ctrl+.             Stop
                Ctrl+F             Find a user to recommend for
                Ctrl+O             Open a rating file
                Ctrl+Shift+O       Open a folder
                Ctrl+M             Open a model
                Ctrl+S             Save the model
                Ctrl+R             Show or hide the recommendations
                Ctrl+T             Light or dark
                Ctrl+1 to Ctrl+4   Train, Data, Runs, Ask
                F1                 This list

                In the list of runs: F2 renames, S stars, D takes the settings into the form, Del deletes, Ctrl+Z brings
                back, Ctrl+C copies the rows, Ctrl+F searches. On a chart: + and - zoom, arrows move, Home shows all.

                Files and folders can be dropped anywhere on the window.
                On macOS, press Command instead of Ctrl.
                """;
    }
}
