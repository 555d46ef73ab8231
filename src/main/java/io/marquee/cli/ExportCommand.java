package io.marquee.cli;

import io.marquee.export.ExportFormat;
import io.marquee.export.ExportRequest;
import io.marquee.export.TopListSpec;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code marquee export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        abbreviateSynopsis = true,
        versionProvider = MarqueeCommand.Version.class,
        description = {
            "Writes what a model knows for other programs: the lists of all users, embeddings, or the network.",
            "Lists that were stopped with Ctrl+C, or by an accident, are continued by the same command."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marquee export --model my.marquee --format csv --top 10 --out lists.csv",
            "  marquee export --model my.marquee --format tsv --out embeddings",
            "  marquee export --model my.marquee --format dl4j --out network.zip",
            "  marquee export --model my.marquee --format onnx --out network.onnx"
        })
final class ExportCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private ModelOption model;

    @Option(names = "--format", paramLabel = "FORMAT", required = true, converter = Choices.Formats.class,
            completionCandidates = Choices.Formats.class,
            description = "${COMPLETION-CANDIDATES}: lists of all users, embeddings, the network for DL4J or as ONNX.")
    private ExportFormat format;

    @Option(names = "--out", paramLabel = "PATH", required = true,
            description = "The file to write; for tsv a folder, which is made if missing.")
    private Path out;

    @Option(names = "--top", paramLabel = "N", defaultValue = "" + TopListSpec.DEFAULT_COUNT,
            converter = Numbers.Whole.class, description = "With csv: movies a user. Without it: ${DEFAULT-VALUE}.")
    private int top;

    @Option(names = "--include-rated", description = "With csv: list movies the user has rated, too.")
    private boolean includeRated;

    @Mixin
    private ListOptions lists;

    @Option(names = "--users", description = "With tsv: the embeddings of the users instead of the movies.")
    private boolean users;

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        TopListSpec spec = lists.spec(top, includeRated);
        if (format != ExportFormat.TSV) {
            ReportTarget.checkFolder(out);
        }
        return new ExportSession(console).run(model.load(), new ExportRequest(format, out, spec, users));
    }
}
