package io.marquee.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.data.Catalogue;
import io.marquee.data.InvalidDataException;
import io.marquee.data.ItemLinks;
import io.marquee.data.ItemTags;
import io.marquee.data.RatingScale;
import io.marquee.model.ModelFile;
import io.marquee.model.TrainedModel;
import io.marquee.recommend.AskedModel;
import io.marquee.train.Runs;
import io.marquee.train.TinyData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Movies are "Film 1" (1991), "Film 2" (1992), ... with the ids 10, 20, ... */
class ProfileImportTest {

    private static AskedModel asked;

    @TempDir
    Path folder;

    @BeforeAll
    static void train() throws InterruptedException {
        asked = new AskedModel(Runs.model(TinyData.twoTastes(30, 20, 1), Runs.small()));
    }

    @Test
    void aListOfTitlesAndRatingsIsRead() throws IOException {
        ImportedProfile imported = read("title,rating\n\"Film 3 (1993)\",4.5\nfilm 4,2\n");

        assertThat(imported.problems()).isEmpty();
        assertThat(imported.ratings()).extracting(each -> each.item().id()).containsExactly("30", "40");
        assertThat(imported.ratings()).extracting(ImportedProfile.Rated::rating).containsExactly(4.5, 2.0);
    }

    @Test
    void aListOfIdsIsReadInAnyOrderOfColumns() throws IOException {
        ImportedProfile imported = read("timestamp,rating,movieId\n1,5,10\n2,0.5,200\n");

        assertThat(imported.ratings()).extracting(each -> each.item().title()).containsExactly("Film 1", "Film 20");
    }

    @Test
    void anExportOfLetterboxdIsReadAndFilmsWithoutRatingAreNamed() throws IOException {
        ImportedProfile imported = read("Date,Name,Year,Letterboxd URI,Rating\n"
                + "2024-01-05,Film 5,1995,https://boxd.it/1,3.5\n2024-01-06,Film "
                + "6,1996,https://boxd.it/2,\n2024-01-07,Film 7,1960,https://boxd.it/3,4\n");

        assertThat(imported.source()).isEqualTo("Letterboxd");
        assertThat(imported.ratings()).singleElement().satisfies(each -> {
            assertThat(each.item().title()).isEqualTo("Film 5");
            assertThat(each.rating()).isEqualTo(3.5);
        });
        assertThat(imported.problems()).hasSize(2);
        assertThat(imported.problems().get(0)).contains("list.csv, line 3").contains("Film 6 (1996) has no rating");
        assertThat(imported.problems().get(1)).contains("line 4").contains("Film 7 (1960) is not among the movies");
    }

    @Test
    void anExportOfImdbIsHalvedAndMatchedByTitleAndYear() throws IOException {
        ImportedProfile imported = read("Const,Your Rating,Date Rated,Title,URL,Title Type,IMDb Rating,Year\n"
                + "tt0000001,9,2024-01-05,Film 8,x,Movie,7.0,1998\ntt0000002,11,2024-01-05,Film 9,x,Movie,7.0,1999\n");

        assertThat(imported.ratings()).singleElement().satisfies(each -> assertThat(each.rating()).isEqualTo(4.5));
        assertThat(imported.problems()).singleElement().asString().contains("\"11\"").contains("0 to 10");
    }

    @Test
    void aLinksFileBesideTheListTellsMoviesByTheirNumberAtImdb() throws IOException {
        Files.writeString(folder.resolve("links.csv"), "movieId,imdbId,tmdbId\n120,0113277,949\n130,,\n");

        ImportedProfile imported = read("Const,Your Rating,Title,Year\ntt0113277,8,Under another name,1950\n");

        assertThat(imported.ratings()).singleElement().satisfies(each -> assertThat(each.item().id()).isEqualTo("120"));
    }

    @Test
    void aModelFileKeepsTheLinksOfItsMovies() throws IOException {
        TrainedModel plain = asked.model();
        Catalogue linked = new Catalogue(plain.catalogue().items(), ItemTags.NONE,
                Map.of("140", new ItemLinks(OptionalInt.of(42), OptionalInt.empty())), Map.of());
        Path file = folder.resolve("linked.marquee");
        ModelFile.save(new TrainedModel(plain.weights(), plain.users(), plain.items(), linked, plain.history(),
                plain.scale(), plain.centring(), plain.hyperparameters(), plain.protocol(), plain.result()), file);
        Path list = Files.writeString(folder.resolve("imdb.csv"),
                "Const,Your Rating,Title,Year\ntt0000042,8,Under another name,1950\n");

        ImportedProfile imported = new ProfileImport(new AskedModel(ModelFile.load(file))).read(list);

        assertThat(imported.ratings()).singleElement().satisfies(each -> assertThat(each.item().id()).isEqualTo("140"));
    }

    @Test
    void badLinesAreNamedAndTheRestIsUsed() throws IOException {
        ImportedProfile imported = read("title,rating\nFilm 1,lots\nFilm 2,9\nFilm 3\nFilm 4,NaN\nFilm 5,4\n");

        assertThat(imported.ratings()).hasSize(1);
        assertThat(imported.problems()).hasSize(4).allMatch(problem -> problem.startsWith("list.csv, line "));
    }

    @Test
    void whatIsNoListIsRefusedWithAReason() throws IOException {
        assertThatThrownBy(() -> read("a,b\n1,2\n")).isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("line 1").hasMessageContaining("a,b").hasMessageContaining("\"rating\"");
        assertThatThrownBy(() -> read("")).hasMessageContaining("is empty");
        assertThatThrownBy(() -> new ProfileImport(asked).read(folder.resolve("none.csv"))).hasMessageContaining("no "
                + "file");
        Path latin = Files.write(folder.resolve("latin.csv"),
                "title,rating\nAm\u00e9lie,4\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> new ProfileImport(asked).read(latin)).hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> read("title,rating\n\"Film 1,4\n")).isInstanceOf(InvalidDataException.class);
    }

    @Test
    void aProfileIsSavedAndOpenedAgain() throws IOException {
        Profile profile = Profile.of(RatingScale.HALF_STARS, List.of(OwnRating.of(asked.facts().item(3), 4.5),
                new OwnRating("x", "Amélie", OptionalInt.empty(), 0.5)));
        Path file = folder.resolve("me.json");

        ProfileFile.save(profile, file);

        assertThat(ProfileFile.load(file)).isEqualTo(profile);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aProfileKeepsItsPlaceOnAnotherScale() {
        Profile profile = Profile.of(new RatingScale(0, 10, 1), List.of(new OwnRating("1", "Film",
                OptionalInt.empty(), 10),
                new OwnRating("2", "Other film", OptionalInt.empty(), 5)));

        assertThat(profile.on(new RatingScale(1, 5, 1)).ratings()).extracting(OwnRating::rating).containsExactly(5.0,
                3.0);
        assertThat(profile.on(profile.scale())).isSameAs(profile);
    }

    @Test
    void whatIsNoProfileIsRefusedWithAReason() throws IOException {
        assertThatThrownBy(() -> load("Dear "
                + "Sir")).isInstanceOf(InvalidDataException.class).hasMessageContaining("not a Marquee");
        assertThatThrownBy(() -> load("{}")).hasMessageContaining("marquee-profile");
        assertThatThrownBy(() -> load("null")).hasMessageContaining("not a Marquee profile");
        assertThatThrownBy(() -> load("{\"format\":\"marquee-profile\",\"formatVersion\":99,"
                + "\"scale\":{\"minimum\":0.5,\"maximum\":5,\"step\":0.5},\"ratings\":[]}")).hasMessageContaining("99");
        assertThatThrownBy(() -> load("{\"format\":\"marquee-profile\",\"formatVersion\":1,"
                + "\"scale\":{\"minimum\":0.5,\"maximum\":5,\"step\":0.5},"
                + "\"ratings\":[{\"title\":\"Heat\",\"rating\":7}]}"))
                .hasMessageContaining("rating 1").hasMessageContaining("7.0").hasMessageContaining("Heat");
        assertThatThrownBy(() -> ProfileFile.load(folder.resolve("none.json"))).hasMessageContaining("no file");
        assertThatThrownBy(() -> ProfileFile.save(Profile.of(RatingScale.HALF_STARS, List.of()), folder))
                .hasMessageContaining("is a folder");
    }

    private Profile load(String text) throws IOException {
        return ProfileFile.load(Files.writeString(folder.resolve("bad.json"), text));
    }

    private ImportedProfile read(String text) throws IOException {
        return new ProfileImport(asked).read(Files.writeString(folder.resolve("list.csv"), text));
    }
}
