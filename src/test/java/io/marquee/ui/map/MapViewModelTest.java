package io.marquee.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.recommend.AskedModel;
import io.marquee.recommend.RandomModels;
import io.marquee.ui.fake.HeldTasks;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.junit.jupiter.api.Test;

class MapViewModelTest {

    private final List<String> problems = new ArrayList<>();
    private final ReadOnlyObjectWrapper<AskedModel> asked = new ReadOnlyObjectWrapper<>();
    private HeldTasks tasks = HeldTasks.inLine();
    private MapViewModel map = newMap();

    private MapViewModel newMap() {
        return new MapViewModel(asked.getReadOnlyProperty(), tasks, (sentence, cause) -> problems.add(sentence));
    }

    private static AskedModel model(int items, long seed) {
        return new AskedModel(RandomModels.of(20, items, 4, List.of(8), seed));
    }

    @Test
    void beforeAModelThereIsNoMap() {
        assertThat(map.sceneProperty().get()).isNull();

        map.startUmap();
        map.followUser();
        map.poll();

        assertThat(map.workingProperty().get()).isFalse();
        assertThat(problems).isEmpty();
    }

    @Test
    void aModelIsMappedAtOnceByItsPrincipalComponents() {
        asked.set(model(40, 1));

        assertThat(map.sceneProperty().get().plane().description()).startsWith("PCA");
        assertThat(map.coloursProperty().get().argb()).hasSameSizeAs(map.sceneProperty().get().mapped().items());
        assertThat(map.coloursProperty().get().entries()).extracting(MapColours.Entry::name)
                .containsExactlyInAnyOrder("Comedy", "Drama", "Other");
    }

    @Test
    void umapTakesThePlaceOfThePrincipalComponentsAndBack() {
        asked.set(model(60, 2));

        map.startUmap();
        assertThat(map.sceneProperty().get().plane().description()).startsWith("UMAP");
        assertThat(map.workingProperty().get()).isFalse();

        map.showPrincipalComponents();
        assertThat(map.sceneProperty().get().plane().description()).startsWith("PCA");
    }

    @Test
    void umapThatIsCancelledChangesNothing() {
        tasks = HeldTasks.held();
        map = newMap();
        asked.set(model(60, 3));
        tasks.finishAll();
        map.startUmap();
        assertThat(map.workingProperty().get()).isTrue();

        map.cancelUmap();
        tasks.finishAll();

        assertThat(map.workingProperty().get()).isFalse();
        assertThat(map.sceneProperty().get().plane().description()).startsWith("PCA");
        assertThat(problems).isEmpty();
    }

    @Test
    void tooFewMoviesForUmapAreToldAndNotTried() {
        asked.set(model(8, 4));

        map.startUmap();

        assertThat(problems).singleElement().asString().contains("UMAP needs at least 17 movies");
    }

    @Test
    void aUserWhoIsFollowedHasTheirMoviesListedHighestFirst() {
        asked.set(model(40, 5));
        map.userProperty().set("7");

        map.followUser();

        assertThat(map.emphasisProperty().get().kind()).isEqualTo(Emphasis.Kind.USER);
        assertThat(map.listed()).isNotEmpty().allMatch(point -> point.rating().isPresent());
        assertThat(map.listed().get(0).rating().getAsDouble())
                .isGreaterThanOrEqualTo(map.listed().get(map.listed().size() - 1).rating().getAsDouble());
        assertThat(map.listTitleProperty().get()).isEqualTo("User 7 has rated " + map.listed().size() + " movies");
        long outstanding = IntStream.range(0, map.emphasisProperty().get().points().length)
                .filter(place -> map.emphasisProperty().get().points()[place]).count();
        assertThat(outstanding).isEqualTo(map.listed().size());

        map.userProperty().set("");
        map.followUser();
        assertThat(map.emphasisProperty().get().any()).isFalse();
        assertThat(map.listed()).isEmpty();
    }

    @Test
    void anUnknownUserIsNamed() {
        asked.set(model(40, 5));
        map.userProperty().set("4711");

        map.followUser();

        assertThat(map.userMessageProperty().get()).isEqualTo("There is no user 4711.");
    }

    @Test
    void aLassoListsTheMoviesInsideItAndAFollowedUserComesBackAfterIt() {
        asked.set(model(40, 6));
        map.userProperty().set("3");
        map.followUser();
        int rated = map.listed().size();

        map.select(around(-1, 2));
        assertThat(map.listed()).hasSize(map.sceneProperty().get().mapped().items().length);
        assertThat(map.listed()).isSortedAccordingTo((a, b) -> b.ratingCount() - a.ratingCount());

        map.clearSelection();
        assertThat(map.emphasisProperty().get().kind()).isEqualTo(Emphasis.Kind.USER);
        assertThat(map.listed()).hasSize(rated);

        map.select(around(5, 6));
        assertThat(map.listed()).isEmpty();
        assertThat(map.emphasisProperty().get().any()).isFalse();
    }

    @Test
    void aLineIsLookedIntoInTheBackgroundAndGivenUpWhenAllAreShownAgain() {
        tasks = HeldTasks.held();
        map = newMap();
        asked.set(model(40, 6));
        tasks.finishAll();

        map.select(around(-1, 2));
        assertThat(map.listed()).isEmpty();
        tasks.finishAll();
        assertThat(map.listed()).isNotEmpty();

        map.select(around(-1, 2));
        map.clearSelection();
        tasks.finishAll();
        assertThat(map.listed()).isEmpty();
        assertThat(map.emphasisProperty().get().any()).isFalse();
    }

    @Test
    void anEntryOfTheLegendListsItsMovies() {
        asked.set(model(40, 7));
        int comedy = IntStream.range(0, 3)
                .filter(group -> map.coloursProperty().get().entries().get(group).name().equals("Comedy"))
                .findFirst().orElseThrow();

        map.selectGroup(comedy);

        assertThat(map.listed()).hasSize(map.coloursProperty().get().entries().get(comedy).points())
                .allMatch(point -> point.item().genres().contains("Comedy"));
    }

    @Test
    void otherColoursHaveAScaleInsteadOfAList() {
        asked.set(model(40, 8));

        for (ColourBy by : List.of(ColourBy.YEAR, ColourBy.MEAN_RATING, ColourBy.POPULARITY)) {
            map.colourByProperty().set(by);
            assertThat(map.coloursProperty().get().entries()).isEmpty();
            assertThat(map.coloursProperty().get().scale()).hasSize(3);
        }
        int[] light = map.coloursProperty().get().argb();
        map.darkProperty().set(true);
        assertThat(map.coloursProperty().get().argb()).isNotEqualTo(light);
    }

    @Test
    void anotherModelOfTheSameMoviesKeepsWhatIsShown() {
        asked.set(model(40, 9));
        map.userProperty().set("3");
        map.followUser();
        int before = map.listed().size();

        asked.set(model(40, 9));
        assertThat(map.listed()).hasSize(before);

        asked.set(model(30, 9));
        assertThat(map.listed()).isEmpty();
        assertThat(map.userProperty().get()).isEmpty();
    }

    /** A square over everything between two coordinates. */
    private static Lasso around(double low, double high) {
        Lasso lasso = new Lasso();
        lasso.add(low, low);
        lasso.add(high, low);
        lasso.add(high, high);
        lasso.add(low, high);
        return lasso;
    }
}
