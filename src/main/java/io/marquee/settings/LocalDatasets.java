package io.marquee.settings;

import io.marquee.data.cache.DatasetCache;
import io.marquee.data.open.DatasetLoader;
import io.marquee.data.open.MappingMemory;
import java.util.Optional;
import java.util.function.Consumer;

/** What this person's datasets are opened with: a cache of those opened before, and how their files were mapped. */
public final class LocalDatasets {

    private LocalDatasets() {}

    /**
     * Opens datasets and remembers them.
     *
     * @param mappings how files were mapped
     */
    public static DatasetLoader loader(MappingMemory mappings) {
        return new DatasetLoader(Optional.of(cache()), mappings);
    }

    /**
     * How files were mapped.
     *
     * @param notices gets what a person should know of a damaged file, as sentences
     */
    public static MappingMemory mappings(Consumer<String> notices) {
        return new MappingFile(AppDirectories.ofUser().mappingsFile(), notices);
    }

    /** The cache of datasets opened before. */
    public static DatasetCache cache() {
        return new DatasetCache(AppDirectories.ofUser().cache());
    }
}
