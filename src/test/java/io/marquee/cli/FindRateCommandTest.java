package io.marquee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FindRateCommandTest {

    @Test
    void suggestsARateAndShowsTheLossAtEach() throws IOException {
        Terminal terminal = Terminal.run(Services.local(), "find-rate", "--data", "matinee:100k", "--hidden", "16",
                "--batch", "128", "--sample-users", "700", "--json", "-");

        assertThat(terminal.exitCode()).as(terminal.err()).isEqualTo(ExitCode.OK);
        JsonNode report = terminal.json();
        double suggestion = report.path("suggestion").asDouble();
        assertThat(suggestion).isBetween(1e-6, 1.0);
        assertThat(report.path("points").size()).isGreaterThan(50);
        assertThat(terminal.err()).contains("Suggested learning rate for Adam: " + suggestion, "Protocol: one step at each rate");
    }
}
