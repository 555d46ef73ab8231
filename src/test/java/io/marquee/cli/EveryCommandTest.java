package io.marquee.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on the real rooms, one after the other as a person would use them. */
class EveryCommandTest {

    @TempDir
    static Path folder;

    private static final Services SERVICES = Services.local();
    private static Path model;
    private static Terminal training;

    @BeforeAll
    static void trainASmallModel() {
        model = folder.resolve("small.marquee");
        training = Terminal.run(SERVICES, "train", "--data", "matinee:100k", "--embedding", "4", "--hidden", "8",
                "--batch", "256", "--epochs", "2", "--save", model.toString(), "--json", "-");
    }

    @Test
    void trainReportsEachEpochAndSavesTheModel() throws IOException {
        assertThat(training.exitCode()).as(training.err()).isEqualTo(ExitCode.OK);
        JsonNode report = training.json();
        assertThat(report.path("epochs")).hasSize(2);
        assertThat(report.path("protocol").path("trainRatings").asInt()).isEqualTo(80_000);
        assertThat(report.path("epochs").path(1).path("testMse").asDouble())
                .isBetween(report.path("noiseFloor").asDouble() * 0.9, 1.3);
        assertThat(training.err()).contains("Saved the model of epoch 2 as " + model);
        assertThat(model).exists();
    }

    @Test
    void theReportHoldsBaselinesErrorsAndARankingWithItsProtocol() throws IOException {
        JsonNode report = training.json();

        assertThat(report.path("baselines")).hasSize(3);
        double previous = Double.POSITIVE_INFINITY;
        for (JsonNode baseline : report.path("baselines")) {
            assertThat(baseline.path("name").asText()).isNotBlank();
            assertThat(baseline.path("testMse").asDouble()).isLessThan(previous);
            previous = baseline.path("testMse").asDouble();
        }
        JsonNode errors = report.path("errors");
        assertThat(errors.path("overall").path("mse").asDouble())
                .isCloseTo(report.path("epochs").path(1).path("testMse").asDouble(), within(1e-9));
        assertThat(errors.path("byRating")).hasSize(10);
        assertThat(errors.path("residuals")).hasSize(36);
        assertThat(errors.path("calibration").path(0).path("meanRating").isNumber()).isTrue();
        JsonNode ranking = report.path("ranking");
        assertThat(ranking.path("protocol").asText()).contains("users with a relevant movie in the test part");
        assertThat(ranking.path("models").path(0).path("ndcg").asDouble()).isBetween(0.0, 1.0);
        assertThat(training.err()).contains("Baselines: test MSE ", "by biased matrix factorisation", "MAE ");
    }

    @Test
    void aSavedModelIsMeasuredOnTheRatingsItCarries() throws IOException {
        JsonNode measured =
                Terminal.run(SERVICES, "evaluate", "--model", model.toString(), "--ranking-users", "50", "--json").json();

        // Another order of the same sums.
        assertThat(measured.path("errors").path("overall").path("mse").asDouble())
                .isCloseTo(training.json().path("errors").path("overall").path("mse").asDouble(), within(1e-9));
        assertThat(measured.path("errors").path("residuals")).isEqualTo(training.json().path("errors").path("residuals"));
        assertThat(measured.path("ratings").asInt()).isEqualTo(20_000);
        assertThat(measured.path("ranking").path("users").asInt()).isEqualTo(50);
        assertThat(measured.path("protocol").asText()).contains("the ratings held out from training");
    }

    @Test
    void errorsAndRankingArePrintedForPeople() {
        Terminal terminal = Terminal.run(SERVICES, "evaluate", "--model", model.toString());

        assertThat(terminal.out()).contains("Errors by rating", "Errors by the user's train ratings",
                "Errors by the movie's train ratings", "Residuals (prediction - rating)", "Calibration (by prediction)",
                "NDCG@10", "Network", "Most rated first", "Ranking protocol: for all");
        assertThat(Terminal.run(SERVICES, "evaluate", "--model", model.toString(), "--ranking-users", "0").out())
                .doesNotContain("NDCG");
    }

    @Test
    void sameSeedGivesTheSameErrors() throws IOException {
        Terminal again = Terminal.run(SERVICES, "train", "--data", "matinee:100k", "--embedding", "4", "--hidden", "8",
                "--batch", "256", "--epochs", "1", "--json", "-");

        assertThat(again.json().path("epochs").path(0).path("testMse"))
                .isEqualTo(training.json().path("epochs").path(0).path("testMse"));
    }

    @Test
    void crossValidationTrainsEachFoldAndGivesMeanAndSpread() throws IOException {
        StringBuilder rows = new StringBuilder("userId,movieId,rating,timestamp\n");
        for (int i = 0; i < 300; i++) {
            rows.append(i % 20 + 1).append(',').append(i % 17 + 1).append(',').append(1 + i * 7 % 9 / 2.0).append(',')
                    .append(i).append('\n');
        }
        Path file = Files.writeString(folder.resolve("few.csv"), rows);

        Terminal terminal = Terminal.run(SERVICES, "train", "--data", file.toString(), "--folds", "3", "--embedding", "2",
                "--hidden", "4", "--batch", "64", "--epochs", "2", "--json", "-");

        assertThat(terminal.exitCode()).as(terminal.err()).isEqualTo(ExitCode.OK);
        assertThat(terminal.err()).contains("Fold 1 of 3", "Fold 3 of 3", "fold 2 of 3, seed 42: 200 train, 100 test")
                .containsPattern("Cross-validation, 3 folds: test MSE \\d\\.\\d{4} ± \\d\\.\\d{4}, RMSE");
        JsonNode report = terminal.json();
        double sum = 0;
        for (JsonNode run : report.path("runs")) {
            sum += run.path("epochs").path(1).path("testMse").asDouble();
        }
        assertThat(report.path("testMse").path("mean").asDouble()).isCloseTo(sum / 3, within(1e-9));
        assertThat(report.path("testMse").path("standardDeviation").asDouble()).isPositive();
        assertThat(report.path("testRmse").path("count").asInt()).isEqualTo(3);
    }

    @Test
    void recommendPrintsRankedMoviesAsJson() throws IOException {
        Terminal terminal = Terminal.run(SERVICES, "recommend", "--model", model.toString(), "--user", "7", "--top", "5",
                "--json");

        JsonNode report = terminal.json();
        assertThat(report.path("user").asInt()).isEqualTo(7);
        JsonNode list = report.path("recommendations");
        assertThat(list).hasSize(5);
        for (int i = 0; i < 5; i++) {
            assertThat(list.path(i).path("rank").asInt()).isEqualTo(i + 1);
            assertThat(list.path(i).path("movieId").isNumber()).isTrue();
            assertThat(list.path(i).path("title").asText()).isNotBlank();
            assertThat(list.path(i).path("genres").isArray()).isTrue();
            assertThat(list.path(i).has("year")).isTrue();
            assertThat(list.path(i).path("predictedRating").asDouble()).isBetween(0.5, 5.0);
        }
        assertThat(terminal.exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void recommendShowsPeopleWhatTheUserLikedToo() {
        Terminal terminal = Terminal.run(SERVICES, "recommend", "--model", model.toString(), "--user", "7");

        assertThat(terminal.out()).contains("User 7 has rated", "Recommended, with predicted stars:", "  10  ");
    }

    @Test
    void anUnknownUserIsRefusedWithTheIdsThereAre() {
        Terminal terminal = Terminal.run(SERVICES, "recommend", "--model", model.toString(), "--user", "1234567");

        assertThat(terminal.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.err()).contains("User 1234567 is not in the dataset");
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void exportWritesTheListsOfAllUsersAsRecommendGivesThem() throws IOException {
        Path file = folder.resolve("lists.csv");

        Terminal terminal = Terminal.run(SERVICES, "export", "--model", model.toString(), "--format", "csv", "--top", "3",
                "--titles", "--out", file.toString());

        assertThat(terminal.exitCode()).as(terminal.err()).isEqualTo(ExitCode.OK);
        assertThat(terminal.err()).contains("Wrote the lists of ", " users to " + file);
        assertThat(Files.readAllLines(file).get(0)).isEqualTo("userId,rank,movieId,predictedRating,title");
        Path again = folder.resolve("again.csv");
        assertThat(Terminal.run(SERVICES, "recommend", "--model", model.toString(), "--all-users", "--top", "3", "--titles",
                "--out", again.toString()).exitCode()).isEqualTo(ExitCode.OK);
        assertThat(again).hasSameTextualContentAs(file);
        JsonNode best = Terminal.run(SERVICES, "recommend", "--model", model.toString(), "--user", "7", "--json").json()
                .path("recommendations").path(0);
        assertThat(Files.readAllLines(file).stream().filter(line -> line.startsWith("7,1,")).findFirst().orElseThrow())
                .startsWith("7,1," + best.path("movieId").asText() + ",");
    }

    @Test
    void exportWritesEmbeddingsAndNetworks() {
        for (String[] kind : new String[][] {{"tsv", "embeddings", "vectors.tsv"}, {"dl4j", "network.zip", ""},
            {"onnx", "network.onnx", ""}}) {
            Path out = folder.resolve(kind[1]);
            Terminal terminal = Terminal.run(SERVICES, "export", "--model", model.toString(), "--format", kind[0], "--out",
                    out.toString());
            assertThat(terminal.exitCode()).as(terminal.err()).isEqualTo(ExitCode.OK);
            assertThat(terminal.err()).contains("Wrote " + out.resolve(kind[2]));
        }
    }

    @Test
    void evaluateMeasuresAModelOnAFile() throws IOException {
        Path file = folder.resolve("ratings.csv");
        Files.writeString(file, "userId,movieId,rating,timestamp\n1,1,4.0,1\n1,2,3.5,2\n99999999,1,3.0,3\n");

        Terminal terminal = Terminal.run(SERVICES, "evaluate", "--model", model.toString(), "--ratings",
                file.toString(), "--json");

        JsonNode report = terminal.json();
        assertThat(report.path("ratings").asInt()).isEqualTo(3);
        assertThat(report.path("coldUsers").asInt()).isEqualTo(1);
        assertThat(report.path("rmse").asDouble()).isCloseTo(Math.sqrt(report.path("mse").asDouble()), within(1e-9));
        assertThat(report.path("mae").asDouble()).isPositive();
        assertThat(report.path("protocol").asText()).contains("mean over all 3 ratings", "model of epoch 2");
    }

    @Test
    void evaluateSaysWhenTheModelHasSeenTheRatings() {
        Terminal terminal = Terminal.run(SERVICES, "evaluate", "--model", model.toString(), "--ratings", "matinee:100k");

        assertThat(terminal.err()).contains("these are the ratings the model was trained on");
        assertThat(terminal.out()).contains("RMSE", "MAE", "Protocol");
    }

    @Test
    void whatIsNoModelIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("letter.txt"), "Dear Sir or Madam");

        Terminal terminal = Terminal.run(SERVICES, "recommend", "--model", file.toString(), "--user", "1");

        assertThat(terminal.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.err()).contains("letter.txt is not a usable Marquee model").doesNotContain("\tat ");
    }

    @Test
    void aMissingFolderIsNamed() {
        Terminal terminal = Terminal.run(SERVICES, "train", "--data", folder.resolve("nowhere").toString());

        assertThat(terminal.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.err()).contains("nowhere").doesNotContain("Exception");
    }
}
