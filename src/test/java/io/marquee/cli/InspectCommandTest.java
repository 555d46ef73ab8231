package io.marquee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.marquee.data.InvalidDataException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.List;
import org.junit.jupiter.api.Test;

class InspectCommandTest {

    private final Services services = FakeServices.with(new ScriptedTraining());

    @Test
    void describesTheRatingsAsJson() throws IOException {
        JsonNode report = Terminal.run(services, "inspect", "somewhere", "--json").json();

        assertThat(report.path("ratings").asInt()).isEqualTo(3);
        assertThat(report.path("users").asInt()).isEqualTo(2);
        assertThat(report.path("items").asInt()).isEqualTo(3);
        assertThat(report.path("ratedItems").asInt()).isEqualTo(2);
        assertThat(report.path("minimum").asDouble()).isEqualTo(0.5);
        assertThat(report.path("maximum").asDouble()).isEqualTo(5);
        assertThat(report.path("mean").asDouble()).isEqualTo(8.5 / 3);
        assertThat(report.path("sparsity").asDouble()).isEqualTo(0.25);
        assertThat(report.path("userIdsContiguous").asBoolean()).isTrue();
        assertThat(report.path("itemIdsContiguous").asBoolean()).isFalse();
    }

    @Test
    void saysInWordsWhetherIdsWereContiguous() {
        Terminal terminal = Terminal.run(services, "inspect", "somewhere");

        assertThat(terminal.out())
                .contains("Users       2, ids contiguous")
                .contains("3, of which 2 are rated; ids of rated items not contiguous (re-indexed)");
        assertThat(terminal.exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void dataThatCannotBeUsedIsRefusedInTheImportersWords() {
        Terminal terminal = Terminal.run(failing(new InvalidDataException("ratings.csv, line 7: 'x' is no rating.")),
                "inspect", "somewhere");

        assertThat(terminal.err()).isEqualToIgnoringNewLines("ratings.csv, line 7: 'x' is no rating.");
        assertThat(terminal.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void aFileThatMayNotBeReadIsNamed() {
        Terminal terminal = Terminal.run(failing(new AccessDeniedException("/secret/ratings.csv")), "inspect", "x");

        assertThat(terminal.err()).contains("You may not read or write /secret/ratings.csv");
    }

    @Test
    void whatNobodyExpectedBecomesASentenceThatNamesTheLog() {
        Services broken = new Services((spec, progress) -> {
            throw new IllegalStateException("a bug");
        }, services.training(), services.devices(), services.recommender(), services.history());

        Terminal terminal = Terminal.run(broken, "inspect", "x");

        assertThat(terminal.err()).contains("Something went wrong inside Marquee", "a bug", "marquee.log")
                .doesNotContain("\tat ");
        assertThat(terminal.exitCode()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void tooLittleMemoryBecomesASentenceThatSaysHowToGiveMore() {
        Services greedy = new Services((spec, progress) -> {
            throw new OutOfMemoryError("Java heap space");
        }, services.training(), services.devices(), services.recommender(), services.history());

        Terminal terminal = Terminal.run(greedy, "inspect", "x");

        assertThat(terminal.err()).contains("Not enough memory", "MARQUEE_MEMORY");
        assertThat(terminal.exitCode()).isEqualTo(ExitCode.FAILED);
    }

    private Services failing(IOException problem) {
        return new Services((spec, progress) -> {
            throw problem;
        }, services.training(), () -> List.of(), services.recommender(), services.history());
    }
}
