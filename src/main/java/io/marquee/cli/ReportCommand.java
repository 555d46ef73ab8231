package io.marquee.cli;

import io.marquee.data.WholeFile;
import io.marquee.runs.HtmlReport;
import io.marquee.runs.RunDetails;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code marquee report}. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        versionProvider = MarqueeCommand.Version.class,
        description = {
            "Writes a recorded run as one HTML page: curves, settings, protocol, metrics, where the time went, machine.",
            "The page needs no other file and no network."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marquee report last --out report.html",
            "  marquee report 12 > run12.html"
        })
final class ReportCommand implements Callable<Integer> {

    private final Console console;
    private final Services services;

    @Parameters(paramLabel = "RUN", description = "Number or name of a run, or 'last'.")
    private String run;

    @Option(names = "--out", paramLabel = "FILE", description = "File to write; without it: standard output.")
    private Path out;

    ReportCommand(Console console, Services services) {
        this.console = console;
        this.services = services;
    }

    @Override
    public Integer call() throws IOException {
        if (out != null) {
            ReportTarget.checkFolder(out);
        }
        RunDetails details = new RunChoice(services.history()).details(run);
        String page = HtmlReport.of(details, services.history().losses(details.summary().id()));
        if (out == null) {
            console.out().print(page);
        } else {
            WholeFile.write(out, file -> file.write(page.getBytes(StandardCharsets.UTF_8)));
            console.say("Wrote the report of run " + details.summary().id() + " to " + out + ".");
        }
        return ExitCode.OK;
    }
}
