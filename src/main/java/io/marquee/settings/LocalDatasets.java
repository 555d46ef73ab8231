package io.marquee.settings;

import io.marquee.data.cache.DatasetCache;
import io.marquee.data.open.DatasetLoader;
import io.marquee.data.open.MappingMemory;
import java.util.Optional;

/** What this person's datasets are opened with: a cache of those opened before, and how their files were mapped. */
public final class LocalDatasets {

    private LocalDatasets() {}

    /** Opens datasets and remembers them. */
    public static DatasetLoader loader() {
        return new DatasetLoader(Optional.of(cache()), mappings());
    }

    /** How files were mapped. */
    public static MappingMemory mappings() {
        return new MappingFile(AppDirectories.ofUser().mappingsFile());
    }

    /** The cache of datasets opened before. */
    public static DatasetCache cache() {
        return new DatasetCache(AppDirectories.ofUser().cache());
    }
}
