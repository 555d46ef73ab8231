package io.marquee.cli;

import io.marquee.tune.Search;
import io.marquee.tune.SearchStore;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code marquee tune show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        versionProvider = MarqueeCommand.Version.class,
        description = "Shows a search: its trials, the best first, and how to train with the settings of the best.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  marquee tune show last",
            "  marquee tune show 3 --json"
        })
final class TuneShowCommand implements Callable<Integer> {

    private final Console console;
    private final Services services;

    @Parameters(paramLabel = "SEARCH", description = "Number of a search, or 'last'.")
    private String search;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    TuneShowCommand(Console console, Services services) {
        this.console = console;
        this.services = services;
    }

    @Override
    public Integer call() throws IOException {
        Search chosen = new SearchChoice(new SearchStore(services.history())).one(search);
        if (json) {
            ReportTarget.print(SearchReport.of(chosen), console);
        } else {
            SearchTable table = new SearchTable(console, chosen.plan());
            table.heading(chosen);
            table.columns();
            table.ranked(chosen);
            table.summary(chosen);
        }
        return ExitCode.OK;
    }
}
