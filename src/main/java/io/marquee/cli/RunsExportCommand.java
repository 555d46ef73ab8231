package io.marquee.cli;

import io.marquee.data.WholeFile;
import io.marquee.runs.RunDetails;
import io.marquee.runs.RunExport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code marquee runs export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        versionProvider = MarqueeCommand.Version.class,
        description = {
            "Writes every point of runs: the loss of each batch, the errors of each epoch.",
            "CSV has one line a point: run, name, series, epoch, batch, seconds, value; series are batch_loss, train_mse,",
            "validation_mse and test_mse.",
            "JSON has an object a run, with settings, protocol and machine too."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marquee runs export 12 --out run12.csv",
            "  marquee runs export 12 13 14 --out runs.json",
            "  marquee runs export last --format csv > points.csv"
        })
final class RunsExportCommand implements Callable<Integer> {

    /** How points are written. */
    enum Format {
        CSV,
        JSON
    }

    private final Console console;
    private final Services services;

    @Parameters(arity = "1..*", paramLabel = "RUN", description = "Numbers or names of runs, or 'last'.")
    private List<String> runs;

    @Option(names = "--out", paramLabel = "FILE", description = "File to write; without it: standard output.")
    private Path out;

    @Option(names = "--format", paramLabel = "csv|json",
            description = "Without it: json if the file's name ends so, otherwise csv.")
    private Format format;

    RunsExportCommand(Console console, Services services) {
        this.console = console;
        this.services = services;
    }

    @Override
    public Integer call() throws IOException {
        if (out != null) {
            ReportTarget.checkFolder(out);
        }
        List<RunDetails> chosen = new RunChoice(services.history()).details(runs);
        if (out == null) {
            write(chosen, new OutputStreamWriter(console.out(), StandardCharsets.UTF_8));
            return ExitCode.OK;
        }
        WholeFile.write(out, file -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8));
            write(chosen, writer);
            writer.flush();
        });
        console.say("Exported " + Words.count(chosen.size(), "run") + " to " + out + ".");
        return ExitCode.OK;
    }

    private void write(List<RunDetails> chosen, Writer writer) throws IOException {
        RunExport export = new RunExport(services.history());
        boolean asJson = format == Format.JSON
                || format == null && out != null && out.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        if (asJson) {
            export.json(chosen, writer);
        } else {
            export.csv(chosen, writer);
        }
    }
}
