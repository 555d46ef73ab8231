package io.marquee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenFilesTest {

    private final Services services = FakeServices.with(new ScriptedTraining());

    @TempDir
    Path folder;

    @Test
    void theWindowOpensWithTheFilesNamed() throws IOException {
        Path model = Files.createFile(folder.resolve("my.marquee"));
        assertThat(Terminal.run(services).exitCode()).isEqualTo(42);
        assertThat(Terminal.run(services, model.toString()).exitCode()).isEqualTo(43);
    }

    @Test
    void whatIsNoFileIsTakenForAMisspeltCommand() {
        Terminal terminal = Terminal.run(services, folder.resolve("missing.marquee").toString());
        assertThat(terminal.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("There is no command '" + folder.resolve("missing.marquee"));
    }
}
