package io.marquee.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir
    Path folder;

    /** A model saved into a shared folder is there to be opened by others, as any file this person makes. */
    @Test
    void whoMayReadItIsWhatTheSystemGivesNewFiles() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "this file system has no such permissions");
        Path usual = Files.createFile(folder.resolve("usual"));
        Path whole = folder.resolve("whole");

        WholeFile.write(whole, out -> out.write(1));

        assertThat(Files.getPosixFilePermissions(whole)).isEqualTo(Files.getPosixFilePermissions(usual));
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);

        WholeFile.write(link, out -> out.write("new".getBytes(StandardCharsets.UTF_8)));

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    /** Another file in its place would be the end of the device. */
    @Test
    void aDeviceIsWrittenToAsItIs() throws IOException {
        Path device = Path.of("/dev/full");
        assumeTrue(Files.isWritable(device), "this system has no device that is always full");

        assertThatThrownBy(() -> WholeFile.write(device, out -> out.write(new byte[1 << 20])))
                .isInstanceOf(FileSystemException.class).hasMessageContaining("/dev/full");
        WholeFile.write(Path.of("/dev/null"), out -> out.write(1));

        assertThat(Files.isRegularFile(device)).isFalse();
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    void whatFailsHalfWayLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old");

        assertThatThrownBy(() -> WholeFile.write(file, out -> {
            out.write(new byte[1 << 20]);
            throw new IOException("the disk is full");
        })).hasMessage("the disk is full");

        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }
}
