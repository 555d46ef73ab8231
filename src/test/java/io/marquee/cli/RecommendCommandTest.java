package io.marquee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.marquee.data.AgeGroup;
import io.marquee.data.Gender;
import io.marquee.data.UserAttributes;
import io.marquee.model.ModelFile;
import io.marquee.recommend.RandomModels;
import io.marquee.train.Runs;
import io.marquee.train.TinyData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Movies are "Film 1" (1991), "Film 2" (1992), ...; odd ones are dramas of one taste, even ones comedies of the other.
 */
class RecommendCommandTest {

    @TempDir
    static Path folder;

    private static Path model;

    @BeforeAll
    static void train() throws InterruptedException, IOException {
        model = folder.resolve("tiny.marquee");
        ModelFile.save(Runs.model(TinyData.twoTastes(40, 30, 1), Runs.small().toBuilder().epochs(40).build()), model);
    }

    private static Terminal run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("recommend", "--model", model.toString()));
        all.addAll(List.of(arguments));
        return Terminal.run(Services.local(), all.toArray(String[]::new));
    }

    @Test
    void ownRatingsAreFoldedIn() throws IOException {
        Terminal terminal = run("--rate", "Film 1 (1991)=5", "film 3=5", "40=1", "--top", "5", "--json");

        assertThat(terminal.exitCode()).as(terminal.err()).isEqualTo(ExitCode.OK);
        JsonNode report = terminal.json();
        assertThat(report.path("user").isNull()).isTrue();
        assertThat(report.path("recommendations")).hasSize(5)
                .allMatch(each -> each.path("movieId").asInt() / 10 % 2 == 1 && each.path("why").isMissingNode());
    }

    @Test
    void whatTheUserSaidOfThemselvesIsToldWhereTheDatasetTells() throws IOException {
        Path described = folder.resolve("described.marquee");
        ModelFile.save(RandomModels.describing(RandomModels.of(6, 8, 2, List.of(4), 1), Map.of("2",
                new UserAttributes(Gender.FEMALE, AgeGroup.FROM_25, "programmer"))), described);
        String[] ask = {"recommend", "--model", described.toString(), "--user", "2", "--include-rated"};

        assertThat(Terminal.run(Services.local(), ask).out()).contains("User 2 (woman, 25-34, programmer) has rated");
        ask[4] = "1";
        assertThat(Terminal.run(Services.local(), ask).out()).contains("User 1 has rated");
        JsonNode about = Terminal.run(Services.local(), "recommend", "--model", described.toString(), "--user", " 2 ",
                "--json").json().path("userAttributes");
        assertThat(about.path("gender").asText()).isEqualTo("female");
        assertThat(about.path("ageGroup").asText()).isEqualTo("25-34");
        assertThat(run("--user", "7", "--json").json().has("userAttributes")).isFalse();
    }

    @Test
    void reasonsNameRatingsAndGenres() throws IOException {
        JsonNode entry = run("--user", "7", "--explain", "--json").json().path("recommendations").path(0);
        assertThat(entry.path("why").path("ratings")).hasSize(3).allMatch(each -> each.path("effect").isNumber());
        assertThat(entry.path("why").path("genres").path(0).path("genre").asText()).isEqualTo("Drama");

        assertThat(run("--rate", "Film 1=5", "Film 2=1", "--explain").out())
                .contains("You have rated 2 movies:", "rated 5.0: Film 1 (1991)", "genres: Drama");
    }

    @Test
    void filtersAndDiversityNarrowTheList() throws IOException {
        JsonNode list = run("--user", "7", "--genre", "Comedy", "--from-year", "2000", "--to-year", "2010",
                "--include-rated", "--diversity", "0.5", "--min-ratings", "5", "--json").json().path("recommendations");

        assertThat(list).isNotEmpty().allMatch(each -> each.path("genres").path(0).asText().equals("Comedy")
                && each.path("year").asInt() >= 2000 && each.path("year").asInt() <= 2010
                && each.path("ratingCount").asInt() >= 5);
    }

    @Test
    void actualRatingsOfTheTestPartAreMarked() throws IOException {
        JsonNode list = run("--user", "7", "--include-test", "--top", "30", "--json").json().path("recommendations");

        assertThat(list).anyMatch(each -> each.path("actualInTest").asBoolean()
                && each.path("actualRating").isNumber());
        assertThat(run("--user", "7", "--include-test", "--top", "30").out()).contains(", test part]");
    }

    @Test
    void similarMoviesAreFoundByAMisspeltTitle() throws IOException {
        Terminal terminal = run("--similar", "flim 12", "--top", "4", "--json");

        assertThat(terminal.err()).contains("Took \"flim 12\" as Film 12 (2002).");
        assertThat(terminal.json().path("title").asText()).isEqualTo("Film 12");
        assertThat(terminal.json().path("similar")).hasSize(4)
                .allMatch(each -> each.path("sharedGenres").path(0).asText().equals("Comedy"));
        assertThat(run("--similar", "Film 12").out()).contains("Similar to Film 12 (2002)");
    }

    @Test
    void whatIsAmbiguousOrUnknownIsSaidSo() {
        assertThat(run("--similar", "film").err()).contains("Several movies").contains("Film ");
        assertThat(run("--similar", "zzzzzz").err()).contains("No movie of this model has a title like");
        assertThat(run("--rate", "Film 1=6").err()).contains("'6' is not a number of stars from 0.5 to 5.0");
        assertThat(run("--rate", "Film 1").err()).contains("equals sign");
        assertThat(run("--user", "7", "--genre", "Opera").err()).contains("no genre 'Opera'").contains("Comedy, Drama");
        assertThat(run("--user", "7", "--similar", "Film 1").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run().err()).contains("--user").contains("--rate");
        assertThat(run("--similar", "Film 1", "--explain").err()).contains("--similar goes with");
        assertThat(run("--user", "7", "--diversity", "2").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run("--user", "7", "--from-year", "2000", "--to-year", "1990").err()).contains("No year is from "
                + "2000");
    }

    @Test
    void profilesAndListsAreReadTogether() throws IOException {
        Path list = Files.writeString(folder.resolve("list.csv"), "title,rating\nFilm 1,5\nUnheard of,3\n");
        Path profile = Files.writeString(folder.resolve("me.json"),
                "{\"format\":\"marquee-profile\",\"formatVersion\":1,"
                + "\"scale\":{\"minimum\":0.5,\"maximum\":5,\"step\":0.5},"
                + "\"ratings\":[{\"movieId\":\"30\",\"title\":\"Film 3\",\"year\":1993,\"rating\":4.5}]}");

        Terminal terminal = run("--import", list.toString(), "--profile", profile.toString(), "--rate", "Film 2=1");

        assertThat(terminal.err()).contains("list.csv, line 3: Unheard of");
        assertThat(terminal.out()).contains("You have rated 3 movies:", "Film 1 (1991)", "Film 3 (1993)", "Film 2 "
                + "(1992)");
    }

    @Test
    void theSpeedOfAnswersIsMeasured() throws IOException {
        Terminal terminal = Terminal.run(Services.local(), "benchmark", "--recommend", model.toString(), "--json", "-");

        assertThat(terminal.exitCode()).as(terminal.err()).isEqualTo(ExitCode.OK);
        assertThat(terminal.json().path("topTen").asDouble()).isPositive();
        assertThat(terminal.err()).contains("Top ten", "New user");
    }
}
