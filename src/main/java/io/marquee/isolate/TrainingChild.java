package io.marquee.isolate;

import io.marquee.catalogue.CatalogueDatasets;
import io.marquee.catalogue.DatasetCatalogue;
import io.marquee.catalogue.Downloads;
import io.marquee.data.Datasets;
import io.marquee.data.FilteringDatasets;
import io.marquee.settings.AppDirectories;
import io.marquee.settings.LocalDatasets;
import io.marquee.settings.MappingFile;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The process that trains one run for another process of Marquee: commands come on standard input, messages go to standard
 * output. It ends with its run, or when standard input is closed, as it is when the other process dies.
 */
public final class TrainingChild {

    private TrainingChild() {}

    /** @param arguments folder in which models are handed over */
    public static void main(String[] arguments) throws IOException {
        MessageWriter messages = new MessageWriter(ProtocolStream.takeStandardOutput());
        ChildSession session = new ChildSession(System.in, messages, Path.of(arguments[0]), datasets());
        // Not exit, which would wait for hooks, and for whatever a broken device holds up.
        Runtime.getRuntime().halt(session.run());
    }

    /** As the window and the terminal open them: what they have in their cache is mapped from there. */
    private static Datasets datasets() {
        // What is to be said of damaged settings, the parent says.
        AppDirectories directories = AppDirectories.ofUser();
        Downloads downloads = Downloads.of(directories, System.getenv("MARQUEE_DOWNLOAD_BASE"));
        return new FilteringDatasets(
                new CatalogueDatasets(DatasetCatalogue.known(), downloads,
                        LocalDatasets.loader(new MappingFile(directories.mappingsFile()))));
    }
}
