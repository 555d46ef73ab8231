package io.marquee;

import io.marquee.cli.Cli;
import io.marquee.cli.Console;
import io.marquee.cli.ExitCode;
import io.marquee.cli.Logging;
import io.marquee.cli.QuickLook;
import io.marquee.cli.Services;
import io.marquee.cli.WindowSupport;
import io.marquee.settings.NativeFolders;
import io.marquee.ui.MarqueeApplication;
import io.marquee.ui.Splash;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import org.slf4j.LoggerFactory;

/**
 * Starts Marquee: a command where one is given, otherwise the window, and where no window can be opened a quick look
 * in the terminal. It does not extend {@link Application}: Java would then refuse to start it from the class path, commands
 * included.
 */
public final class Marquee {

    private Marquee() {}

    /** Joined when the program was compiled: where there is no memory to start with, there is none to join words in. */
    private static final String NO_MEMORY = "The program has too little memory to start. Set MARQUEE_MEMORY to more, such as 1g, "
            + "or leave it out.";

    public static void main(String[] arguments) {
        try {
            start(arguments);
        } catch (OutOfMemoryError e) {
            System.err.println(NO_MEMORY);
            Runtime.getRuntime().halt(ExitCode.FAILED);
        }
    }

    private static void start(String[] arguments) {
        Logging.toUserFolder();
        NativeFolders.choose();
        Console console = Console.ofProcess();
        Services services = Services.local();
        if (arguments.length == 0) {
            // The commands take a quarter of a second to be laid out: the window need not wait for them.
            System.exit(Cli.unasked(console, () -> withoutCommand(console, services, List.of())));
        }
        System.exit(new Cli(console, services, files -> withoutCommand(console, services, files)).run(arguments));
    }

    private static int withoutCommand(Console console, Services services, List<String> files) {
        Optional<String> obstacle = WindowSupport.ofProcess().obstacle();
        if (obstacle.isEmpty()) {
            obstacle = openWindow(files);
            if (obstacle.isEmpty()) {
                return ExitCode.OK;
            }
        }
        Splash.close();
        if (!files.isEmpty()) {
            console.say("No window can be opened here to show " + files.get(0) + ": " + obstacle.get()
                    + " 'marquee --help' lists what the terminal can do with it.");
            return ExitCode.FAILED;
        }
        console.say("No window can be opened here, so this is a quick look in the terminal instead: "
                + obstacle.get());
        return new QuickLook(console, services).run();
    }

    /** Shows the window until it is closed; returns what kept it from opening, if anything did. */
    private static Optional<String> openWindow(List<String> files) {
        try {
            Application.launch(MarqueeApplication.class, files.toArray(String[]::new));
            return Optional.empty();
        } catch (RuntimeException | LinkageError e) {
            LoggerFactory.getLogger(Marquee.class).error("The window did not open", e);
            return Optional.of("JavaFX did not start; the details are in " + Logging.file() + ".");
        }
    }
}
