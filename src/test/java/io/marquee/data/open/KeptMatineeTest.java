package io.marquee.data.open;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.Dataset;
import io.marquee.data.DatasetSpec;
import io.marquee.data.Progress;
import io.marquee.data.cache.DatasetCache;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large sizes of Matinee are made once; other processes read them. */
class KeptMatineeTest {

    @TempDir
    Path folder;

    @Test
    void aKeptDatasetIsTheOneThatWasMade() throws Exception {
        DatasetCache cache = new DatasetCache(folder);
        DatasetLoader loader = new DatasetLoader(Optional.of(cache), MappingMemory.NONE, 100_000);
        Dataset made = loader.open(DatasetSpec.of("matinee:100k"), Progress.NONE);
        List<String> steps = new ArrayList<>();
        Dataset read = loader.open(DatasetSpec.of("matinee:100k"), (fraction, what) -> steps.add(what));

        assertThat(steps).containsExactly("opened Matinee 100k");
        assertThat(read.ratings().fingerprint()).isEqualTo(made.ratings().fingerprint());
        assertThat(read.noiseFloor()).isEqualTo(made.noiseFloor()).isPresent();
        assertThat(read.name()).isEqualTo(made.name());
        assertThat(read.report().notes()).isEqualTo(made.report().notes());
        assertThat(read.catalogue().items()).isEqualTo(made.catalogue().items());
        assertThat(cache.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.name()).isEqualTo("Matinee 100k");
            assertThat(entry.source()).isEqualTo("matinee:100k");
        });
    }

    @Test
    void smallSizesAreNotKept() throws Exception {
        DatasetCache cache = new DatasetCache(folder);
        new DatasetLoader(Optional.of(cache), MappingMemory.NONE).open(DatasetSpec.of("matinee"), Progress.NONE);
        assertThat(cache.entries()).isEmpty();
    }
}
