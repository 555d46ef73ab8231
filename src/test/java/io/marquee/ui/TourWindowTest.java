package io.marquee.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.ui.data.DatasetViewModel;
import io.marquee.ui.window.Room;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The tour in the real window. */
@ExtendWith(HeadlessToolkit.class)
class TourWindowTest {

    @TempDir
    Path folder;

    private WindowFixture window;

    @AfterEach
    void closeWindow() {
        if (window != null) {
            window.close();
        }
    }

    @Test
    void aFirstStartIsGreetedAndAPressOfTrainTakesTheTourToTheCurves() throws TimeoutException {
        open(true);
        assertThat(title()).isEqualTo("Ratings to learn from");
        assertThat(window.read(() -> window.workbench().dataset().choiceProperty().get().label())).contains("Matinee");
        assertRingIsAround("#dataset-chooser");

        window.robot().type(KeyCode.SPACE);
        assertThat(title()).isEqualTo("One button");
        assertRingIsAround("#train");

        window.robot().clickOn("#train");
        window.waitUntil("the tour is at the curves", () -> title().equals("How it learns"));
        assertRingIsAround(".charts");

        window.robot().clickOn("#tour-next");
        assertThat(window.find("#tour-next", Button.class).getAccessibleText()).startsWith("Ask what it has learnt. ")
                .endsWith("Done, 4 of 4");
        window.robot().clickOn("#tour-next");
        assertThat(shown()).isFalse();
        assertThat(window.read(() -> window.window().settings().tourSeen())).isTrue();
    }

    @Test
    void itIsSkippedByEscapeAndComesBackFromTheMenuWithTheRoomItIsAbout() throws TimeoutException {
        open(true);
        window.robot().type(KeyCode.ESCAPE);
        assertThat(shown()).isFalse();
        assertThat(window.read(() -> window.stage().getScene().getFocusOwner().getId())).isEqualTo("train");

        window.robot().interact(() -> window.workbench().roomProperty().set(Room.RUNS));
        window.robot().clickOn("#menu").clickOn("Show the tour");
        assertThat(shown()).isTrue();
        assertThat(window.read(() -> window.workbench().roomProperty().get())).isEqualTo(Room.TRAIN);
        assertRingIsAround("#dataset-chooser");
    }

    @Test
    void whoHasHadItIsLeftAlone() throws TimeoutException {
        open(false);
        assertThat(shown()).isFalse();
    }

    private void open(boolean firstStart) throws TimeoutException {
        window = firstStart ? WindowFixture.firstStart(folder) : WindowFixture.open(folder);
        window.waitUntil("the built-in data is open",
                () -> window.workbench().dataset().stateProperty().get() == DatasetViewModel.State.READY);
    }

    private boolean shown() {
        return window.read(() -> window.find("#tour", Node.class).isVisible());
    }

    private String title() {
        return window.read(() -> window.find("#tour-title", Label.class).getText());
    }

    private void assertRingIsAround(String place) {
        window.waitUntil("the ring is around " + place, () -> {
            Node ring = window.find(".tour-ring", Node.class);
            Node target = window.find(place, Node.class);
            var outer = ring.localToScene(ring.getLayoutBounds());
            var inner = target.localToScene(target.getLayoutBounds());
            return List.of(outer.getMinX() - inner.getMinX(), outer.getMinY() - inner.getMinY(),
                    outer.getMaxX() - inner.getMaxX(), outer.getMaxY() - inner.getMaxY()).stream()
                    .allMatch(distance -> Math.abs(distance) <= 4);
        });
    }
}
