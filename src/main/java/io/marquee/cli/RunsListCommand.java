package io.marquee.cli;

import io.marquee.runs.Comparison;
import io.marquee.runs.RunSummary;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code marquee runs list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        abbreviateSynopsis = true,
        versionProvider = MarqueeCommand.Version.class,
        description = "Lists recorded runs, the newest first.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  marquee runs list",
            "  marquee runs list --dataset ml-latest-small --sort test --limit 10",
            "  marquee runs list --json | jq '.[0].bestTestMse'"
        })
final class RunsListCommand implements Callable<Integer> {

    /** By what a list can be sorted. */
    enum Order {
        NEWEST,
        TEST,
        TIME
    }

    private static final DateTimeFormatter STARTED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Console console;
    private final Services services;

    @Option(names = "--dataset", paramLabel = "NAME", description = "Only runs on this dataset.")
    private String dataset;

    @Option(names = "--starred", description = "Only runs marked with a star.")
    private boolean starred;

    @Option(names = "--sort", paramLabel = "ORDER", defaultValue = "newest",
            description = "newest; test, the lowest test MSE first; time, the shortest first.")
    private Order order;

    @Option(names = "--limit", paramLabel = "N", converter = Numbers.Whole.class,
            description = "At most so many.")
    private Integer limit;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    RunsListCommand(Console console, Services services) {
        this.console = console;
        this.services = services;
    }

    @Override
    public Integer call() throws IOException {
        services.history().tidy();
        Stream<RunSummary> chosen = services.history().list().stream()
                .filter(run -> dataset == null || run.dataset().equalsIgnoreCase(dataset))
                .filter(run -> !starred || run.starred());
        if (order == Order.TEST) {
            chosen = chosen.sorted(Comparator.comparingDouble(RunSummary::bestTestMse));
        } else if (order == Order.TIME) {
            chosen = chosen.sorted(Comparator.comparingDouble(RunSummary::seconds));
        }
        List<RunSummary> runs = (limit == null ? chosen : chosen.limit(limit)).toList();
        if (json) {
            ReportTarget.print(runs.stream().map(RunLine::of).toList(), console);
            return ExitCode.OK;
        }
        if (runs.isEmpty()) {
            console.say("No run is recorded yet" + (dataset == null && !starred ? "" : " that fits")
                    + "; 'marquee train' records one.");
            return ExitCode.OK;
        }
        print(runs);
        return ExitCode.OK;
    }

    private void print(List<RunSummary> runs) {
        console.result("%5s  %-16s  %-11s  %-18s  %7s  %8s  %8s  %8s  %8s  %s", "Run", "Started", "State", "Dataset", "Epochs",
                "Last MSE", "Best MSE", "Val. MSE", "Seconds", "Name, settings");
        for (RunSummary run : runs) {
            console.result("%5d  %-16s  %-11s  %-18s  %7s  %8s  %8s  %8s  %,8.1f  %s%s, %s", run.id(),
                    STARTED.format(run.created().atZone(ZoneId.systemDefault())), run.state().words(),
                    Words.shortened(run.dataset(), 18), run.epochsFinished() + "/" + run.epochsPlanned(),
                    error(run.lastTestMse()), error(run.bestTestMse()), error(run.bestValidationMse()), run.seconds(),
                    run.starred() ? "* " : "", run.name(), run.settings());
        }
        console.say("Best MSE: where a run has no validation part, of an epoch chosen on the test part.");
        String obstacles = Comparison.obstacles(runs);
        if (!obstacles.isEmpty()) {
            console.say("Not all of these errors can be compared: the runs differ in " + obstacles + ".");
        }
    }

    private static String error(double mse) {
        return Double.isNaN(mse) ? "-" : String.format(Locale.ROOT, "%.4f", mse);
    }

    /** A run of the list as JSON; errors in squared stars, null where there is none yet. */
    record RunLine(long id, String name, String state, String started, String dataset, String settings, String device,
            String fingerprint, String split, long seed, boolean clipped, int epochsPlanned, int epochsFinished,
            double seconds, Double lastTestMse, Double bestTestMse, Double bestValidationMse, int bestEpoch,
            boolean starred, String notes) {

        static RunLine of(RunSummary run) {
            return new RunLine(run.id(), run.name(), run.state().name().toLowerCase(Locale.ROOT),
                    run.created().toString(), run.dataset(), run.settings(), run.device(), run.protocol().fingerprint(),
                    run.protocol().split(), run.protocol().seed(), run.protocol().clipped(), run.epochsPlanned(),
                    run.epochsFinished(), run.seconds(), orNull(run.lastTestMse()), orNull(run.bestTestMse()),
                    orNull(run.bestValidationMse()), run.bestEpoch(), run.starred(), run.notes());
        }

        private static Double orNull(double mse) {
            return Double.isNaN(mse) ? null : mse;
        }
    }
}
