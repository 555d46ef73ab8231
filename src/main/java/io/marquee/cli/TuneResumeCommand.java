package io.marquee.cli;

import io.marquee.tune.Search;
import io.marquee.tune.SearchPlan;
import io.marquee.tune.SearchState;
import io.marquee.tune.SearchStore;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code marquee tune resume}. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        versionProvider = MarqueeCommand.Version.class,
        description = {
            "Goes on with a search that was paused or broken off: finished trials stay, the one in progress goes on",
            "from its last finished epoch. With more minutes or trials a search that has ended goes on, too."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marquee tune resume last",
            "  marquee tune resume 3 --minutes 30"
        })
final class TuneResumeCommand implements Callable<Integer> {

    private final Console console;
    private final Services services;

    @Parameters(paramLabel = "SEARCH", description = "Number of a search, or 'last'.")
    private String search;

    @Option(names = "--minutes", paramLabel = "M", converter = Numbers.Real.class,
            description = "Minutes in all, with those it has run.")
    private Double minutes;

    @Option(names = "--trials", paramLabel = "N", converter = Numbers.Whole.class,
            description = "Trials in all, with those it has begun.")
    private Integer trials;

    @Option(names = "--save", paramLabel = "FILE", description = "Save the model of the best trial.")
    private Path save;

    @Option(names = "--json", description = "Print the result as JSON, and everything else on standard error.")
    private boolean json;

    TuneResumeCommand(Console console, Services services) {
        this.console = console;
        this.services = services;
    }

    @Override
    public Integer call() throws Exception {
        if (save != null) {
            ReportTarget.checkFolder(save);
        }
        Search chosen = new SearchChoice(new SearchStore(services.history())).one(search);
        if (chosen.state() == SearchState.RUNNING) {
            throw CommandFailure.failed(chosen.title() + " is under way in another window or terminal.");
        }
        Search planned = chosen.planned(plan(chosen.plan()));
        if (chosen.state() == SearchState.FINISHED) {
            checkThatItCanGoOn(planned);
        }
        return new SearchSession(console, services, json, Optional.ofNullable(save)).resume(planned);
    }

    private SearchPlan plan(SearchPlan before) {
        try {
            SearchPlan longer = minutes == null ? before : before.within(minutes);
            return trials == null ? longer : longer.upTo(trials);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(e.getMessage());
        }
    }

    private static void checkThatItCanGoOn(Search planned) {
        if (planned.seconds() >= 60 * planned.plan().minutes()) {
            throw CommandFailure.usage(planned.title() + " has used up its " + SearchTable.minutes(planned.plan().minutes())
                    + " minutes: give it more in all with --minutes.");
        }
        if (!planned.hasMore()) {
            throw CommandFailure.usage(planned.title() + " has nothing left to try. With --trials it may go on; a new search can "
                    + "vary more.");
        }
    }
}
