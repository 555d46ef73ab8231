package io.marquee.data.open;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.AgeGroup;
import io.marquee.data.Dataset;
import io.marquee.data.DatasetSpec;
import io.marquee.data.Gender;
import io.marquee.data.UserAttributes;
import io.marquee.data.cache.CacheKey;
import io.marquee.data.cache.DatasetCache;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users of MovieLens 1M and 100K said of themselves. */
class UsersTest {

    private static final UserAttributes GIRL = new UserAttributes(Gender.FEMALE, AgeGroup.UNDER_18, "K-12 student");

    @TempDir
    private Path folder;

    private Dataset with(String users) throws IOException {
        return with(users.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Dataset with(byte[] users) throws IOException {
        Files.writeString(folder.resolve("ratings.dat"), "1::10::5::978300760\n2::10::4::978298413\n3::20::1::978299000\n");
        Files.writeString(folder.resolve("movies.dat"), "10::Heat (1995)::Crime\n20::Big (1988)::Comedy\n");
        Files.write(folder.resolve("users.dat"), users);
        return Fixtures.open(DatasetSpec.of(folder.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ml-1m", "ml-1m/ratings.dat", "ml-1m/users.dat"})
    void movieLens1MTellsAgeGroupsAndOccupationsByNumber(String name) throws IOException {
        Dataset dataset = Fixtures.open(name);
        assertThat(dataset.catalogue().users()).containsOnly(Map.entry("1", GIRL),
                Map.entry("2", new UserAttributes(Gender.MALE, AgeGroup.FROM_56, "self-employed")));
        assertThat(dataset.catalogue().user("2").orElseThrow().inWords()).isEqualTo("man, 56+, self-employed");
        assertThat(dataset.catalogue().user("3")).isEmpty();
    }

    @Test
    void movieLens100KTellsAgesInYearsAndOccupationsInWords() throws IOException {
        UserAttributes writer = new UserAttributes(Gender.MALE, AgeGroup.FROM_18, "writer");
        for (DatasetSpec spec : List.of(Fixtures.spec("ml-100k"), Fixtures.spec("ml-100k").withSplit("u1"))) {
            Dataset dataset = Fixtures.open(spec);
            assertThat(dataset.catalogue().users()).hasSize(3).containsEntry("3", writer)
                    .containsEntry("2", new UserAttributes(Gender.FEMALE, AgeGroup.FROM_50, "other"));
        }
    }

    @Test
    void usersAreReadInAZipToo() throws IOException {
        Path zip = folder.resolve("ml-1m.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : List.of("ratings.dat", "movies.dat", "users.dat")) {
                out.putNextEntry(new ZipEntry("ml-1m/" + name));
                Files.copy(Fixtures.path("ml-1m/" + name), out);
            }
        }
        Dataset dataset = Fixtures.open(DatasetSpec.of(zip.toString()));
        assertThat(dataset.catalogue().user("1")).contains(GIRL);
        assertThat(dataset.report().files().get(2).what()).isEqualTo("users' age, gender and occupation");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "x::F::1::10::4; user id \"x\" is not a whole number",
        "2::D::1::10::4; gender \"D\" is not known; expected F or M",
        "2::F::24::10::4; age \"24\" is no age group; expected 1, 18, 25, 35, 45, 50 or 56",
        "2::F::1::21::4; occupation \"21\" is no occupation; expected a number from 0 to 20",
        "2::F::1::10; \"2::F::1::10\" is no user; expected the id, gender, age, occupation and zip code",
        "1::F::1::10::4; user \"1\" stands on a line above already"
    })
    void badLinesAreNamedCountedAndLeftOut(String bad, String reason) throws IOException {
        Dataset dataset = with("1::F::1::10::48067\n" + bad + "\n\n3::M::25::12::55117\n");
        assertThat(dataset.catalogue().users()).containsOnlyKeys("1", "3").containsEntry("1", GIRL);
        assertThat(dataset.ratings().size()).isEqualTo(3);
        assertThat(dataset.report().reasons()).singleElement().asString()
                .startsWith("users.dat, line 2: " + reason);
        assertThat(dataset.report().notes())
                .contains("1 user of users.dat could not be read and was left out.")
                .contains("1 user with ratings is not in users.dat; their age, gender and occupation are not known.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "1|-3|F|writer|1; age \"-3\" is no age",
        "1|999|F|writer|1; age \"999\" is no age; expected years, from 0 to 130",
        "1|33|F||1; the occupation is missing"
    })
    void agesAndOccupationsOf100KAreCheckedToo(String line, String reason) throws IOException {
        Files.writeString(folder.resolve("u.data"), "1\t10\t5\t978300760\n");
        Files.writeString(folder.resolve("u.user"), line + "\n");
        Dataset dataset = Fixtures.open(DatasetSpec.of(folder.toString()));
        assertThat(dataset.report().reasons()).singleElement().asString()
                .startsWith("u.user, line 1: " + reason);
        assertThat(dataset.catalogue().users()).isEmpty();
    }

    @Test
    void aFileThatIsNoTextIsLeftOutAndTheRatingsOpen() throws IOException {
        Dataset dataset = with(new byte[] {'1', 0, 2, 3});
        assertThat(dataset.ratings().size()).isEqualTo(3);
        assertThat(dataset.catalogue().users()).isEmpty();
        assertThat(dataset.report().notes()).anyMatch(note -> note.startsWith("users.dat was left out: "));
        assertThat(with("").report().notes()).anyMatch(note -> note.startsWith("users.dat was left out: "));
    }

    @Test
    void zipCodesAreNowhere() throws IOException {
        Dataset dataset = with("1::F::1::10::48067\n");
        CacheKey key = CacheKey.of("test", List.of(folder.resolve("users.dat")));
        DatasetCache cache = new DatasetCache(folder.resolve("cache"));
        cache.write(key, dataset);
        Path cached = cache.folder().toFile().listFiles()[0].toPath();
        assertThat(Files.readString(cached, StandardCharsets.ISO_8859_1)).contains("K-12 student").doesNotContain("48067");
    }

    @Test
    void whateverUsersThereAreComesBackFromTheCache() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 50; round++) {
            StringBuilder lines = new StringBuilder();
            Map<String, UserAttributes> expected = new HashMap<>();
            int users = 1 + random.nextInt(200);
            for (int id = 1; id <= users; id++) {
                Gender gender = Gender.values()[random.nextInt(2)];
                AgeGroup age = AgeGroup.values()[random.nextInt(AgeGroup.values().length)];
                lines.append(id).append(gender == Gender.MALE ? "::M::" : "::F::").append(age.youngest()).append("::")
                        .append(12).append("::").append(random.nextInt(99_999)).append(random.nextBoolean() ? "\r\n" : "\n");
                expected.put(Integer.toString(id), new UserAttributes(gender, age, "programmer"));
            }
            Dataset dataset = with(lines.toString());
            assertThat(dataset.catalogue().users()).isEqualTo(expected);
            CacheKey key = CacheKey.of("round " + round, List.of(folder.resolve("users.dat")));
            DatasetCache cache = new DatasetCache(folder.resolve("cache"));
            cache.write(key, dataset);
            assertThat(cache.read(key).orElseThrow().catalogue().users()).isEqualTo(expected);
        }
    }

    @Test
    void everyLineOfGarbageIsEitherAUserOrCounted() throws IOException {
        SplittableRandom random = new SplittableRandom(6);
        String letters = "0123456789::::::FM1850\"|, \t\u00e9x-.";
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder("3::M::25::12::55117\n");
            int lines = random.nextInt(60);
            for (int i = 0; i < lines; i++) {
                // Never blank, so that each line counts.
                text.append(random.nextInt(4)).append(random.nextBoolean() ? "::F::18::3::" : "");
                for (int k = random.nextInt(20); k > 0; k--) {
                    text.append(letters.charAt(random.nextInt(letters.length())));
                }
                text.append('\n');
            }
            Dataset dataset = with(text.toString());
            assertThat(dataset.catalogue().users().size() + dataset.report().reasons().size()).as(text.toString())
                    .isEqualTo(lines + 1);
        }
    }
}
