package io.marquee.cli;

import io.marquee.tune.Search;
import io.marquee.tune.SearchState;
import io.marquee.tune.SearchStore;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code marquee tune delete}. */
@Command(
        name = "delete",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        versionProvider = MarqueeCommand.Version.class,
        description = "Deletes a search; the runs of its trials stay. For a week --undo brings it back.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  marquee tune delete 3",
            "  marquee tune delete --undo 3"
        })
final class TuneDeleteCommand implements Callable<Integer> {

    private final Console console;
    private final Services services;

    @Parameters(paramLabel = "SEARCH", description = "Number of a search, or 'last'.")
    private String search;

    @Option(names = "--undo", description = "Bring a deleted search back; it is named by number.")
    private boolean undo;

    TuneDeleteCommand(Console console, Services services) {
        this.console = console;
        this.services = services;
    }

    @Override
    public Integer call() throws IOException {
        SearchStore store = new SearchStore(services.history());
        if (undo) {
            restore(store);
        } else {
            delete(store);
        }
        return ExitCode.OK;
    }

    private void delete(SearchStore store) throws IOException {
        Search chosen = new SearchChoice(store).one(search);
        if (chosen.state() == SearchState.RUNNING || !store.delete(chosen.id())) {
            throw CommandFailure.failed(chosen.title() + " is under way: pause it first. Nothing was deleted.");
        }
        console.say("Deleted " + chosen.title() + "; the runs of its trials stay. To undo: marquee tune delete --undo "
                + chosen.id());
    }

    private void restore(SearchStore store) throws IOException {
        if (!search.strip().matches("\\d{1,18}")) {
            throw CommandFailure.usage("A deleted search is named by number, not '" + search + "'.");
        }
        if (!store.restore(Long.parseLong(search.strip()))) {
            throw CommandFailure.failed("There is no deleted search " + search.strip() + " to bring back.");
        }
        console.say("Brought search " + search.strip() + " back.");
    }
}
