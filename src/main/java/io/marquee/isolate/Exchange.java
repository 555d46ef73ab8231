package io.marquee.isolate;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder of one run, which only this user can read, in which its process hands over models. */
final class Exchange implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    private final Path folder;

    Exchange() throws IOException {
        folder = Files.createTempDirectory("marquee-run");
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        remove(folder);
    }

    /** Removes a folder; the process that is left alone does it, too. */
    static void remove(Path folder) {
        try {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            }
            Files.delete(folder);
        } catch (IOException e) {
            LOG.info("The folder {} of a run is left behind", folder, e);
        }
    }
}
