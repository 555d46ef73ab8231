package io.marquee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthesizeCommandTest {

    private static final Services SERVICES = Services.local();

    @TempDir
    Path folder;

    private Terminal first;

    @BeforeEach
    void writeASmallOne() {
        first = Terminal.run(SERVICES, "synthesize", "--like", "ml-100k", "--seed", "7", "--out",
                folder.resolve("a").toString());
    }

    @Test
    void writesFilesThatInspectReads() throws IOException {
        assertThat(first.exitCode()).as(first.err()).isEqualTo(ExitCode.OK);
        assertThat(first.out()).contains("Wrote 100,000 ratings");

        Terminal inspection = Terminal.run(SERVICES, "inspect", folder.resolve("a").toString(), "--json");

        assertThat(inspection.json().path("ratings").asInt()).isEqualTo(100_000);
        assertThat(inspection.json().path("minimum").asDouble()).isEqualTo(0.5);
        assertThat(inspection.json().path("maximum").asDouble()).isEqualTo(5);
    }

    @Test
    void sameSeedWritesTheSameRatings() {
        Terminal.run(SERVICES, "synthesize", "--like", "100k", "--seed", "7", "--out", folder.resolve("b").toString());

        assertThat(folder.resolve("b/ratings.csv")).hasSameBinaryContentAs(folder.resolve("a/ratings.csv"));
        assertThat(folder.resolve("b/movies.csv")).hasSameBinaryContentAs(folder.resolve("a/movies.csv"));
    }

    @Test
    void doesNotReplaceFilesUnlessToldTo() {
        String out = folder.resolve("a").toString();

        Terminal refused = Terminal.run(SERVICES, "synthesize", "--like", "ml-100k", "--out", out);
        Terminal told = Terminal.run(SERVICES, "synthesize", "--like", "ml-100k", "--out", out, "--overwrite");

        assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.err()).contains("ratings.csv exists already");
        assertThat(told.exitCode()).isEqualTo(ExitCode.OK);
    }
}
