package io.marquee.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonFileTest {

    record Note(String text, List<Integer> numbers) {}

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        JsonFile<Note> file = new JsonFile<>(folder.resolve("a/b/note.json"), Note.class);
        Note note = new Note("Amélie", List.of(1, 2));

        file.write(new Note("earlier", List.of()));
        file.write(note);

        assertThat(file.read()).contains(note);
        assertThat(folder.resolve("a/b")).isDirectoryContaining("glob:**note.json")
                .isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void withoutAFileThereIsNothingToRead() {
        assertThat(new JsonFile<>(folder.resolve("none.json"), Note.class).read()).isEmpty();
    }

    @Test
    void aDamagedFileIsSetAsideNotOverwritten() throws IOException {
        Path path = folder.resolve("note.json");
        Files.writeString(path, "{\"text\": \"half");

        assertThat(new JsonFile<>(path, Note.class).read()).isEmpty();
        assertThat(path).doesNotExist();
        assertThat(folder.resolve("note.json.unreadable")).hasContent("{\"text\": \"half");
    }

    @Test
    void aFileOfANewerProgramIsRead() throws IOException {
        Path path = folder.resolve("note.json");
        Files.writeString(path, "{\"text\": \"x\", \"numbers\": [], \"later\": true}");

        assertThat(new JsonFile<>(path, Note.class).read()).contains(new Note("x", List.of()));
    }
}
