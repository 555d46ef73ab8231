package io.marquee.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs run here are a Unix shell's")
class SystemCommandTest {

    private final SystemCommand command = new SystemCommand();

    @Test
    void whatAProgramPrintsIsReturned() throws IOException {
        assertThat(command.of(shell("echo one; echo two"), Duration.ofSeconds(20))).contains("one\ntwo\n");
    }

    @Test
    void aMissingProgramPrintsNothing() throws IOException {
        assertThat(command.of(List.of("marquee-no-such-program"), Duration.ofSeconds(20))).isEmpty();
    }

    @Test
    void aFailingProgramIsQuoted() {
        assertThatThrownBy(() -> command.of(shell("echo no driver; exit 9"), Duration.ofSeconds(20)))
                .isInstanceOf(IOException.class).hasMessageContaining("no driver");
    }

    @Test
    void aHangingProgramIsKilled() {
        assertThatThrownBy(() -> command.of(shell("exec sleep 600"), Duration.ofMillis(200)))
                .isInstanceOf(IOException.class).hasMessageContaining("did not answer");
    }

    @Test
    void aProgramThatPrintsWithoutEndIsKilled() {
        assertThatThrownBy(() -> command.of(shell("exec yes"), Duration.ofSeconds(20))).isInstanceOf(IOException.class);
    }

    private static List<String> shell(String script) {
        return List.of("sh", "-c", script);
    }
}
