package io.marquee.cli;

import io.marquee.data.Dataset;
import io.marquee.data.DatasetWriter;
import io.marquee.data.MatineeDataset;
import io.marquee.data.MatineePreset;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code marquee synthesize}. */
@Command(
        name = "synthesize",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        abbreviateSynopsis = true,
        versionProvider = MarqueeCommand.Version.class,
        description = {
            "Writes a synthetic dataset as ratings.csv and movies.csv.",
            "Same size and seed, same files."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marquee synthesize --like ml-100k --out small",
            "  marquee synthesize --like ml-20m --seed 7 --out large"
        })
final class SynthesizeCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--like", paramLabel = "SIZE", required = true, converter = Choices.Likeness.class,
            completionCandidates = Choices.Likeness.class,
            description = "The MovieLens dataset to be like: ${COMPLETION-CANDIDATES}.")
    private MatineePreset like;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder to write to; made if missing.")
    private Path out;

    @Option(names = "--seed", paramLabel = "S", converter = Numbers.Seed.class,
            defaultValue = "" + MatineeDataset.DEFAULT_SEED,
            description = "Seed of the random choices. Without it that of the built-in dataset: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--overwrite", description = "Replace files that are there.")
    private boolean overwrite;

    SynthesizeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Dataset dataset;
        try (WorkBar bar = new WorkBar(console)) {
            dataset = MatineeDataset.generate(like, seed, bar);
        }
        try (WorkBar bar = new WorkBar(console)) {
            new DatasetWriter().write(dataset, out, overwrite, bar);
        }
        console.result("Wrote %,d ratings by %,d users of %,d movies to %s. No model can expect a test MSE below %.4f.",
                dataset.ratings().size(), dataset.ratings().users().size(), dataset.ratings().items().size(), out,
                dataset.noiseFloor().orElse(Double.NaN));
        return ExitCode.OK;
    }
}
