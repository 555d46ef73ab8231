package io.marquee.cli;

import io.marquee.tune.Search;
import io.marquee.tune.SearchStore;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code marquee tune list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        versionProvider = MarqueeCommand.Version.class,
        description = "Lists searches, the newest first.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  marquee tune list",
            "  marquee tune list --json | jq '.[0].best.hyperparameters'"
        })
final class TuneListCommand implements Callable<Integer> {

    private static final DateTimeFormatter STARTED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Console console;
    private final Services services;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    TuneListCommand(Console console, Services services) {
        this.console = console;
        this.services = services;
    }

    @Override
    public Integer call() throws IOException {
        SearchStore store = new SearchStore(services.history());
        store.tidy();
        List<Search> searches = store.list();
        if (json) {
            ReportTarget.print(searches.stream().map(SearchReport::of).toList(), console);
            return ExitCode.OK;
        }
        if (searches.isEmpty()) {
            console.say("There is no search yet; 'marquee tune --help' shows how to begin one.");
            return ExitCode.OK;
        }
        console.result("%6s  %-16s  %-11s  %-18s  %6s  %11s  %8s  %s", "Search", "Started", "State", "Dataset", "Trials",
                "Minutes", "Val. MSE", "Strategy, what varies");
        for (Search search : searches) {
            console.result("%6d  %-16s  %-11s  %-18s  %6d  %11s  %8s  %s: %s", search.id(),
                    STARTED.format(search.created().atZone(ZoneId.systemDefault())), search.state().words(),
                    Words.shortened(search.dataset(), 18), search.trials().size(),
                    String.format(Locale.ROOT, "%.1f/%s", search.seconds() / 60, SearchTable.minutes(search.plan().minutes())),
                    search.best().map(best -> String.format(Locale.ROOT, "%.4f", best.validationMse())).orElse("-"),
                    search.plan().strategy().words(), search.plan().space().words());
        }
        return ExitCode.OK;
    }
}
