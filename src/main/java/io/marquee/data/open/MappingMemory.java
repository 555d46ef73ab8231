package io.marquee.data.open;

import io.marquee.data.ColumnMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Remembers which mapping a person opened a file with. */
public interface MappingMemory {

    /** Remembers nothing. */
    MappingMemory NONE = new MappingMemory() {
        @Override
        public Optional<ColumnMapping> of(Path file) {
            return Optional.empty();
        }

        @Override
        public void remember(Path file, ColumnMapping mapping) {
            // Nothing is kept.
        }
    };

    /** The mapping a file was opened with before. */
    Optional<ColumnMapping> of(Path file);

    /** Keeps the mapping of a file that could be opened with it. */
    void remember(Path file, ColumnMapping mapping);
}
