package io.marquee.cli;

import io.marquee.data.Dataset;
import io.marquee.data.DatasetSpec;
import io.marquee.data.ImportReportFile;
import io.marquee.data.Split;
import io.marquee.data.SplitSpec;
import io.marquee.data.profile.DatasetProfile;
import io.marquee.model.Preset;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
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
            "  marquee inspect ratings.csv --import-report refused.csv",
            "  marquee inspect ml-100k.zip",
            "  marquee inspect BX-Book-Ratings.csv --columns user=0,item=1,rating=2 --scale 1-10 --implicit 0"
        })
final class InspectCommand implements Callable<Integer> {

    /** The split and the seed of a run for which nothing else is asked. */
    private static final SplitSpec SPLIT = new SplitSpec(0.2, Preset.QUICK_LOOK.hyperparameters().seed());

    private final Console console;
    private final Services services;

    @Parameters(paramLabel = "PATH", description = "A folder or zip with ratings, a ratings file, matinee[:SIZE], or a name "
            + "as 'marquee datasets' lists them.")
    private String path;

    @Mixin
    private FilterOptions filter;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @ArgGroup(exclusive = false, heading = MappingOptions.HEADING, order = 100)
    private MappingOptions mapping = new MappingOptions();

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
        DatasetSpec spec = mapping.apply(DatasetSpec.of(path)).withFilter(filter.spec(SPLIT.seed()));
        new LoadAdvice(console, services.catalogue()).give(spec, Optional.empty());
        Dataset dataset = leftByNumbers(new DatasetOpener(console, services.datasets()).open(spec));
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

    /** Numbers of ratings are counted in the train part, so it takes a split to tell what they leave. */
    private Dataset leftByNumbers(Dataset opened) {
        if (opened.core().keepsAll()) {
            return opened;
        }
        try {
            Split split = opened.split(SPLIT);
            console.say("Filter: " + Failures.sentence(split.filterStep().orElseThrow().inWords()));
            console.say("Note: numbers of ratings are counted in the train part. This is the split " + split.description()
                    + "; others leave others.");
            return opened.leftBy(split);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.failed(e.getMessage());
        }
    }
}
