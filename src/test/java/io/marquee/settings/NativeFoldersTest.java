package io.marquee.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeFoldersTest {

    @TempDir
    Path folder;

    @Test
    void aFolderThatCanBeMadeCanBeWrittenTo() throws IOException {
        assertThat(NativeFolders.canWrite(folder)).isTrue();
        assertThat(NativeFolders.canWrite(folder.resolve("not/there/yet"))).isTrue();
        assertThat(folder.resolve("not")).as("nothing is made by asking").doesNotExist();

        Path file = Files.createFile(folder.resolve("file"));
        assertThat(NativeFolders.canWrite(file)).isFalse();
        assertThat(NativeFolders.canWrite(file.resolve("below"))).isFalse();
    }

    /** Java's home of a user who is in no list is "?": it would be a folder wherever the program is started. */
    @Test
    void aRelativeFolderIsNone() {
        assertThat(NativeFolders.canWrite(Path.of("?", ".javacpp"))).isFalse();
    }

    @Test
    void theDataFolderComesBeforeATemporaryOne() {
        assertThat(NativeFolders.otherThanHome(folder.resolve("data"))).contains(folder.resolve("data/native"));
    }

    @Test
    void aTemporaryFolderIsOfThisPersonAloneAndHasAnotherNameEachTime() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Path first = NativeFolders.otherThanHome(file).orElseThrow();
        Path second = NativeFolders.otherThanHome(file).orElseThrow();

        assertThat(first).isDirectory().isNotEqualTo(second);
        if (Files.getFileStore(first).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(first))).isEqualTo("rwx------");
        }
        Files.createFile(Files.createDirectories(first.resolve("javacpp/linux")).resolve("lib.so"));
        NativeFolders.delete(first);
        NativeFolders.delete(second);
        assertThat(first).doesNotExist();
    }
}
