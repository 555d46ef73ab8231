package io.marquee.cli;

import io.marquee.model.BuildInfo;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code marquee}: without a command it opens the window. */
@Command(
        name = "marquee",
        mixinStandardHelpOptions = true,
        versionProvider = MarqueeCommand.Version.class,
        synopsisSubcommandLabel = "[COMMAND]",
        description = {
            "Trains neural recommenders and shows what they learn.",
            "Without a command it opens the window."
        },
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  marquee                          open the window",
            "  marquee train --save my.marquee  train on the built-in ratings, keep the model",
            "  marquee recommend --model my.marquee --user 7",
            "  marquee help train               all options of a command",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage. Results go to standard output, the rest to standard error."
        })
final class MarqueeCommand implements Callable<Integer> {

    private final IntSupplier withoutCommand;
    private final Consent consent;

    MarqueeCommand(IntSupplier withoutCommand, Consent consent) {
        this.withoutCommand = withoutCommand;
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
        return withoutCommand.getAsInt();
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
