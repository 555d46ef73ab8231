package io.marquee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.marquee.data.cache.DatasetCache;
import io.marquee.data.open.DatasetLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Files of any layout, published splits, the cache and the import benchmark, as they are reached from the terminal. */
class MappingOptionsTest {

    @TempDir
    private Path folder;

    private static String fixture(String name) throws URISyntaxException {
        return Path.of(MappingOptionsTest.class.getResource("/io/marquee/data/formats/" + name).toURI()).toString();
    }

    private static Services services() {
        return Services.local().opening(new DatasetLoader());
    }

    private static Terminal inspect(String... arguments) {
        return Terminal.run(services(), arguments);
    }

    @Test
    void columnsAreNamedOrNumbered() throws Exception {
        String file = fixture("amazon/ratings_Movies.csv");
        Terminal unknown = inspect("inspect", file);
        assertThat(unknown.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(unknown.err()).contains("--columns");

        JsonNode report = inspect("inspect", file, "--columns", "user=0,item=1,rating=2,time=3", "--json").json();
        assertThat(report.path("ratings").asInt()).isEqualTo(4);
        assertThat(report.path("items").asInt()).isEqualTo(3);

        Path named = Files.writeString(folder.resolve("odd.txt"), "who;what;how much\na;x;7\nb;x;30\nb;y;99\n");
        JsonNode odd = inspect("inspect", named.toString(), "--columns", "user=who,item=what,rating=how much", "--scale",
                "0-50", "--missing", "99", "--json").json();
        assertThat(odd.path("ratings").asInt()).isEqualTo(2);
        assertThat(odd.path("importReport").path("rowsUnrated").asInt()).isEqualTo(1);
        assertThat(odd.path("mean").asDouble()).isEqualTo(18.5);
    }

    @Test
    void everyPartOfTheLayoutCanBeSaid() throws Exception {
        Path file = Files.write(folder.resolve("all.txt"),
                "7 \u00e9 3 1577836800123\n8 f 0 1577836800123\n".getBytes(StandardCharsets.ISO_8859_1));
        JsonNode report = inspect("inspect", file.toString(), "--columns", "user=0,item=1,rating=2,time=3",
                "--delimiter", "space", "--quote", "none", "--encoding", "ISO-8859-1", "--header", "no", "--scale", "1-5",
                "--times", "milliseconds", "--implicit", "0", "--json").json();
        assertThat(report.path("ratings").asInt()).isEqualTo(1);
        assertThat(report.path("firstRating").asText()).startsWith("2020-01-01");
        assertThat(report.path("mostRated").path(0).path("id").asText()).isEqualTo("\u00e9");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '/', value = {
        "--columns/user=0/must say where user, item and rating are",
        "--columns/user=0,item=1,rating=nine/There is no column 'nine'; the file has column 0",
        "--columns/nonsense/must be as in user=0,item=1,rating=2,time=3",
        "--scale/high/--scale must be two numbers",
        "--times/weeks/--times must be seconds, milliseconds or dates",
        "--header/perhaps/--header must be yes or no",
        "--quote/xy/--quote must be a single character",
        "--missing/many/--missing: 'many' is not a number"
    })
    void whatCannotBeMeantIsRefused(String option, String value, String sentence) throws Exception {
        Terminal terminal = inspect("inspect", fixture("other/millis.dat"), option, value);
        assertThat(terminal.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains(sentence);
    }

    @Test
    void aPublishedSplitIsTrainedOnByItsName() throws Exception {
        Terminal terminal = inspect("train", "--data", fixture("ml-100k"), "--split", "u1", "--epochs", "1", "--hidden",
                "4", "--embedding", "2", "--batch", "2", "--json", "-");
        assertThat(terminal.exitCode()).as(terminal.err()).isEqualTo(ExitCode.OK);
        assertThat(terminal.json().path("protocol").path("trainRatings").asInt()).isEqualTo(3);
        assertThat(terminal.json().path("protocol").path("dataset").asText()).isEqualTo("ml-100k u1");

        Terminal both = inspect("train", "--data", fixture("ml-100k"), "--split", "u1", "--test-fraction", "0.1");
        assertThat(both.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(both.err()).contains("--split u1 says which ratings are the test part: leave out --test-fraction.");

        Terminal unknown = inspect("train", "--data", fixture("ml-100k"), "--split", "u9");
        assertThat(unknown.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(unknown.err()).startsWith("Invalid value for option '--split': 'u9' is not one of random, per-user");
    }

    @Test
    void inspectListsTheFilesOfAFolder() throws Exception {
        assertThat(inspect("inspect", fixture("ml-100k")).out()).contains("Files", "u.genre", "lists of words; not used",
                "u.user", "users' age, gender and occupation",
                "published splits, for 'train --split': u1, ua");
    }

    @Test
    void inspectTellsWhoTheUsersAre() throws Exception {
        assertThat(inspect("inspect", fixture("ml-100k")).out()).contains("Users by gender", "Users by age",
                "Users by occupation").containsPattern("male +2 users +66\\.7 % +3 ratings, mean 3\\.00")
                .containsPattern("50-55 +1 users +33\\.3 %");
        JsonNode groups = inspect("inspect", fixture("ml-1m"), "--json").json().path("userGroups");
        assertThat(groups.path("described").asInt()).isEqualTo(2);
        assertThat(groups.path("ages").findValuesAsText("name")).containsExactly("under 18", "56+");
        assertThat(inspect("inspect", fixture("ml-10m"), "--json").json().path("userGroups").isNull()).isTrue();
    }

    @Test
    void theCacheIsShownAndCleared() throws Exception {
        DatasetCache cache = new DatasetCache(folder.resolve("cache"));
        assertThat(cacheCommand(cache)).contains("Folder      " + folder.resolve("cache"), "Size        0 MB in 0 datasets");
        Files.createDirectories(cache.folder());
        Files.write(cache.folder().resolve("some.marquee-data"), new byte[3 << 20]);
        assertThat(cacheCommand(cache)).contains("3 MB in 1 dataset", "of another version");
        assertThat(cacheCommand(cache, "--clear")).contains("Freed       3 MB", "0 datasets");
        assertThat(cacheCommand(cache, "--json")).contains("\"bytes\" : 0");
    }

    private static String cacheCommand(DatasetCache cache, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = Console.captured(out, out);
        new CommandLine(new CacheCommand(console, cache)).execute(arguments);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theImportBenchmarkMeasuresAllOfItInOneRun() throws IOException {
        StringBuilder text = new StringBuilder("userId,movieId,rating,timestamp\n");
        for (int row = 0; row < 60_000; row++) {
            text.append(row / 50 + 1).append(',').append(row % 50 + 1).append(",3.5,100000000").append('\n');
        }
        Path file = Files.writeString(folder.resolve("ratings.csv"), text);
        JsonNode speed = inspect("benchmark", "--import", file.toString(), "--json", "-").json();
        assertThat(speed.path("rows").asInt()).isEqualTo(60_000);
        assertThat(speed.path("firstSeconds").asDouble()).isPositive();
        assertThat(speed.path("reopenSeconds").asDouble()).isPositive();
        assertThat(speed.path("commonsCsvSeconds").asDouble()).isPositive();
        assertThat(speed.path("cacheBytes").asLong()).isGreaterThan(60_000 * 13L);
        assertThat(speed.path("peakHeapBytes").asLong()).isPositive();
    }
}
