package io.marquee.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class BenchmarkCommandTest {

    @Test
    void comparesFastPathStockLayersAndDataPathInOneRun() throws IOException {
        Terminal terminal = Terminal.run(Services.local(), "benchmark", "--like", "ml-100k", "--hidden", "16",
                "--batch", "512", "--optimizer", "sgd", "--threads", "2", "--full", "--seconds", "0.2", "--json", "-");

        assertThat(terminal.exitCode()).as(terminal.err()).isEqualTo(ExitCode.OK);
        JsonNode report = terminal.json();
        double fast = report.path("fastRatingsPerSecond").asDouble();
        assertThat(fast).isPositive();
        assertThat(report.path("dataOnlyRatingsPerSecond").asDouble()).isGreaterThan(fast);
        assertThat(report.path("speedup").asDouble() * report.path("stockRatingsPerSecond").asDouble())
                .isBetween(fast * 0.999, fast * 1.001);
        assertThat(report.path("projectedEpochSeconds").asDouble() * fast).isBetween(16_000_209.0, 16_000_211.0);
        assertThat(report.path("dataShare").asDouble()).isPositive();
        // Two embeddings of 10, 16 hidden units, one output; as many again for the gradients of weights, and of inputs.
        double multiplyAdds = 3 * (20 * 16 + 16);
        assertThat(report.path("peakFraction").asDouble() * report.path("peakMultiplyAddsPerSecond").asDouble())
                .isCloseTo(multiplyAdds * fast, withinPercentage(0.1));
        JsonNode details = report.path("details");
        assertThat(details.path("comparisons").findValuesAsText("name")).containsExactly("threads-1", "batch-256",
                "optimizer-adam", "optimizer-nesterovs", "users-x10", "embedding-128");
        for (JsonNode comparison : details.path("comparisons")) {
            assertThat(comparison.path("ratio").asDouble() * comparison.path("baseRatingsPerSecond").asDouble())
                    .isCloseTo(comparison.path("ratingsPerSecond").asDouble(), withinPercentage(0.1));
        }
        assertThat(details.path("projectedEvaluationSeconds").asDouble()
                        * details.path("evaluationRatingsPerSecond").asDouble())
                .isCloseTo(4_000_053, withinPercentage(0.1));
        assertThat(terminal.err()).contains("2 threads", "Fast path", "Stock DL4J", "Data alone", "Protocol");
    }

    @Test
    void aMomentIsNotEnough() {
        Terminal terminal = Terminal.run(Services.local(), "benchmark", "--seconds", "0.1");

        assertThat(terminal.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("--seconds must be from 0.2 to 3600, not 0.1.");
    }

    @Test
    void asksAModelTrainedForThatOverHttp() throws IOException {
        Terminal terminal = Terminal.run(Services.local(), "benchmark", "--serve", "--like", "ml-100k", "--hidden", "16",
                "--seconds", "3", "--json", "-");

        assertThat(terminal.exitCode()).as(terminal.err()).isEqualTo(ExitCode.OK);
        JsonNode report = terminal.json();
        assertThat(report.path("movies").intValue()).isEqualTo(1700);
        assertThat(report.path("connections").intValue()).isPositive();
        JsonNode kinds = report.path("kinds");
        assertThat(kinds.findValuesAsText("name"))
                .containsExactly("computed", "prepared", "filtered", "rated", "new-user", "similar");
        for (JsonNode kind : kinds) {
            assertThat(kind.path("requestsPerSecond").doubleValue()).isPositive();
            assertThat(kind.path("ratio").doubleValue()).isPositive();
            assertThat(kind.path("processorMillis").doubleValue()).isPositive();
            assertThat(kind.path("medianMillis").doubleValue()).isPositive()
                    .isLessThanOrEqualTo(kind.path("slowMillis").doubleValue());
        }
        assertThat(kinds.path(0).path("ratio").doubleValue()).isEqualTo(1);
        assertThat(report.path("protocol").asText()).contains("5 turns", "16 connections");
        assertThat(terminal.err()).contains("Requests/s", "new-user", "Protocol");
    }

    @Test
    void askingOverHttpTakesAWhile() {
        Terminal terminal = Terminal.run(Services.local(), "benchmark", "--serve", "--seconds", "2.9");

        assertThat(terminal.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("--seconds must be 3.0 at least with --serve, not 2.9");
    }

    @Test
    void oneThingIsMeasuredAtATime() {
        Terminal terminal = Terminal.run(Services.local(), "benchmark", "--serve", "--import", "ratings.csv");

        assertThat(terminal.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("--recommend, --serve and --import measure different things");
    }
}
