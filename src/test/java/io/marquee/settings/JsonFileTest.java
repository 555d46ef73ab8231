package io.marquee.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    private List<String> told(Path path) {
        List<String> told = new ArrayList<>();
        JsonFile<Note> file = new JsonFile<>(path, Note.class, told::add);
        file.read();
        file.read();
        return told;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "42", "[]", "{\"text\":", "\0\1\2", "<html>", "{\"text\":NaN}", "{\"text\":\"a\"}}}"})
    void whatIsNoneOfItIsToldAndKept(String text) throws IOException {
        Path path = Files.writeString(folder.resolve("note.json"), text);
        boolean readable = text.endsWith("}}}");

        assertThat(told(path)).hasSize(readable ? 0 : 1).allMatch(sentence -> sentence.startsWith(path + " cannot be understood (")
                && sentence.endsWith("), so defaults are used. It is kept as note.json.unreadable."));
        assertThat(readable ? path : folder.resolve("note.json.unreadable")).hasContent(text);
    }

    @Test
    void nestingWithoutEndIsRefused() throws IOException {
        Path path = Files.writeString(folder.resolve("note.json"), "{\"text\":" + "[".repeat(200_000));

        assertThat(told(path)).singleElement().asString().contains("cannot be understood");
    }

    @Test
    void whatIsFarTooLargeIsNotRead() throws IOException {
        Path path = folder.resolve("note.json");
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength((16L << 20) + 1);
        }

        assertThat(told(path)).singleElement().asString().contains("it is larger than 16 MB");
        assertThat(folder.resolve("note.json.unreadable")).exists();
    }

    @Test
    void oneValueThatCannotBeUsedDoesNotTakeTheOthersWithIt() throws IOException {
        Path path = folder.resolve("note.json");
        String text = "{\"text\": {\"no\": \"text\"}, \"numbers\": [1, \"x\", [2], 3, null]}";
        Files.writeString(path, text);
        List<String> told = new ArrayList<>();
        JsonFile<Note> file = new JsonFile<>(path, Note.class, told::add);
        Note expected = new Note(null, Arrays.asList(1, 3, null));

        assertThat(file.read()).contains(expected);
        assertThat(file.read()).as("what can be used stays").contains(expected);
        assertThat(told).containsExactly("Some of " + path + " cannot be used (text, numbers), so defaults stand in for it. It is "
                + "kept as note.json.unreadable.");
        assertThat(folder.resolve("note.json.unreadable")).hasContent(text);
    }

    @Test
    void whatWasSetAsideBeforeIsNotWrittenOver() throws IOException {
        Path path = folder.resolve("note.json");
        for (String text : List.of("one", "two", "three")) {
            Files.writeString(path, text);
            assertThat(new JsonFile<>(path, Note.class).read()).isEmpty();
        }

        assertThat(folder.resolve("note.json.unreadable")).hasContent("one");
        assertThat(folder.resolve("note.json.unreadable-2")).hasContent("two");
        assertThat(folder.resolve("note.json.unreadable-3")).hasContent("three");
    }

    @Test
    void aFolderOfThatNameIsToldOnceAndLeftAlone() throws IOException {
        Path path = Files.createDirectory(folder.resolve("note.json"));
        Files.createFile(path.resolve("mine"));
        List<String> told = new ArrayList<>();
        JsonFile<Note> file = new JsonFile<>(path, Note.class, told::add);

        assertThat(file.read()).isEmpty();
        assertThat(file.read()).isEmpty();
        assertThat(told).containsExactly(path + " cannot be read (it is a folder), so defaults are used, and changes to them are "
                + "not kept. Correct that and start again.");
        assertThatThrownBy(() -> file.write(new Note("x", List.of()))).isInstanceOf(IOException.class)
                .hasMessageContaining("is not written over");
        assertThat(path.resolve("mine")).exists();
    }

    /** Its contents may be in order, so it is not written over. */
    @Test
    void aFileThatMayNotBeReadStays() throws IOException {
        Path path = Files.writeString(folder.resolve("note.json"), "{\"text\": \"mine\"}");
        assumeTrue(path.toFile().setReadable(false) && !Files.isReadable(path), "who runs the tests may read everything");
        List<String> told = new ArrayList<>();
        JsonFile<Note> file = new JsonFile<>(path, Note.class, told::add);

        assertThat(file.read()).isEmpty();
        assertThat(told).singleElement().asString().contains("cannot be read (you may not read or write");
        assertThatThrownBy(() -> file.write(new Note("x", List.of()))).isInstanceOf(IOException.class);
        assertThat(path.toFile().setReadable(true)).isTrue();
        assertThat(path).hasContent("{\"text\": \"mine\"}");
    }

    @Test
    void aFileOfANewerProgramIsRead() throws IOException {
        Path path = folder.resolve("note.json");
        Files.writeString(path, "{\"text\": \"x\", \"numbers\": [], \"later\": true}");

        assertThat(new JsonFile<>(path, Note.class).read()).contains(new Note("x", List.of()));
    }
}
