package io.marquee.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.Dataset;
import io.marquee.data.MatineeDataset;
import io.marquee.data.MatineePreset;
import io.marquee.export.ExportFormat;
import io.marquee.model.ModelFile;
import io.marquee.train.Runs;
import io.marquee.ui.map.ColourBy;
import io.marquee.ui.map.MoviePoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Drives the map, the prediction step by step, and exports, in the real window, without a display. */
@ExtendWith(HeadlessToolkit.class)
class MapAndExportTest {

    @TempDir
    static Path models;

    @TempDir
    Path folder;

    private static Path model;
    private WindowFixture window;

    @BeforeAll
    static void train() throws InterruptedException, IOException {
        Dataset dataset = MatineeDataset.generate(MatineePreset.SMALL, MatineeDataset.DEFAULT_SEED, (share, what) -> {});
        model = models.resolve("small.marquee");
        ModelFile.save(Runs.model(dataset, Runs.small().toBuilder().batchSize(256).epochs(2).build()), model);
    }

    @BeforeEach
    void openTheModel() throws TimeoutException {
        window = WindowFixture.open(folder);
        window.robot().clickOn("#room-ask");
        window.robot().interact(() -> window.workbench().modelFiles().open(model));
        window.waitUntil("the model can be asked", () -> window.workbench().askRoom().askedProperty().get() != null);
    }

    @AfterEach
    void closeWindow() {
        if (window != null) {
            window.close();
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void theMapIsColouredLaidOutFollowsAUserListsALassoAndOpensAMovie() {
        window.robot().interact(() -> window.workbench().askRoom().tabProperty().set("map"));
        window.waitUntil("the map is there", () -> text("#map-layout").startsWith("PCA: "));

        window.robot().interact(() -> window.find("#map-colour", ComboBox.class).setValue(ColourBy.YEAR));
        window.robot().clickOn("#map-canvas").type(KeyCode.PLUS, KeyCode.PLUS, KeyCode.LEFT, KeyCode.DIGIT0);

        window.robot().clickOn("#map-umap");
        window.waitUntil("UMAP has taken the place of PCA", () -> text("#map-layout").startsWith("UMAP: "));
        window.robot().clickOn("#map-pca");
        window.waitUntil("PCA is back", () -> text("#map-layout").startsWith("PCA: "));

        window.robot().clickOn("#map-user").write("7").type(KeyCode.ENTER);
        window.waitUntil("user 7 is followed", () -> text("#map-list-title").startsWith("User 7 has rated "));
        assertThat(list().getItems()).isNotEmpty();

        // Around everything, along the edges of the map.
        window.robot().clickOn("#map-lasso");
        Bounds map = window.read(() -> canvas().localToScreen(canvas().getBoundsInLocal()));
        window.robot().moveTo(map.getMinX() + 3, map.getMinY() + 3).press(MouseButton.PRIMARY)
                .moveTo(map.getMaxX() - 3, map.getMinY() + 3).moveTo(map.getMaxX() - 3, map.getMaxY() - 3)
                .moveTo(map.getMinX() + 3, map.getMaxY() - 3).release(MouseButton.PRIMARY);
        window.waitUntil("the movies inside are listed", () -> text("#map-list-title").endsWith(" movies inside the line"));

        window.robot().interact(() -> list().getSelectionModel().select(0));
        String title = list().getItems().get(0).item().displayTitle();
        assertThat(text("#map-movie")).isEqualTo(title);
        window.robot().clickOn("#map-similar");
        window.waitUntil("movies like it are shown", () -> text("#similar-movie").equals("Similar to " + title));
    }

    @Test
    void onePredictionIsShownStepByStepAndTheModelIsExported() {
        window.robot().interact(() -> window.workbench().askRoom().tabProperty().set("what-if"));
        window.robot().interact(() -> window.workbench().askRoom().whatIf().userProperty().set("7"));
        String movie = window.read(() -> window.workbench().askRoom().askedProperty().get().facts().item(3).displayTitle());
        window.robot().clickOn("#what-if-movie").write(movie);
        window.waitUntil("the movie is offered",
                () -> !window.workbench().askRoom().whatIf().search().hits().isEmpty());
        window.robot().type(KeyCode.DOWN).type(KeyCode.ENTER);

        window.waitUntil("the prediction is there", () -> text("#what-if-verdict").contains(" stars"));
        assertThat(window.read(() -> window.find("#forward-pass", Node.class).isVisible())).isTrue();

        window.robot().interact(() -> window.workbench().askRoom().whatIf().userProperty().set("4711000"));
        window.robot().clickOn("#what-if-predict");
        window.waitUntil("the unknown user is named", () -> text("#what-if-message").contains("User 4711000"));

        window.robot().clickOn("#export-model");
        window.waitUntil("the choices are shown", () -> window.robot().lookup("#export-onnx").tryQuery().isPresent());
        window.robot().clickOn("#export-onnx");
        assertThat(window.workbench().export().formatProperty().get()).isEqualTo(ExportFormat.ONNX);

        Path file = folder.resolve("network.onnx");
        window.robot().interact(() -> window.workbench().export().start(file));

        window.waitUntil("the file is written", () -> text("#export-result").startsWith("Wrote " + file));
        assertThat(file).exists();
    }

    private Node canvas() {
        return window.find("#map-canvas", Node.class);
    }

    @SuppressWarnings("unchecked")
    private ListView<MoviePoint> list() {
        return window.find("#map-list", ListView.class);
    }

    private String text(String query) {
        return window.find(query, Labeled.class).getText();
    }
}
