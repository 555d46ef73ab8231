package io.marquee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.marquee.data.Dataset;
import io.marquee.data.ImportReport;
import io.marquee.data.InvalidDataException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void theJsonHoldsWhatTheDataRoomShows() throws IOException {
        JsonNode report = Terminal.run(services, "inspect", "somewhere", "--json").json();

        assertThat(report.path("dataset").asText()).isEqualTo("Four walls");
        assertThat(report.path("noiseFloor").asDouble()).isEqualTo(0.61);
        assertThat(report.path("ratingHistogram").findValuesAsText("ratings")).containsExactly("1", "1", "1");
        assertThat(report.path("ratingsPerUser").path("quantiles").path("median").asDouble()).isEqualTo(1.5);
        assertThat(report.path("ratingsPerItem").path("members").asInt()).isEqualTo(2);
        assertThat(report.path("neverRated").asInt()).isEqualTo(1);
        assertThat(report.path("firstRating").isNull()).isTrue();
        assertThat(report.path("genres").get(0).path("genre").asText()).isEqualTo("Crime");
        assertThat(report.path("mostRated").get(0).path("title").asText()).isEqualTo("Alien");
        assertThat(report.path("bestRated").get(0).path("weightedMean").asDouble()).isPositive();
        assertThat(report.path("importReport").path("duplicates").asInt()).isEqualTo(1);
    }

    @Test
    void peopleReadWhatIsRatedHowOftenAndBest() {
        assertThat(Terminal.run(services, "inspect", "somewhere").out())
                .contains("Ratings given", "Ratings per user", "Ratings per movie", "Few ratings", "Genres", "Crime",
                        "Most rated", "Best rated", "Heat (1995)", "overall mean")
                .doesNotContain("Ratings over time");
    }

    @Test
    void theImportReportIsWrittenWhereAskedFor(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report.csv");
        Terminal terminal = Terminal.run(services, "inspect", "somewhere", "--json", "--import-report", file.toString());

        assertThat(Files.readString(file)).contains("rows read,4", "1 rating came twice");
        assertThat(terminal.err()).contains("report.csv");
        assertThat(Terminal.run(services, "inspect", "x", "--import-report", folder.toString()).err())
                .contains("is a folder");
    }

    @Test
    void rowsThatWereLeftOutAreNamedWithFileLineAndValue(@TempDir Path folder) throws IOException {
        Path ratings = folder.resolve("ratings.csv");
        StringBuilder rows = new StringBuilder("userId,movieId,rating,timestamp\n");
        for (int i = 0; i < 20; i++) {
            rows.append("1,").append(i).append(",3.5,0\n");
        }
        rows.append("2,1,NaN,0\n2,2,7.5,0\n-3,1,3.0,0\n2,3000000000000,3.0,0\n2,4,3.0\n");
        Files.writeString(ratings, rows);

        Terminal terminal = Terminal.run(Services.local(), "inspect", ratings.toString());

        assertThat(terminal.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(terminal.err())
                .containsPattern("Left out: ratings.csv, line 22: .*NaN")
                .containsPattern("Left out: ratings.csv, line 23: .*7\\.5")
                .containsPattern("Left out: ratings.csv, line 24: .*-3")
                .containsPattern("Left out: ratings.csv, line 25: .*3000000000000")
                .containsPattern("Left out: ratings.csv, line 26: ");
    }

    @Test
    void whatNumbersOfRatingsLeaveIsShownForTheUsualSplit() throws IOException {
        Terminal terminal = Terminal.run(Services.local(), "inspect", "matinee:100k", "--min-movie-ratings", "50", "--json");

        JsonNode report = terminal.json();
        assertThat(terminal.err()).contains("Filter: at least 50 ratings per movie in the train part: ",
                String.format("%,d ratings", report.path("ratings").asInt()), "random 80/20, seed 42");
        assertThat(report.path("ratingsPerItem").path("quantiles").path("minimum").asInt()).isGreaterThanOrEqualTo(50);
        assertThat(Terminal.run(services, "inspect", "x", "--min-user-ratings", "9").err())
                .contains("The filter leaves nothing");
    }

    @Test
    void manyReasonsAreCutShort() {
        Services cut = services.opening((spec, progress) -> {
            Dataset good = FakeServices.dataset();
            List<String> reasons = IntStream.range(2, 40).mapToObj(line -> "r.csv, line " + line + ": bad.").toList();
            return new Dataset(good.name(), good.ratings(), good.catalogue(),
                    new ImportReport(41, 3, 0, 0, List.of(), 38, reasons), good.noiseFloor(), good.publishedTrainRows());
        });

        assertThat(Terminal.run(cut, "inspect", "x").err())
                .contains("r.csv, line 11: bad.", "Left out: more rows")
                .doesNotContain("line 12");
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
        Services broken = services.opening((spec, progress) -> {
            throw new IllegalStateException("a bug");
        });

        Terminal terminal = Terminal.run(broken, "inspect", "x");

        assertThat(terminal.err()).contains("Something went wrong inside Marquee", "a bug", "marquee.log")
                .doesNotContain("\tat ");
        assertThat(terminal.exitCode()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void tooLittleMemoryBecomesASentenceThatSaysHowToGiveMore() {
        Services greedy = services.opening((spec, progress) -> {
            throw new OutOfMemoryError("Java heap space");
        });

        Terminal terminal = Terminal.run(greedy, "inspect", "x");

        assertThat(terminal.err()).contains("Not enough memory", "MARQUEE_MEMORY");
        assertThat(terminal.exitCode()).isEqualTo(ExitCode.FAILED);
    }

    private Services failing(IOException problem) {
        return services.opening((spec, progress) -> {
            throw problem;
        });
    }
}
