package io.marquee.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.chart.Plot;
import io.marquee.chart.PlotArea;
import io.marquee.model.Preset;
import io.marquee.runs.RunHistory;
import io.marquee.runs.RunScript;
import io.marquee.ui.chart.PlotCanvas;
import io.marquee.ui.form.FormField;
import io.marquee.ui.runs.RunRow;
import io.marquee.ui.window.Room;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Drives the room of runs in the real window. */
@ExtendWith(HeadlessToolkit.class)
class RunsWindowTest {

    @TempDir
    Path folder;

    private WindowFixture window;

    @BeforeEach
    void openWindow() throws TimeoutException {
        window = WindowFixture.open(folder, ProgramServices.create(folder));
    }

    @AfterEach
    void closeWindow() {
        if (window != null) {
            window.close();
        }
    }

    private void enter() {
        window.robot().interact(() -> window.workbench().roomProperty().set(Room.RUNS));
    }

    private void recordTwo() {
        try (RunHistory history = new RunHistory(folder, System.err::println)) {
            RunScript.recordWith(history, Preset.QUICK_LOOK.hyperparameters(), 3);
            RunScript.recordWith(history, Preset.QUICK_LOOK.hyperparameters().toBuilder().learningRate(0.01).seed(7).build(), 5);
        }
        enter();
        window.waitUntil("both runs are listed", () -> table().getItems().size() == 2);
    }

    @Test
    void withoutRunsItSaysWhatToDo() {
        enter();
        window.waitUntil("the empty state is shown", () -> window.find("#runs-empty", Node.class).isVisible());

        window.robot().clickOn("#runs-go-to-train");

        assertThat(window.read(() -> window.workbench().roomProperty().get())).isEqualTo(Room.TRAIN);
    }

    @Test
    void selectedRunsAreComparedAndACurveFindsItsRun() {
        recordTwo();
        window.robot().interact(() -> {
            table().requestFocus();
            table().getSelectionModel().selectAll();
        });
        window.waitUntil("their curves are drawn", () -> plot().lines().size() == 4);
        assertThat(text("#comparison-warning")).contains("measured differently (seed)");

        window.robot().clickOn("#plot-test");
        PlotCanvas canvas = window.find("#run-plot", PlotCanvas.class);
        Point2D onCurve = window.read(() -> {
            PlotArea area = PlotArea.of(canvas.getWidth(), canvas.getHeight(), canvas.view());
            return canvas.localToScreen(area.x(5), area.y(RunScript.testMse(5)));
        });
        window.robot().clickOn(onCurve);
        window.waitUntil("the clicked run is chosen", () -> canvas.chosenProperty().get() == 2);

        window.robot().clickOn("Differences");
        TableView<?> differences = window.find("#difference-table", TableView.class);
        assertThat(window.read(() -> differences.getColumns().stream().map(column -> column.getText()).toList()))
                .containsExactly("Name", "Learning rate", "Seed", "Lowest test MSE", "Last test MSE");
    }

    @Test
    void zoomMoveAndLogarithmKeepTheCurves() {
        recordTwo();
        window.robot().interact(() -> table().getSelectionModel().selectAll());
        window.waitUntil("their curves are drawn", () -> plot().lines().size() == 4);
        PlotCanvas canvas = window.find("#run-plot", PlotCanvas.class);
        double whole = width(canvas);

        window.robot().clickOn(canvas);
        window.robot().type(KeyCode.PLUS).type(KeyCode.RIGHT).type(KeyCode.UP);
        assertThat(width(canvas)).isLessThan(whole);
        window.robot().type(KeyCode.HOME);
        assertThat(width(canvas)).isEqualTo(whole);
        window.robot().clickOn("#log-axis");
        assertThat(window.read(() -> canvas.view().logarithmic())).isTrue();
    }

    private double width(PlotCanvas canvas) {
        return window.read(() -> canvas.view().horizontal().maximum() - canvas.view().horizontal().minimum());
    }

    @Test
    void keysStarRenameDeleteAndUndo() {
        recordTwo();
        window.robot().interact(() -> {
            table().requestFocus();
            table().getSelectionModel().clearAndSelect(0);
        });
        window.robot().type(KeyCode.S);
        window.waitUntil("the run is starred", () -> table().getItems().get(0).summary().starred());
        window.robot().type(KeyCode.F2).write("Fast").type(KeyCode.ENTER);
        window.waitUntil("the run is renamed", () -> table().getItems().get(0).summary().name().contains("Fast"));
        window.robot().type(KeyCode.DELETE);
        window.waitUntil("the run is deleted", () -> table().getItems().size() == 1);
        window.robot().clickOn("#run-undo");
        window.waitUntil("the run is back", () -> table().getItems().size() == 2);

        window.robot().clickOn("#run-search").write("fast");
        window.waitUntil("only the run looked for is listed", () -> table().getItems().size() == 1);
        assertThat(text("#run-count")).isEqualTo("1 of 2 runs");
    }

    @Test
    void theSettingsOfARunGoIntoTheForm() {
        recordTwo();
        window.robot().interact(() -> table().getSelectionModel().clearAndSelect(0));
        window.robot().clickOn("#run-duplicate");

        window.waitUntil("the form is shown", () -> window.workbench().roomProperty().get() == Room.TRAIN);
        assertThat(window.read(() -> window.workbench().form().field(FormField.LEARNING_RATE).textProperty().get()))
                .isEqualTo("0.01");
    }

    @Test
    void notesAreKept() {
        recordTwo();
        window.robot().interact(() -> table().getSelectionModel().clearAndSelect(1));
        window.waitUntil("the notes can be written", () -> window.robot().lookup("#run-notes").tryQuery().isPresent());
        window.robot().interact(() -> {
            TextInputControl notes = window.find("#run-notes", TextInputControl.class);
            notes.requestFocus();
            notes.setText("Overfits");
            table().requestFocus();
        });
        window.waitUntil("the notes are kept", () -> table().getItems().get(1).summary().notes().equals("Overfits"));
    }

    private String text(String query) {
        return window.read(() -> window.find(query, Labeled.class).getText());
    }

    private Plot plot() {
        return window.find("#run-plot", PlotCanvas.class).plotProperty().get();
    }

    @SuppressWarnings("unchecked")
    private TableView<RunRow> table() {
        return window.find("#run-table", TableView.class);
    }
}
