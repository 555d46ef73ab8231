package io.marquee.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.ColumnMapping;
import io.marquee.data.TimestampFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingFileTest {

    private static final ColumnMapping MAPPING = new ColumnMapping("::", "\"", "ISO-8859-1", true, 5, 4, 2, 0,
            OptionalInt.of(1), TimestampFormat.DATE, 1, 10, List.of(99.0), List.of(0.0));

    @TempDir
    Path folder;

    @Test
    void aMappingComesBackForTheSameFileHoweverItIsNamed() {
        Path kept = folder.resolve("config/columns.json");
        new MappingFile(kept).remember(folder.resolve("a/../ratings.txt"), MAPPING);

        assertThat(new MappingFile(kept).of(folder.resolve("ratings.txt"))).contains(MAPPING);
        assertThat(new MappingFile(kept).of(folder.resolve("other.txt"))).isEmpty();
    }

    @Test
    void onlyTheFilesMappedLastAreKept() {
        MappingFile memory = new MappingFile(folder.resolve("columns.json"));
        for (int i = 0; i < 205; i++) {
            memory.remember(folder.resolve(i + ".csv"), MAPPING);
        }

        assertThat(memory.of(folder.resolve("4.csv"))).isEmpty();
        assertThat(memory.of(folder.resolve("5.csv"))).isPresent();
        assertThat(memory.of(folder.resolve("204.csv"))).isPresent();
    }

    @Test
    void whatCannotBeWrittenIsNoError() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        MappingFile memory = new MappingFile(file.resolve("columns.json"));
        memory.remember(folder.resolve("a.csv"), MAPPING);

        assertThat(memory.of(folder.resolve("a.csv"))).isEmpty();
    }
}
