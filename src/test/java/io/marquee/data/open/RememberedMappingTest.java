package io.marquee.data.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.data.ColumnMapping;
import io.marquee.data.Dataset;
import io.marquee.data.DatasetSpec;
import io.marquee.data.Progress;
import io.marquee.data.TimestampFormat;
import io.marquee.data.read.UnknownLayoutException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedMappingTest {

    private static final ColumnMapping MAPPING = new ColumnMapping(";", "", "UTF-8", true, 3, 1, 0, 2,
            OptionalInt.empty(), TimestampFormat.SECONDS, 1, 5, List.of(), List.of());

    private final Map<Path, ColumnMapping> kept = new HashMap<>();
    private final DatasetLoader loader = new DatasetLoader(new MappingMemory() {
        @Override
        public Optional<ColumnMapping> of(Path file) {
            return Optional.ofNullable(kept.get(file));
        }

        @Override
        public void remember(Path file, ColumnMapping mapping) {
            kept.put(file, mapping);
        }
    });

    @TempDir
    Path folder;

    @Test
    void aFileOpenedWithAMappingOpensByItselfFromThenOn() throws IOException {
        Path file = Files.writeString(folder.resolve("cups.txt"), "what;who;liked\ntea;ann;4\ntea;bob;2\nmilk;ann;5\n");
        DatasetSpec plain = DatasetSpec.of(file.toString());
        assertThatThrownBy(() -> loader.open(plain, Progress.NONE)).isInstanceOf(UnknownLayoutException.class);

        loader.open(plain.withMapping(MAPPING), Progress.NONE);
        Dataset again = loader.open(plain, Progress.NONE);
        assertThat(again.ratings().users().id(0)).isEqualTo("ann");
        assertThat(again.ratings().items().id(0)).isEqualTo("milk");
    }

    @Test
    void anotherFileOfTheSameNameIsLookedAtAnew() throws IOException {
        Path file = Files.writeString(folder.resolve("cups.txt"),
                "userId,movieId,rating,timestamp\n1,10,4.5,964982703\n2,10,3.0,964982703\n");
        kept.put(file, MAPPING);

        assertThat(loader.open(DatasetSpec.of(file.toString()), Progress.NONE).ratings().size()).isEqualTo(2);
    }

    @Test
    void aMappingThatDoesNotFitIsNotRemembered() throws IOException {
        Path file = Files.writeString(folder.resolve("cups.txt"), "what,who,liked\ntea,ann,4\n");

        assertThatThrownBy(() -> loader.open(DatasetSpec.of(file.toString()).withMapping(MAPPING), Progress.NONE))
                .isInstanceOf(IOException.class);
        assertThat(kept).isEmpty();
    }
}
