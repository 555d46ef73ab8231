package io.marquee.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.Dataset;
import io.marquee.data.Item;
import io.marquee.data.MatineeDataset;
import io.marquee.data.MatineePreset;
import io.marquee.model.ModelFile;
import io.marquee.recommend.RatedItem;
import io.marquee.recommend.Recommendation;
import io.marquee.recommend.SeenRule;
import io.marquee.recommend.SimilarItem;
import io.marquee.train.Runs;
import io.marquee.ui.ask.AnswersViewModel;
import io.marquee.ui.ask.AskRoomViewModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Drives the room in which the model is asked, in the real window, without a display. */
@ExtendWith(HeadlessToolkit.class)
class AskRoomTest {

    @TempDir
    static Path models;

    @TempDir
    Path folder;

    private static Path model;
    private WindowFixture window;

    @BeforeAll
    static void train() throws InterruptedException, IOException {
        Dataset dataset = MatineeDataset.generate(MatineePreset.SMALL, MatineeDataset.DEFAULT_SEED, (share,
                what) -> {});
        model = models.resolve("small.marquee");
        ModelFile.save(Runs.model(dataset, Runs.small().toBuilder().batchSize(256).epochs(2).build()), model);
    }

    @BeforeEach
    void openTheRoom() throws TimeoutException {
        window = WindowFixture.open(folder);
        window.robot().clickOn("#room-ask");
    }

    @AfterEach
    void closeWindow() {
        if (window != null) {
            window.close();
        }
    }

    private void openModel() {
        window.robot().interact(() -> window.workbench().modelFiles().open(model));
        window.waitUntil("the first user is answered", () -> recommended().getItems().size() == 20);
    }

    @Test
    void withoutAModelTheRoomSaysHowToGetOne() {
        assertThat(window.read(() -> window.find("#ask-empty", VBox.class).isVisible())).isTrue();
    }

    @Test
    void aUserIsFoundByIdAndByWhatTheyRated() {
        openModel();
        window.robot().clickOn("#room-user-search").eraseText(8).write("42");
        window.waitUntil("users are offered", () -> room().recommend().suggestions().size() > 1);
        window.robot().type(KeyCode.ENTER);
        window.waitUntil("user 42 is shown", () -> text("#room-user-numbers").startsWith("User 42\u00a0· "));
        RatedItem best = window.read(() -> rated().getItems().get(0));

        window.robot().clickOn("#room-user-search").eraseText(8).write(best.item().title());
        window.waitUntil("the movie is offered", () -> room().recommend().suggestions().stream().anyMatch(
                each -> each.toString().contains(best.item().displayTitle())));
        window.robot().type(KeyCode.DOWN).type(KeyCode.ENTER);
        window.waitUntil("its raters are offered", () -> room().recommend().suggestions().stream()
                .allMatch(each -> each.toString().contains("gave it")) && !room().recommend().suggestions().isEmpty());
        window.robot().type(KeyCode.DOWN).type(KeyCode.ENTER);
        window.waitUntil("a rater is shown", () -> rated().getItems().stream()
                .anyMatch(each -> each.item().equals(best.item())));
    }

    @Test
    void filtersMoveTheListAndTheReasonFollowsTheSelection() {
        openModel();
        List<Item> before = listed();
        window.waitUntil("the first movie is explained", () -> answers().whyProperty().get() != null);

        window.robot().interact(() -> window.find("#filter-diversity", Slider.class).setValue(0.9));
        window.waitUntil("the list is mixed", () -> !listed().equals(before));
        window.robot().clickOn("#filter-from").write("199x");
        assertThat(text("#filter-message")).contains("199x");
        window.robot().eraseText(1).write("0");
        window.waitUntil("only newer movies are listed", () -> !recommended().getItems().isEmpty()
                && recommended().getItems()
                .stream().allMatch(each -> each.item().year().orElse(0) >= 1990));
        window.robot().interact(() -> answers().filter().seenProperty().set(SeenRule.HIDE_TRAINED));
        window.robot().clickOn("#filter-clear");
        window.waitUntil("the first list is back", () -> listed().equals(before));

        window.robot().clickOn("#room-recommendations").type(KeyCode.HOME).type(KeyCode.DOWN);
        window.waitUntil("the second movie is explained", () -> answers().whyProperty().get() != null
                && answers().whyProperty().get().item().equals(before.get(1)));
        assertThat(window.read(() -> answers().whyProperty().get().influences())).hasSize(6);
    }

    @Test
    void fromAReasonOneGoesToSimilarMoviesAndOnFromThere() {
        openModel();
        window.waitUntil("the first movie is explained", () -> answers().whyProperty().get() != null);
        window.robot().clickOn("#why-similar");
        window.waitUntil("its neighbours are listed", () -> similar().getItems().size() > 5);
        String first = text("#similar-movie");
        SimilarItem nearest = window.read(() -> similar().getItems().get(0));

        window.robot().clickOn("#similar-list").type(KeyCode.HOME).type(KeyCode.ENTER);
        window.waitUntil("the nearest one's neighbours are listed",
                () -> text("#similar-movie").contains(nearest.item().title()));
        window.robot().clickOn("#similar-back");
        assertThat(text("#similar-movie")).isEqualTo(first);

        String word = nearest.item().title().split(" ")[0];
        window.robot().clickOn("#similar-search").eraseText(80).write(nearest.item().title()).type(KeyCode.ENTER);
        window.waitUntil("a movie with " + word + " is found", () -> text("#similar-movie").contains(word));
    }

    @Test
    void starsByMouseAndKeyboardUpdateTheListAtOnce() {
        openModel();
        window.robot().interact(() -> room().tabProperty().set("you"));
        window.waitUntil("movies are offered", () -> toRate().getItems().size() == 12);
        Item first = window.read(() -> toRate().getItems().get(0));
        Item second = window.read(() -> toRate().getItems().get(1));
        List<Item> before = movies();

        // The right half of the first movie's last star.
        Node stars = window.read(() -> toRate().lookupAll(".star-rating").iterator().next());
        window.robot().clickOn(window.read(() -> {
            Bounds place = stars.localToScreen(stars.getBoundsInLocal());
            return new Point2D(place.getMaxX() - 3, place.getCenterY());
        }));
        window.waitUntil("the first movie is rated", () -> own().getItems().size() == 1);
        assertThat(window.read(() -> own().getItems().get(0)).item()).isIn(first, second);
        assertThat(window.read(() -> own().getItems().get(0)).rating()).isEqualTo(5);

        window.robot().clickOn("#you-to-rate").type(KeyCode.HOME).type(KeyCode.DIGIT1);
        window.waitUntil("another movie is rated by key", () -> own().getItems().size() == 2
                && own().getItems().get(0).rating() == 1);
        window.waitUntil("the list has moved", () -> !movies().equals(before));
        window.robot().clickOn("#you-rated").type(KeyCode.HOME).type(KeyCode.RIGHT);
        window.waitUntil("half a star more", () -> own().getItems().get(0).rating() == 1.5);
        window.robot().type(KeyCode.HOME).type(KeyCode.DELETE);
        window.waitUntil("one rating is taken back", () -> own().getItems().size() == 1);
        assertThat(text("#you-status")).contains("1 rated").contains("fitted in");
    }

    /** The movies alone: predictions differ in the last digit once the items' shares are kept. */
    private List<Item> listed() {
        return window.read(() -> recommended().getItems().stream().map(Recommendation::item).toList());
    }

    private List<Item> movies() {
        return window.read(() -> room().you().answers().recommended().stream().map(Recommendation::item).toList());
    }

    private AskRoomViewModel room() {
        return window.workbench().askRoom();
    }

    private AnswersViewModel answers() {
        return room().recommend().answers();
    }

    private String text(String query) {
        return window.read(() -> window.find(query, Labeled.class).getText());
    }

    @SuppressWarnings("unchecked")
    private ListView<Recommendation> recommended() {
        return window.find("#room-recommendations", ListView.class);
    }

    @SuppressWarnings("unchecked")
    private ListView<SimilarItem> similar() {
        return window.find("#similar-list", ListView.class);
    }

    @SuppressWarnings("unchecked")
    private ListView<Item> toRate() {
        return window.find("#you-to-rate", ListView.class);
    }

    @SuppressWarnings("unchecked")
    private ListView<RatedItem> own() {
        return window.find("#you-rated", ListView.class);
    }

    @SuppressWarnings("unchecked")
    private TableView<RatedItem> rated() {
        return window.find("#room-rated", TableView.class);
    }
}
