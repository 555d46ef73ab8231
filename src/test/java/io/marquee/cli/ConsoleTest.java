package io.marquee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    /** A title from a stranger's model: it would colour the terminal, rename its window and go back over the line. */
    private static final String HOSTILE = "\u001b[31mHeat\u001b]0;owned\u0007 (1995)\r\u009b2J";

    @Test
    void whatCommandsATerminalIsNotPassedOn() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = Console.captured(out, err);

        console.result("%d  %s", 1, HOSTILE);
        console.say("No movie is like " + HOSTILE + ".");

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines("1  ?[31mHeat?]0;owned? (1995)??2J\n");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("?[31mHeat").doesNotContain("\u001b", "\u0007", "\u009b");
    }

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    @Test
    void resultsThatGotLostAreAFailure() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int exitCode = new Cli(Console.captured(failing("No space left on device"), err), FakeServices.with(null), files -> 0)
                .run("--version");

        assertThat(exitCode).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("The results could not be written to standard output: No space left on device.");
    }

    @Test
    void whoClosesThePipeHasSeenEnough() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int exitCode = new Cli(Console.captured(failing("Broken pipe"), err), FakeServices.with(null), files -> 0)
                .run("--version");

        assertThat(exitCode).isEqualTo(ExitCode.OK);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void linesTabsAndLettersOfAllLanguagesStay() {
        String text = "Am\u00e9lie\t\u4e03\u4eba\u306e\u4f8d\n\u041d\u043e\u0447\u043d\u043e\u0439 \ud83c\udfac";

        assertThat(Console.harmless(text)).isEqualTo(text);
    }
}
