package io.marquee.settings;

import io.marquee.data.ColumnMapping;
import io.marquee.data.open.MappingMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers in a JSON file which columns of which file hold what; the files mapped last are kept. */
public final class MappingFile implements MappingMemory {

    private static final Logger LOG = LoggerFactory.getLogger(MappingFile.class);
    private static final int KEPT = 200;

    private final JsonFile<Mappings> file;

    /** What the file holds: mappings by absolute path, the oldest first. */
    record Mappings(Map<String, ColumnMapping> files) {
        Mappings {
            files = files == null ? Map.of() : files;
        }
    }

    /** A memory of which it is enough that the log tells when it is damaged. */
    public MappingFile(Path path) {
        this(path, sentence -> { });
    }

    /**
     * @param path of the JSON file
     * @param notices gets what a person should know of a damaged file, as sentences
     */
    public MappingFile(Path path, Consumer<String> notices) {
        this.file = new JsonFile<>(path, Mappings.class, notices);
    }

    @Override
    public synchronized Optional<ColumnMapping> of(Path mapped) {
        return Optional.ofNullable(read().get(name(mapped)));
    }

    /** Never throws: that a file has to be mapped again is no reason not to open it now. */
    @Override
    public synchronized void remember(Path mapped, ColumnMapping mapping) {
        Map<String, ColumnMapping> all = read();
        all.remove(name(mapped));
        all.put(name(mapped), mapping);
        all.keySet().stream().limit(Math.max(0, all.size() - KEPT)).toList().forEach(all::remove);
        try {
            file.write(new Mappings(all));
        } catch (IOException e) {
            LOG.warn("The columns of {} could not be remembered.", mapped, e);
        }
    }

    private Map<String, ColumnMapping> read() {
        return new LinkedHashMap<>(file.read().map(Mappings::files).orElse(Map.of()));
    }

    private static String name(Path mapped) {
        return mapped.toAbsolutePath().normalize().toString();
    }
}
