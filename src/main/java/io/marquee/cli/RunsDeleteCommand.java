package io.marquee.cli;

import io.marquee.runs.RunSummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code marquee runs delete}. */
@Command(
        name = "delete",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        versionProvider = MarqueeCommand.Version.class,
        description = "Deletes recorded runs. For a week --undo brings them back.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  marquee runs delete 12 13",
            "  marquee runs delete --undo 12"
        })
final class RunsDeleteCommand implements Callable<Integer> {

    private final Console console;
    private final Services services;

    @Parameters(arity = "1..*", paramLabel = "RUN", description = "Numbers or names of runs, or 'last'.")
    private List<String> runs;

    @Option(names = "--undo", description = "Bring deleted runs back; they are named by number.")
    private boolean undo;

    RunsDeleteCommand(Console console, Services services) {
        this.console = console;
        this.services = services;
    }

    @Override
    public Integer call() throws IOException {
        return undo ? restore() : delete();
    }

    private int delete() throws IOException {
        RunChoice choice = new RunChoice(services.history());
        List<Long> ids = new ArrayList<>();
        for (String words : runs) {
            RunSummary run = choice.one(words);
            if (run.state().active()) {
                throw CommandFailure.failed("Run " + run.id() + " is being trained: stop it first. Nothing was deleted.");
            }
            ids.add(run.id());
        }
        services.history().delete(ids);
        console.say("Deleted " + Words.count(ids.size(), "run") + ". To undo: marquee runs delete --undo "
                + ids.stream().map(String::valueOf).collect(Collectors.joining(" ")));
        return ExitCode.OK;
    }

    private int restore() throws IOException {
        List<Long> ids = new ArrayList<>();
        for (String words : runs) {
            try {
                ids.add(Long.parseLong(words.strip()));
            } catch (NumberFormatException e) {
                throw CommandFailure.usage("Deleted runs are named by number, not '" + words + "'.");
            }
        }
        List<Long> restored = services.history().restore(ids);
        if (restored.size() < ids.size()) {
            ids.removeAll(restored);
            throw CommandFailure.failed("There is no deleted run "
                    + ids.stream().map(String::valueOf).collect(Collectors.joining(", ")) + " to bring back.");
        }
        console.say("Brought back " + Words.count(restored.size(), "run") + ".");
        return ExitCode.OK;
    }
}
