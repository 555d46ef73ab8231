package io.marquee.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.DatasetSpec;
import io.marquee.data.SplitMethod;
import io.marquee.model.Preset;
import io.marquee.recommend.RatedItem;
import io.marquee.recommend.Recommendation;
import io.marquee.train.EpochResult;
import io.marquee.ui.data.DatasetViewModel;
import io.marquee.ui.form.FormField;
import io.marquee.ui.run.RunState;
import io.marquee.ui.window.Notice;
import io.marquee.ui.window.Room;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Drives the real window on the real rooms, without a display. */
@ExtendWith(HeadlessToolkit.class)
class WindowTest {

    @TempDir
    Path folder;

    private WindowFixture window;

    @BeforeEach
    void openWindow() throws TimeoutException {
        window = WindowFixture.open(folder);
        window.waitUntil("the built-in data is open",
                () -> window.workbench().dataset().stateProperty().get() == DatasetViewModel.State.READY);
    }

    @AfterEach
    void closeWindow() {
        if (window != null) {
            window.close();
        }
    }

    @Test
    void twoEpochsOnTheBuiltInDataGiveRowsCurvesAndRecommendations() {
        setUp("8", "2");
        window.robot().clickOn("#train");

        window.waitUntil("the run has finished", () -> state() == RunState.FINISHED);

        TableView<EpochResult> table = table();
        assertThat(window.read(() -> table.getItems().stream().map(EpochResult::epoch).toList())).containsExactly(1, 2);
        assertThat(text("#verdict")).contains("arithmetic").contains("bottleneck");
        assertThat(text("#protocol")).contains("random 80/20, seed 42").contains("80,000 train");
        assertThat(text("#status-where")).isEqualTo("Finished · 2 of 2 epochs");
        window.waitUntil("recommendations are there", () -> recommended().getItems().size() == 10);
        assertThat(text("#ask-model")).contains("epoch 2");
        assertThat(window.find("#save-model", Button.class).isDisabled()).isFalse();
        assertThat(window.find("#train", Button.class).isDisabled()).isFalse();
    }

    @Test
    void trainingThatIsRefusedInAnotherRoomGoesToTheFieldThatIsWrongWhichTakesKeys() {
        setUp("8", "2");
        window.robot().interact(() -> {
            window.workbench().form().field(FormField.L2).textProperty().set("99999999999");
            window.workbench().roomProperty().set(Room.DATA);
        });
        shortcut(KeyCode.ENTER);

        assertThat(window.read(() -> window.workbench().roomProperty().get())).isEqualTo(Room.TRAIN);
        assertThat(window.read(() -> window.find("#field-L2", TextField.class).isFocused())).isTrue();
        assertThat(text("#error-L2")).isEqualTo("L2 must be a number from 0 to 1, not “99999999999”, which is too large.");

        window.robot().press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        window.robot().type(KeyCode.DIGIT0);
        shortcut(KeyCode.ENTER);
        window.waitUntil("the run has finished", () -> state() == RunState.FINISHED);
    }

    @Test
    void trainingThatIsRefusedForItsScheduleGoesToTheSchedule() {
        setUp("8", "2");
        window.robot().interact(() -> window.workbench().form().field(FormField.SCHEDULE).textProperty().set("sometimes"));
        window.robot().interact(() -> window.workbench().roomProperty().set(Room.RUNS));
        shortcut(KeyCode.ENTER);

        assertThat(window.read(() -> window.find("#field-SCHEDULE", TextField.class).getParent().isFocused())).isTrue();
        window.robot().press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        window.robot().write("constant");
        assertThat(window.read(() -> window.workbench().form().firstError())).isEmpty();
    }

    @Test
    void afterARunItsErrorsAndItsRankingAreShown() {
        setUp("8", "1");
        assertThat(window.read(() -> window.workbench().evaluation().messageProperty().get())).contains("After a run");
        window.robot().clickOn("#train");
        window.waitUntil("the run has finished", () -> state() == RunState.FINISHED);
        window.waitUntil("it is measured", () -> window.workbench().evaluation().evaluationProperty().get() != null);
        window.waitUntil("the baselines are there",
                () -> window.workbench().evaluation().baselinesProperty().get().size() == 3);

        window.robot().clickOn("#results-errors");
        assertThat(window.read(() -> window.robot().lookup("#errors-view .canvas-chart").queryAll().size())).isEqualTo(5);
        assertThat(window.robot().lookup("#epoch-table").tryQuery()).isEmpty();

        window.robot().clickOn("#results-ranking");
        assertThat(text("#ranking-protocol")).contains("users with a relevant movie in the test part");
        assertThat(window.read(() -> window.robot().lookup("#ranking-table .label").queryAll().size())).isEqualTo(20);

        window.robot().clickOn("#results-epochs").clickOn("#results-epochs");
        assertThat(window.robot().lookup("#epoch-table").tryQuery()).isPresent();
    }

    @Test
    void aRunIsHeldGoesOnAndIsStopped() {
        setUp("8", "10000");
        window.robot().clickOn("#train");
        window.waitUntil("batches are trained", () -> state() == RunState.RUNNING && losses() > 0);

        window.robot().clickOn("#pause");
        window.waitUntil("the run is held", () -> state() == RunState.PAUSED);
        long held = window.read(this::losses);
        window.robot().sleep(600);
        assertThat(window.read(this::losses)).isEqualTo(held);
        assertThat(text("#pause")).isEqualTo("Resume");

        window.robot().clickOn("#pause");
        window.waitUntil("the run goes on", () -> state() == RunState.RUNNING && losses() > held);
        window.waitUntil("an epoch is done", () -> !table().getItems().isEmpty());

        window.robot().clickOn("#steer-rate").write("0.001");
        window.robot().clickOn("#steer-set-rate");
        window.waitUntil("the rate is set", () -> text("#run-note").startsWith("Learning rate 0.001 since batch"));

        window.robot().clickOn("#stop");
        window.waitUntil("the run is stopped", () -> state() == RunState.STOPPED);
        assertThat(text("#status-where")).startsWith("Stopped · ");
        window.waitUntil("the model of the last epoch answers", () -> recommended().getItems().size() == 10);
    }

    @Test
    void shortcutsStartHoldAndStopARun() {
        setUp("8", "10000");
        shortcut(KeyCode.ENTER);
        window.waitUntil("the run has begun", () -> state() == RunState.RUNNING);
        shortcut(KeyCode.P);
        window.waitUntil("the run is held", () -> state() == RunState.PAUSED);
        shortcut(KeyCode.PERIOD);
        window.waitUntil("the held run is stopped", () -> state() == RunState.STOPPED);
    }

    @Test
    void aUserIsSearchedAndAsked() {
        setUp("8", "1");
        window.robot().clickOn("#train");
        window.waitUntil("recommendations are there", () -> recommended().getItems().size() == 10);

        window.robot().clickOn("#user-search").eraseText(8).write("2");
        window.waitUntil("users whose id begins with 2 are offered", () -> !suggestions().isEmpty()
                && suggestions().stream().allMatch(id -> id.startsWith("2")));
        window.robot().type(KeyCode.DOWN).type(KeyCode.ENTER);
        window.waitUntil("the first offered user is asked",
                () -> window.workbench().ask().userTextProperty().get().startsWith("User 2 "));
        ListView<RatedItem> rated = rated();
        assertThat(window.read(() -> rated.getItems().stream().map(RatedItem::rating).toList()))
                .isNotEmpty().isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(window.read(() -> recommended().getItems().stream().map(Recommendation::item).toList()))
                .doesNotContainAnyElementsOf(window.read(() -> rated.getItems().stream().map(RatedItem::item).toList()));

        window.robot().clickOn("#user-search").eraseText(8).write("nobody").type(KeyCode.ENTER);
        window.waitUntil("the refusal is shown", () -> text("#ask-message").contains("nobody"));
        assertThat(window.read(() -> recommended().getItems().isEmpty())).isTrue();
    }

    @Test
    void nonsenseInEveryFieldIsExplainedBelowEachAndNothingStarts() {
        window.robot().interact(() -> window.workbench().form().apply(Preset.LECTURE));
        for (FormField field : FormField.values()) {
            window.robot().interact(() -> field(field).setText("nonsense \"<&\u0000🎬" + "9".repeat(400)));
        }
        window.robot().clickOn("#train");

        for (FormField field : FormField.values()) {
            boolean asked = window.read(() -> window.workbench().form().field(field).enabledProperty().get());
            assertThat(window.read(() -> field(field).getParent().getParent().isVisible())).as(field.name()).isEqualTo(asked);
            assertThat(text("#error-" + field.name()).contains("nonsense")).as(field.name()).isEqualTo(asked);
        }
        assertThat(window.read(this::state)).isEqualTo(RunState.IDLE);
        assertThat(window.read(() -> field(FormField.TEST_FRACTION).isFocused())).isTrue();
        assertThat(notice()).isNull();

        window.robot().interact(() -> window.find("#reset", Button.class).fire());
        assertThat(window.read(() -> window.workbench().form().firstError())).isEmpty();
    }

    @Test
    void theFieldsFollowTheChosenSplit() {
        window.robot().interact(() -> window.workbench().form().split().methodProperty().set(SplitMethod.FOLDS));

        assertThat(window.read(() -> field(FormField.FOLDS).getParent().getParent().isVisible())).isTrue();
        assertThat(window.read(() -> field(FormField.TEST_FRACTION).getParent().getParent().isVisible())).isFalse();
    }

    @Test
    void anErrorAppearsWhenTheFieldIsLeft() {
        window.robot().clickOn("#field-EMBEDDING_SIZE").eraseText(4).write("0");
        assertThat(text("#error-EMBEDDING_SIZE")).isEmpty();

        window.robot().type(KeyCode.TAB);
        assertThat(text("#error-EMBEDDING_SIZE")).contains("from 1 to 512");
    }

    @Test
    void aMissingFileIsSaidSoAndTrainingAsksForADataset() {
        window.robot().interact(() ->
                window.workbench().dataset().open(DatasetSpec.of(folder.resolve("none.csv").toString())));
        window.waitUntil("the refusal is shown",
                () -> window.workbench().dataset().stateProperty().get() == DatasetViewModel.State.FAILED);

        assertThat(text("#dataset-message")).contains("none.csv");
        window.robot().clickOn("#train");
        assertThat(notice()).isNotNull();
        assertThat(notice().sentence()).contains("Choose a dataset first");
    }

    @Test
    void anUnexpectedErrorIsASentenceWithDetails() {
        window.robot().interact(() ->
                window.workbench().notices().report("Something went wrong.", new IllegalStateException("why")));

        assertThat(window.find("#notice-details", Labeled.class).isVisible()).isTrue();
        window.robot().clickOn("#notice-close");
        assertThat(window.find("#notice", javafx.scene.Node.class).isVisible()).isFalse();
    }

    @Test
    void theThemeButtonTurnsTheWindowDarkAndItIsRemembered() {
        window.robot().clickOn("#toggle-theme");

        assertThat(window.read(() -> window.stage().getScene().getRoot().getPseudoClassStates()))
                .contains(PseudoClass.getPseudoClass("dark"));
        assertThat(window.read(() -> window.window().settings().theme().name())).isEqualTo("DARK");
    }

    @Test
    void closingWhileTrainingAsksOnce() {
        setUp("8", "10000");
        window.robot().clickOn("#train");
        window.waitUntil("the run has begun", () -> state() == RunState.RUNNING);

        requestClose();
        window.robot().clickOn("Keep training");
        assertThat(window.read(() -> window.stage().isShowing())).isTrue();
        assertThat(window.read(() -> state().active())).isTrue();

        requestClose();
        window.robot().clickOn("Stop and close");
        window.waitUntil("the window is closed", () -> !window.stage().isShowing());
    }

    /** As a click on the window's own button would; the answer comes later, so nothing waits here. */
    private void requestClose() {
        javafx.application.Platform.runLater(() -> {
            WindowEvent request = new WindowEvent(window.stage(), WindowEvent.WINDOW_CLOSE_REQUEST);
            javafx.event.Event.fireEvent(window.stage(), request);
            if (!request.isConsumed()) {
                window.stage().hide();
            }
        });
        window.waitUntil("the question is shown", () -> window.robot().lookup("Keep training").tryQuery().isPresent());
    }

    private void setUp(String hidden, String epochs) {
        window.robot().interact(() -> {
            field(FormField.HIDDEN_LAYERS).setText(hidden);
            field(FormField.EPOCHS).setText(epochs);
        });
    }

    private void shortcut(KeyCode key) {
        window.robot().push(KeyCode.SHORTCUT, key);
    }

    private TextField field(FormField field) {
        return window.find("#field-" + field.name(), TextField.class);
    }

    private RunState state() {
        return window.workbench().run().stateProperty().get();
    }

    private long losses() {
        return window.workbench().run().snapshotProperty().get().losses().count();
    }

    private List<String> suggestions() {
        return window.workbench().ask().suggestions();
    }

    private Notice notice() {
        return window.read(() -> window.workbench().notices().currentProperty().get());
    }

    private String text(String query) {
        return window.read(() -> window.find(query, Labeled.class).getText());
    }

    @SuppressWarnings("unchecked")
    private TableView<EpochResult> table() {
        return window.find("#epoch-table", TableView.class);
    }

    @SuppressWarnings("unchecked")
    private ListView<Recommendation> recommended() {
        return window.find("#recommendations", ListView.class);
    }

    @SuppressWarnings("unchecked")
    private ListView<RatedItem> rated() {
        return window.find("#rated", ListView.class);
    }
}
