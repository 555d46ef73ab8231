package io.marquee.settings;

import com.fasterxml.jackson.databind.ObjectWriter;
import io.marquee.model.Json;
import io.marquee.data.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A record kept in a JSON file. Writing goes to a temporary file that is moved into place, so that a crash leaves the old
 * or the new contents, never half of them. A file that cannot be understood is set aside, not overwritten.
 *
 * @param <T> record type
 */
public final class JsonFile<T> {

    private static final Logger LOG = LoggerFactory.getLogger(JsonFile.class);

    private final Path path;
    private final Class<T> type;

    public JsonFile(Path path, Class<T> type) {
        this.path = path;
        this.type = type;
    }

    /** What the file holds; empty if there is none or it cannot be understood. Never throws: settings are not worth it. */
    public synchronized Optional<T> read() {
        try {
            return Optional.ofNullable(Json.mapper().readValue(Files.readAllBytes(path), type));
        } catch (NoSuchFileException firstStart) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.warn("Settings file {} cannot be read and is set aside; defaults are used.", path, unreadable);
            setAside();
            return Optional.empty();
        }
    }

    /** Replaces the contents. */
    public synchronized void write(T value) throws IOException {
        ObjectWriter writer = Json.mapper().writerWithDefaultPrettyPrinter();
        Files.createDirectories(path.toAbsolutePath().getParent());
        byte[] json = writer.writeValueAsBytes(value);
        WholeFile.write(path, out -> out.write(json));
    }

    private void setAside() {
        try {
            if (Files.isRegularFile(path)) {
                Files.move(path, path.resolveSibling(path.getFileName() + ".unreadable"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            LOG.warn("Settings file {} cannot be set aside.", path, e);
        }
    }
}
