package io.marquee.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.tune.Trial;
import io.marquee.ui.chart.ParallelChartCanvas;
import io.marquee.ui.data.DatasetViewModel;
import io.marquee.ui.form.FormField;
import io.marquee.ui.run.RunState;
import io.marquee.ui.runs.RunRow;
import io.marquee.ui.window.Room;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Drives the room of searches in the real window. */
@ExtendWith(HeadlessToolkit.class)
class TuneWindowTest {

    @TempDir
    Path folder;

    private WindowFixture window;

    @BeforeEach
    void openWindow() throws TimeoutException {
        window = WindowFixture.open(folder);
        window.waitUntil("the built-in data is open",
                () -> window.workbench().dataset().stateProperty().get() == DatasetViewModel.State.READY);
        window.robot().interact(() -> Map.of(FormField.EMBEDDING_SIZE, "2", FormField.HIDDEN_LAYERS, "4",
                FormField.BATCH_SIZE, "4096", FormField.EPOCHS, "2")
                .forEach((field, text) -> window.workbench().form().field(field).textProperty().set(text)));
        window.robot().clickOn("#go-to-tune");
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void aSearchIsDeclaredWatchedAndItsBestGoesIntoTheForm() {
        window.robot().clickOn("#space-rate");
        window.robot().interact(() -> window.find("#search-trials", TextField.class).setText("3"));
        assertThat(text("#plan-words")).contains("At most 3 draws of 2 epochs each");
        window.robot().clickOn("#search-start");
        window.waitUntil("the search has ended", () -> text("#search-state").equals("Finished"));

        ParallelChartCanvas chart = window.find("#trial-chart", ParallelChartCanvas.class);
        assertThat(window.read(() -> chart.dataProperty().get().lines())).hasSize(3);
        assertThat(window.read(() -> table().getItems().stream().map(Trial::validationMse).toList())).isSorted();
        assertThat(text("#search-result")).contains("Best: trial ", "measured once, after the choice", "Its settings: 2 → 4",
                "Trials are compared by their MSE on a validation part");
        Trial best = window.read(() -> table().getItems().get(0));

        window.robot().interact(chart::requestFocus);
        window.robot().type(KeyCode.RIGHT).type(KeyCode.ENTER);
        window.waitUntil("the run of the best trial is shown", () -> window.workbench().roomProperty().get() == Room.RUNS
                && runs().getSelectionModel().getSelectedItem() != null);
        assertThat(window.read(() -> runs().getSelectionModel().getSelectedItem().summary().name()))
                .isEqualTo("Search 1, trial " + best.number());

        window.robot().interact(() -> window.workbench().roomProperty().set(Room.TUNE));
        window.robot().clickOn("#search-use");
        window.waitUntil("the form is shown", () -> window.workbench().roomProperty().get() == Room.TRAIN);
        assertThat(window.read(() -> Double.parseDouble(
                window.workbench().form().field(FormField.LEARNING_RATE).textProperty().get())))
                .isEqualTo(best.settings().learningRate());
    }

    @Test
    void aRunStartedDuringASearchWaitsAndTheSearchCanBePaused() {
        window.robot().interact(() -> window.workbench().form().field(FormField.EPOCHS).textProperty().set("2000"));
        window.robot().press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        window.waitUntil("a trial trains", () -> text("#search-status").contains("trial 1 at"));

        window.robot().interact(() -> {
            window.workbench().form().field(FormField.EPOCHS).textProperty().set("1");
            window.workbench().train();
        });
        window.waitUntil("the run is in the queue", () -> window.workbench().queue().waiting().size() == 1);
        assertThat(window.read(() -> window.workbench().notices().currentProperty().get().sentence()))
                .isEqualTo("A search is training. The run waits in the queue until the search ends or is paused.");
        assertThat(window.read(() -> window.workbench().run().stateProperty().get())).isEqualTo(RunState.IDLE);

        window.robot().clickOn("#search-pause");
        window.waitUntil("the run of the queue has ended",
                () -> window.workbench().run().stateProperty().get() == RunState.FINISHED);
        assertThat(text("#search-state")).isEqualTo("Paused");
        assertThat(window.read(() -> window.find("#search-resume", Button.class).isDisabled())).isFalse();

        window.robot().clickOn("#search-resume");
        window.waitUntil("the trial goes on", () -> text("#search-status").contains("trial 1 at"));
        window.robot().clickOn("#search-end");
        window.waitUntil("the search has ended", () -> text("#search-state").equals("Finished"));
    }

    @Test
    void aSearchThatIsRefusedGoesToTheFieldThatIsWrong() {
        window.robot().clickOn("#space-rate");
        window.robot().interact(() -> window.find("#search-trials", TextField.class).setText("99999999999"));
        window.robot().press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);

        assertThat(window.read(() -> window.find("#search-trials", TextField.class).isFocused())).isTrue();
        assertThat(text("#plan-error")).isEqualTo("Most trials must be a whole number from 1 to 1,000, or nothing for no limit, "
                + "not “99999999999”, which is too large.");

        window.robot().interact(() -> window.find("#to-learning-rate", TextField.class).setText("much"));
        window.robot().press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        assertThat(window.read(() -> window.find("#to-learning-rate", TextField.class).isFocused())).as("the first of two").isTrue();

        window.robot().press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        window.robot().write("0.5");
        window.robot().press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        window.robot().press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        window.robot().write("2");
        window.robot().press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        window.waitUntil("the search has ended", () -> text("#search-state").equals("Finished"));
    }

    private String text(String query) {
        return window.read(() -> window.find(query, Labeled.class).getText());
    }

    @SuppressWarnings("unchecked")
    private TableView<Trial> table() {
        return window.find("#trial-table", TableView.class);
    }

    @SuppressWarnings("unchecked")
    private TableView<RunRow> runs() {
        return window.find("#run-table", TableView.class);
    }
}
