package io.marquee.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code marquee runs}: the history of runs; without a command of its own it lists them. */
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        versionProvider = MarqueeCommand.Version.class,
        synopsisSubcommandLabel = "[COMMAND]",
        description = {
            "Lists, shows, exports, deletes and resumes recorded runs.",
            "Every run is recorded as it trains, from the window and from 'marquee train'."
        },
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  marquee runs list --sort test",
            "  marquee runs show 12",
            "  marquee runs export 12 13 --out curves.csv",
            "  marquee runs delete 12",
            "  marquee runs resume last",
            "",
            "A run is named by its number, its name, or 'last'."
        })
final class RunsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    /** The command with those below it. */
    static CommandLine of(Console console, Services services) {
        return new CommandLine(new RunsCommand())
                .addSubcommand(new RunsListCommand(console, services))
                .addSubcommand(new RunsShowCommand(console, services))
                .addSubcommand(new RunsExportCommand(console, services))
                .addSubcommand(new RunsDeleteCommand(console, services))
                .addSubcommand(new RunsResumeCommand(console, services));
    }

    @Override
    public Integer call() {
        return spec.subcommands().get("list").execute();
    }
}
