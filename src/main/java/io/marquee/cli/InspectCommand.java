package io.marquee.cli;

import io.marquee.data.Dataset;
import io.marquee.data.DatasetSpec;
import io.marquee.data.ImportReportFile;
import io.marquee.data.profile.DatasetProfile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code marquee inspect}. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        abbreviateSynopsis = true,
        versionProvider = MarqueeCommand.Version.class,
        description = "Describes a dataset: how many ratings, whose, on what scale, how sparse, which ids; how they spread "
                + "over users, movies, time and genres; the most and the best rated movies.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  marquee inspect ml-latest-small",
            "  marquee inspect matinee:1m --json | jq .sparsity",
            "  marquee inspect ml-20m --min-rating 4 --from 2010-01-01 --min-movie-ratings 50",
            "  marquee inspect ratings.csv --import-report refused.csv"
        })
final class InspectCommand implements Callable<Integer> {

    private final Console console;
    private final Services services;

    @Parameters(paramLabel = "PATH",
            description = "A folder with ratings.csv, a ratings file, a zip, or a name as 'marquee datasets' lists "
                    + "them.")
    private String path;

    @Mixin
    private FilterOptions filter;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--import-report", paramLabel = "FILE",
            description = "Also write what the import kept, repaired and refused: as CSV where the name ends in .csv, "
                    + "as text otherwise.")
    private Path importReport;

    InspectCommand(Console console, Services services) {
        this.console = console;
        this.services = services;
    }

    @Override
    public Integer call() throws Exception {
        if (importReport != null) {
            ReportTarget.checkFolder(importReport);
        }
        DatasetSpec spec = DatasetSpec.of(path).withFilter(filter.spec(0));
        new LoadAdvice(console, services.catalogue()).give(spec, Optional.empty());
        Dataset dataset = new DatasetOpener(console, services.datasets()).open(spec);
        if (importReport != null) {
            ImportReportFile.write(dataset.name(), dataset.report(), importReport);
            console.say("Wrote the import report to " + importReport + ".");
        }
        DatasetProfile profile = DatasetProfile.of(dataset);
        if (json) {
            ReportTarget.print(InspectReport.of(dataset, profile), console);
        } else {
            new InspectText(console, dataset, profile).print();
        }
        return ExitCode.OK;
    }
}
