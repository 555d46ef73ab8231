package io.marquee.cli;

import io.marquee.data.Dataset;
import io.marquee.data.DatasetSpec;
import io.marquee.data.DatasetSummary;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code marquee inspect}. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        abbreviateSynopsis = true,
        versionProvider = MarqueeCommand.Version.class,
        description = "Describes a dataset: how many ratings, whose, on what scale, how sparse, which ids.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  marquee inspect ml-latest-small",
            "  marquee inspect matinee:1m --json | jq .sparsity"
        })
final class InspectCommand implements Callable<Integer> {

    private final Console console;
    private final Services services;

    @Parameters(paramLabel = "PATH", description = "A folder with ratings.csv, a ratings file, or matinee[:SIZE].")
    private String path;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    InspectCommand(Console console, Services services) {
        this.console = console;
        this.services = services;
    }

    @Override
    public Integer call() throws Exception {
        Dataset dataset = new DatasetOpener(console, services.datasets()).open(DatasetSpec.of(path));
        DatasetSummary report = DatasetSummary.of(dataset);
        if (json) {
            ReportTarget.print(report, console);
            return ExitCode.OK;
        }
        console.result("Dataset     %s", dataset.name());
        console.result("Ratings     %,d", report.ratings());
        console.result("Users       %,d, ids %s", report.users(), contiguous(report.userIdsContiguous()));
        console.result("Items       %,d, of which %,d are rated; ids of rated items %s", report.items(),
                report.ratedItems(), contiguous(report.itemIdsContiguous()));
        console.result("Scale       %.1f to %.1f given, mean %.4f", report.minimum(), report.maximum(), report.mean());
        console.result("Sparsity    %.4f %% of the user and item pairs have no rating", 100 * report.sparsity());
        if (dataset.noiseFloor().isPresent()) {
            console.result("Noise       no model can expect a test MSE below %.4f", dataset.noiseFloor().getAsDouble());
        }
        return ExitCode.OK;
    }

    private static String contiguous(boolean contiguous) {
        return contiguous ? "contiguous" : "not contiguous (re-indexed)";
    }
}
