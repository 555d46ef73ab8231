package io.marquee.cli;

import io.marquee.catalogue.CatalogueEntry;
import io.marquee.catalogue.Downloads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code marquee download}. */
@Command(
        name = "download",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        versionProvider = MarqueeCommand.Version.class,
        description = {
            "Downloads datasets by name, checks them and keeps them on this computer.",
            "One that broke off goes on where it was. Asks to agree to the licence first; --yes agrees beforehand."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marquee download ml-latest-small",
            "  marquee download ml-1m ml-20m --yes",
            "  marquee download ml-20m --from https://mirror.example.org/movielens/",
            "  marquee download ml-25m --remove"
        })
final class DownloadCommand implements Callable<Integer> {

    private final Console console;
    private final Services services;
    private final Consent consent;

    @Parameters(paramLabel = "NAME", arity = "1..*", description = "Names as 'marquee datasets' lists them.")
    private List<String> names;

    @Option(names = "--from", paramLabel = "ADDRESS",
            description = "Folder on the web that holds the zips. Without it: MARQUEE_DOWNLOAD_BASE, or baseAddress in "
                    + "downloads.json beside the settings, or the publisher's.")
    private String from;

    @Option(names = "--remove", description = "Delete what is on this computer of them instead.")
    private boolean remove;

    DownloadCommand(Console console, Services services, Consent consent) {
        this.console = console;
        this.services = services;
        this.consent = consent;
    }

    @Override
    public Integer call() throws Exception {
        List<CatalogueEntry> entries = new ArrayList<>();
        for (String name : names) {
            entries.add(entry(name));
        }
        Downloads downloads = from == null ? services.downloads() : services.downloads().from(from);
        for (CatalogueEntry entry : entries) {
            if (remove) {
                downloads.remove(entry);
                console.result("Removed %s.", entry.name());
            } else {
                console.result("%s is here: %s", entry.name(), fetch(entry, downloads));
            }
        }
        return ExitCode.OK;
    }

    private Path fetch(CatalogueEntry entry, Downloads downloads) throws IOException {
        consent.toLicence(entry, downloads);
        try (WorkBar bar = new WorkBar(console)) {
            return Fetching.fetch(entry, downloads, consent, bar);
        }
    }

    private CatalogueEntry entry(String name) {
        CatalogueEntry entry = services.catalogue().find(name).orElseThrow(() -> CommandFailure.usage(
                "There is no dataset '" + name + "'; there is " + services.catalogue().entries().stream()
                        .filter(known -> !known.builtIn()).map(CatalogueEntry::id).collect(Collectors.joining(", ")) + "."));
        if (entry.builtIn()) {
            throw CommandFailure.usage(entry.name() + " is built in: there is nothing to download.");
        }
        return entry;
    }
}
