package io.marquee.ui.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.AgeGroup;
import io.marquee.data.Gender;
import io.marquee.data.Item;
import io.marquee.data.UserAttributes;
import io.marquee.model.TrainedModel;
import io.marquee.recommend.RandomModels;
import io.marquee.recommend.RatedItem;
import io.marquee.recommend.Recommendation;
import io.marquee.recommend.SimilarItem;
import io.marquee.train.Runs;
import io.marquee.train.TinyData;
import io.marquee.ui.fake.HeldTasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskRoomViewModelTest {

    private static TrainedModel model;

    @TempDir
    Path folder;

    private final List<String> problems = new ArrayList<>();
    private HeldTasks tasks = HeldTasks.inLine();
    private AskRoomViewModel room = newRoom();

    @BeforeAll
    static void train() throws InterruptedException {
        model = Runs.model(TinyData.twoTastes(40, 30, 1), Runs.small().toBuilder().epochs(40).build());
    }

    private AskRoomViewModel newRoom() {
        return new AskRoomViewModel(tasks, (sentence, cause) -> problems.add(sentence));
    }

    private void open() {
        room.shownProperty().set(true);
        room.use(model, "tiny");
    }

    @Test
    void aModelIsMadeReadyOnlyWhileTheRoomIsShown() {
        room.use(model, "tiny");
        assertThat(room.askedProperty().get()).isNull();

        room.shownProperty().set(true);

        assertThat(room.askedProperty().get().model()).isSameAs(model);
        assertThat(room.modelTextProperty().get()).startsWith("tiny · epoch 40 · test RMSE ");
        assertThat(room.recommend().userProperty().get()).isEqualTo("1");
        assertThat(room.recommend().answers().recommended()).isNotEmpty();
    }

    @Test
    void aUserIsFoundByTheMoviesTheyRated() {
        open();
        Item movie = room.recommend().profileProperty().get().rated().get(0).item();
        room.recommend().queryProperty().set(movie.title());
        UserSuggestion raters = room.recommend().suggestions().stream().filter(each -> each.userId() == null)
                .findFirst().orElseThrow();
        room.recommend().choose(raters);
        List<UserSuggestion> users = List.copyOf(room.recommend().suggestions());
        room.recommend().choose(users.get(users.size() - 1));

        assertThat(users).isNotEmpty().allMatch(each -> each.userId() != null && each.detail().startsWith("gave it "));
        assertThat(room.recommend().userProperty().get()).isEqualTo(users.get(users.size() - 1).userId());
        assertThat(room.recommend().profileProperty().get().rated()).extracting(RatedItem::item).contains(movie);
        assertThat(room.recommend().suggestions()).isEmpty();
    }

    @Test
    void whatAUserSaidOfThemselvesIsShownWithThem() {
        room.shownProperty().set(true);
        room.use(RandomModels.describing(model, Map.of("2",
                new UserAttributes(Gender.MALE, AgeGroup.FROM_56, "retired"))), "tiny");
        room.recommend().select("2");
        assertThat(room.recommend().aboutProperty().get()).isEqualTo("man, 56+, retired");

        room.recommend().select("3");
        assertThat(room.recommend().aboutProperty().get()).isEmpty();
    }

    @Test
    void anUnknownUserIsSaidSoAndTheListIsCleared() {
        open();
        room.recommend().select("4711");

        assertThat(room.recommend().messageProperty().get()).contains("4711");
        assertThat(room.recommend().profileProperty().get()).isNull();
        assertThat(room.recommend().answers().recommended()).isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void theSelectedMovieStaysSelectedWhileFiltersMove() {
        open();
        AnswersViewModel answers = room.recommend().answers();
        Recommendation third = answers.recommended().get(2);
        answers.selectedProperty().set(third);
        answers.filter().countProperty().set(50);

        assertThat(answers.selectedProperty().get().item()).isEqualTo(third.item());
        assertThat(answers.whyProperty().get().item()).isEqualTo(third.item());
        assertThat(answers.whyProperty().get().influences()).hasSize(AnswersViewModel.REASONS);
    }

    @Test
    void filtersThatMakeNoSenseAreExplainedAndTheLastGoodOneStays() {
        open();
        FilterViewModel filter = room.recommend().answers().filter();
        filter.earliestProperty().set("1995");
        List<Recommendation> good = List.copyOf(room.recommend().answers().recommended());
        filter.latestProperty().set("soon");
        assertThat(filter.messageProperty().get()).contains("“soon” is not a whole number");
        filter.latestProperty().set("99999999999");
        assertThat(filter.messageProperty().get()).startsWith("“99999999999” is too large for a year");
        filter.latestProperty().set("1990");
        assertThat(filter.messageProperty().get()).contains("1995").contains("1990");
        assertThat(room.recommend().answers().recommended()).isEqualTo(good);

        filter.clear();
        assertThat(filter.messageProperty().get()).isEmpty();
    }

    @Test
    void aFilterThatLeavesNothingIsSaidSo() {
        open();
        room.recommend().answers().filter().minimumRatingsProperty().set("999999");

        assertThat(room.recommend().answers().recommended()).isEmpty();
        assertThat(room.recommend().answers().messageProperty().get()).contains("No movie passes");
        assertThat(room.recommend().answers().whyProperty().get()).isNull();
    }

    @Test
    void onlyTheNewestAnswerIsShown() {
        tasks = HeldTasks.held();
        room = newRoom();
        open();
        tasks.finishAll();
        room.recommend().select("3");
        room.recommend().select("4");
        tasks.finish(tasks.waiting() - 1);
        tasks.finishAll();

        assertThat(room.recommend().userProperty().get()).isEqualTo("4");
    }

    @Test
    void similarMoviesLeadOnAndBack() {
        open();
        SimilarViewModel similar = room.similar();
        room.showSimilar(model.catalogue().item("30"));
        List<SimilarItem> first = List.copyOf(similar.neighbours());
        similar.choose(first.get(0).item());
        assertThat(similar.movieProperty().get()).isEqualTo(first.get(0).item());
        assertThat(similar.canGoBackProperty().get()).isTrue();

        similar.back();

        assertThat(room.tabProperty().get()).isEqualTo("similar");
        assertThat(similar.neighbours()).isEqualTo(first);
        assertThat(similar.canGoBackProperty().get()).isFalse();
        assertThat(similar.movieTextProperty().get()).contains("ratings · mean ");
    }

    @Test
    void aMovieIsFoundByAMisspeltTitle() {
        open();
        room.similar().search().queryProperty().set("flim 12");
        assertThat(room.similar().search().hits()).isNotEmpty();
        room.similar().search().submit();

        assertThat(room.similar().movieProperty().get().title()).isEqualTo("Film 12");
    }

    @Test
    void aMovieNobodyRatedIsSaidToBeUnknown() {
        open();
        room.similar().choose(new Item("9999", "Unheard of", java.util.OptionalInt.empty(), List.of()));

        assertThat(room.similar().messageProperty().get()).contains("does not know this movie");
        assertThat(room.similar().neighbours()).isEmpty();
    }

    @Test
    void ownStarsMoveTheListAtOnceTowardTheirTaste() {
        open();
        YouViewModel you = room.you();
        assertThat(you.toRate()).hasSize(YouViewModel.TO_RATE);
        assertThat(you.statusProperty().get()).contains("mean user");

        // Odd films are of one taste, even ones of the other.
        for (int film = 1; film <= 8; film++) {
            you.rate(model.catalogue().item(Integer.toString(10 * film)), film % 2 == 1 ? 5 : 1);
        }

        assertThat(you.rated()).hasSize(8);
        assertThat(you.statusProperty().get()).contains("8 rated").contains("fitted in");
        assertThat(you.answers().recommended().subList(0, 5)).allMatch(
                each -> Integer.parseInt(each.item().id()) / 10 % 2 == 1);
        assertThat(you.answers().whyProperty().get().explainedFrom()).isEqualTo(8);
        assertThat(you.toRate()).doesNotContainAnyElementsOf(you.rated().stream().map(RatedItem::item).toList());
    }

    @Test
    void offeredMoviesStayInPlaceAndArePassedOnWish() {
        open();
        YouViewModel you = room.you();
        List<Item> offered = List.copyOf(you.toRate());
        you.rate(offered.get(3), 4);
        assertThat(you.toRate().subList(0, 3)).isEqualTo(offered.subList(0, 3));
        assertThat(you.toRate().get(3)).isEqualTo(offered.get(4));

        you.pass(offered.get(0));
        assertThat(you.toRate()).doesNotContain(offered.get(0));
        you.otherMovies();
        assertThat(you.toRate()).isNotEmpty().doesNotContainAnyElementsOf(offered);
        you.offer(offered.get(0));
        assertThat(you.toRate().get(0)).isEqualTo(offered.get(0));
    }

    @Test
    void ownRatingsAreSavedAndOpenedAgain() {
        open();
        YouViewModel you = room.you();
        you.rate(model.catalogue().item("30"), 4.5);
        you.rate(model.catalogue().item("50"), 2);
        List<RatedItem> before = List.copyOf(you.rated());
        you.save(folder.resolve("me"));
        you.forgetAll();
        assertThat(you.rated()).isEmpty();

        you.load(folder.resolve("me.json"));

        assertThat(you.rated()).isEqualTo(before);
        assertThat(you.messageProperty().get()).contains("2 ratings");
    }

    @Test
    void aListIsImportedAndWhatIsLeftOutIsNamed() throws IOException {
        open();
        Path list = Files.writeString(folder.resolve("list.csv"), "title,rating\nFilm 3,5\nUnheard of,4\n");
        room.you().importRatings(list);

        assertThat(room.you().rated()).singleElement().satisfies(each -> assertThat(each.rating()).isEqualTo(5));
        assertThat(room.you().messageProperty().get()).contains("Imported 1 rating").contains("1 line");
        assertThat(room.you().detailsProperty().get()).contains("line 3").contains("Unheard of");

        room.you().importRatings(Files.writeString(folder.resolve("letter.csv"), "Dear Sir,\n"));
        assertThat(room.you().messageProperty().get()).contains("could not be imported").contains("line 1");
        assertThat(problems).isEmpty();
    }

    @Test
    void ownRatingsOutliveAModelThatDoesNotKnowTheMovies() throws InterruptedException {
        open();
        room.you().rate(model.catalogue().item("300"), 4);
        TrainedModel smaller = Runs.model(TinyData.twoTastes(40, 20, 2), Runs.small());

        room.use(smaller, "smaller");
        assertThat(room.you().rated()).isEmpty();
        assertThat(room.you().statusProperty().get()).contains("1 more that this model does not know");

        room.use(model, "tiny");
        assertThat(room.you().rated()).hasSize(1);
    }

    @Test
    void starsFollowTheScale() {
        StarScale halves = new StarScale(io.marquee.data.RatingScale.HALF_STARS);
        assertThat(halves.rating(3.5)).isEqualTo(3.5);
        assertThat(halves.stepped(5, 1)).isEqualTo(5);
        assertThat(halves.stepped(Double.NaN, 1)).isEqualTo(3);
        StarScale jokes = new StarScale(new io.marquee.data.RatingScale(-10, 10, 0));
        assertThat(jokes.stars(-10)).isZero();
        assertThat(jokes.stars(0)).isEqualTo(2.5);
        assertThat(jokes.rating(5)).isEqualTo(10);
    }
}
