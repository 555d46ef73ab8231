package io.marquee.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.isolate.JavaChildren;
import io.marquee.ui.data.DatasetViewModel;
import io.marquee.ui.form.FormField;
import io.marquee.ui.run.RunState;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The window outlives the process that trains for it. */
@ExtendWith(HeadlessToolkit.class)
class IsolatedRunWindowTest {

    @TempDir
    Path folder;

    private WindowFixture window;

    @BeforeEach
    void openWindow() throws TimeoutException {
        window = WindowFixture.open(folder);
    }

    @AfterEach
    void closeWindow() {
        if (window != null) {
            window.close();
        }
    }

    @Test
    void aKilledTrainingProcessEndsTheRunAndItsResumeButtonGoesOn() {
        window.waitUntil("the built-in data is open",
                () -> window.workbench().dataset().stateProperty().get() == DatasetViewModel.State.READY);
        window.robot().interact(() -> {
            window.workbench().devices().isolateProperty().set(true);
            window.workbench().form().field(FormField.EPOCHS).textProperty().set("10000");
            window.workbench().train();
        });
        window.waitUntil("an epoch has ended", () -> !window.workbench().run().epochs().isEmpty());
        assertThat(window.read(() -> window.workbench().modelProperty().get())).isNotNull();

        JavaChildren.alive().forEach(ProcessHandle::destroyForcibly);
        window.waitUntil("the run has ended", () -> window.workbench().run().stateProperty().get() == RunState.INTERRUPTED);
        window.waitUntil("it can be resumed", () -> window.find("#notice-offer", Button.class).isVisible());
        assertThat(window.read(() -> window.workbench().notices().currentProperty().get().sentence()))
                .contains("was killed (signal 9)").contains("can be resumed from there");
        assertThat(window.read(() -> window.workbench().run().statusProperty().get().where())).startsWith("Interrupted · ");
        int kept = window.read(() -> window.workbench().run().epochs().size());

        window.robot().interact(() -> {
            window.workbench().devices().isolateProperty().set(false);
            window.find("#notice-offer", Button.class).fire();
        });
        waitUntilTrainsAgain();
        assertThat(window.read(() -> window.workbench().run().request().isolated())).isTrue();
        window.waitUntil("it has gone on", () -> window.workbench().run().epochs().size() > kept);
        window.robot().interact(() -> window.workbench().run().stop());
        window.waitUntil("it has stopped", () -> window.workbench().run().stateProperty().get() == RunState.STOPPED);
    }

    /** Until then the run is still the failed one, for which nothing is waited elsewhere. */
    private void waitUntilTrainsAgain() {
        while (!window.read(() -> window.workbench().run().stateProperty().get().active())) {
            window.robot().sleep(20);
        }
    }
}
