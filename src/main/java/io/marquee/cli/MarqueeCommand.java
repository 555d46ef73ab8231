package io.marquee.cli;

import io.marquee.model.BuildInfo;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code marquee}: without a command it opens the window. */
@Command(
        name = "marquee",
        mixinStandardHelpOptions = true,
        versionProvider = MarqueeCommand.Version.class,
        synopsisSubcommandLabel = "[COMMAND]",
        description = {
            "Trains neural recommenders and shows what they learn.",
            "Without a command it opens the window, with the ratings or the model named."
        },
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  marquee                          open the window",
            "  marquee my.marquee               open the window with a model",
            "  marquee train --save my.marquee  train on the built-in ratings, keep the model",
            "  marquee recommend --model my.marquee --user 7",
            "  marquee help train               all options of a command",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage. Results go to standard output, the rest to standard error."
        })
final class MarqueeCommand implements Callable<Integer> {

    private final ToIntFunction<List<String>> window;
    private final Consent consent;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Ratings or a model to open in the window.")
    private List<String> files = List.of();

    /**
     * @param window opens the window with files; returns an exit code
     * @param consent what the person agrees to
     */
    MarqueeCommand(ToIntFunction<List<String>> window, Consent consent) {
        this.window = window;
        this.consent = consent;
    }

    @Option(names = "--verbose", scope = ScopeType.INHERIT,
            description = "Show the program's log on standard error too.")
    void verbose(boolean verbose) {
        if (verbose) {
            Logging.showOnStandardError();
        }
    }

    @Option(names = "--yes", scope = ScopeType.INHERIT,
            description = "Agree to the licence of a dataset that has to be downloaded, without being asked.")
    void yes(boolean yes) {
        if (yes) {
            consent.yesToAll();
        }
    }

    @Override
    public Integer call() {
        noSuchFile().ifPresent(name -> {
            throw new UnmatchedArgumentException(spec.commandLine(), List.of(name));
        });
        return window.applyAsInt(files);
    }

    /** The first argument that is neither a command nor a file. */
    Optional<String> noSuchFile() {
        return files.stream().filter(name -> !exists(name)).findFirst();
    }

    private static boolean exists(String name) {
        try {
            return Files.exists(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            BuildInfo build = BuildInfo.load();
            return new String[] {
                "Marquee " + build.version() + " (DeepLearning4j " + build.dl4jVersion() + ", Java "
                        + System.getProperty("java.version") + ")"
            };
        }
    }
}
