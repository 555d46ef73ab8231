package io.marquee.cli;

import io.marquee.data.cache.DatasetCache;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code marquee cache}. */
@Command(
        name = "cache",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        abbreviateSynopsis = true,
        versionProvider = MarqueeCommand.Version.class,
        description = {
            "Shows where opened datasets are kept so that they open again in a moment, and how much room that takes.",
            "They are copies: deleting them loses nothing but time."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marquee cache",
            "  marquee cache --clear",
            "  marquee cache --json | jq .bytes"
        })
final class CacheCommand implements Callable<Integer> {

    private final Console console;
    private final DatasetCache cache;

    @Option(names = "--clear", description = "Delete all of them.")
    private boolean clear;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    CacheCommand(Console console, DatasetCache cache) {
        this.console = console;
        this.cache = cache;
    }

    /** What {@code cache --json} prints. */
    record Report(String folder, long bytes, long freedBytes, List<DatasetCache.Entry> datasets) {}

    @Override
    public Integer call() throws Exception {
        long freed = clear ? cache.clear() : 0;
        List<DatasetCache.Entry> entries = cache.entries();
        if (json) {
            ReportTarget.print(new Report(cache.folder().toString(), cache.bytes(), freed, entries), console);
            return ExitCode.OK;
        }
        if (clear) {
            console.result("Freed       %,d MB", freed >> 20);
        }
        console.result("Folder      %s", cache.folder());
        console.result("Size        %,d MB in %s", cache.bytes() >> 20,
                entries.size() == 1 ? "1 dataset" : entries.size() + " datasets");
        for (DatasetCache.Entry entry : entries) {
            console.result("  %,8d MB  %s  %s", entry.bytes() >> 20,
                    entry.name().isEmpty() ? "of another version" : entry.name(), entry.source());
        }
        return ExitCode.OK;
    }
}
