package io.marquee.cli;

import io.marquee.catalogue.CatalogueEntry;
import io.marquee.catalogue.Downloads;
import io.marquee.catalogue.Licence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code marquee datasets}. */
@Command(
        name = "datasets",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        versionProvider = MarqueeCommand.Version.class,
        description = "Lists the datasets that can be asked for by name: what they hold, their licence, and whether they "
                + "are on this computer.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  marquee datasets",
            "  marquee datasets --json | jq -r '.[] | select(.state == \"HERE\") | .id'"
        })
final class DatasetsCommand implements Callable<Integer> {

    private final Console console;
    private final Services services;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    DatasetsCommand(Console console, Services services) {
        this.console = console;
        this.services = services;
    }

    /**
     * One dataset as {@code datasets --json} prints it.
     *
     * @param zipBytes size of the download; 0 where there is none
     * @param state BUILT_IN, HERE, PARTLY (a download broke off) or ABSENT
     * @param file where its zip is or may be put by hand; null where there is none
     */
    record Line(String id, String name, int ratings, int users, int movies, String about, long zipBytes, String licence,
            String source, Downloads.State state, Path file) {}

    @Override
    public Integer call() throws Exception {
        List<Line> lines = new ArrayList<>();
        for (CatalogueEntry entry : services.catalogue().entries()) {
            lines.add(line(entry));
        }
        if (json) {
            ReportTarget.print(lines, console);
            return ExitCode.OK;
        }
        console.result("%-15s  %10s  %8s  %7s  %8s  %-16s  %s", "Name", "Ratings", "Users", "Movies", "Zip MB", "State",
                "Source");
        for (Line line : lines) {
            console.result("%-15s  %,10d  %,8d  %,7d  %8s  %-16s  %s", line.id(), line.ratings(), line.users(),
                    line.movies(), line.zipBytes() == 0 ? "" : String.format(Locale.ROOT, "%.1f", line.zipBytes() / 1e6),
                    words(line.state()), line.source());
        }
        for (Licence licence : Licence.values()) {
            console.result("");
            console.result("Licence of %s:", services.catalogue().entries().stream()
                    .filter(entry -> entry.licence() == licence).map(CatalogueEntry::id).collect(Collectors.joining(", ")));
            console.result("  %s", licence.sentence());
        }
        console.say("");
        console.say("'marquee download NAME' downloads one; 'marquee train --data NAME' does too where it has to.");
        return ExitCode.OK;
    }

    private Line line(CatalogueEntry entry) throws IOException {
        Downloads downloads = services.downloads();
        return new Line(entry.id(), entry.name(), entry.ratings(), entry.users(), entry.items(), entry.about(),
                entry.bytes(), entry.licence().sentence(), entry.source(), downloads.status(entry).state(),
                entry.builtIn() ? null : downloads.zip(entry));
    }

    private static String words(Downloads.State state) {
        return switch (state) {
            case BUILT_IN -> "built in";
            case HERE -> "on this computer";
            case PARTLY -> "partly here";
            case ABSENT -> "to download";
        };
    }
}
