package io.marquee.ui;

import io.marquee.settings.LogFile;
import io.marquee.ui.task.FxBackgroundTasks;
import io.marquee.ui.window.MainWindow;
import io.marquee.ui.window.Services;
import io.marquee.ui.window.ThemeChoice;
import io.marquee.ui.window.UiSettings;
import io.marquee.ui.window.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The real window on the real rooms, driven by a robot. */
final class WindowFixture implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 90;
    private static final UiSettings.Bounds SMALLEST = new UiSettings.Bounds(1100, 620, false);
    private static final UiSettings.Bounds USUAL = new UiSettings.Bounds(1280, 720, false);

    private final FxRobot robot = new FxRobot();
    private final FxBackgroundTasks tasks = new FxBackgroundTasks();
    private final List<String> browsed = new CopyOnWriteArrayList<>();
    private Workbench workbench;
    private MainWindow window;
    private Stage stage;

    static WindowFixture open(Path folder) throws TimeoutException {
        return open(folder, ProgramServices.create(folder));
    }

    static WindowFixture open(Path folder, Services services) throws TimeoutException {
        return open(folder, services, false, USUAL);
    }

    /** A window as small as it can be made. */
    static WindowFixture smallest(Path folder) throws TimeoutException {
        return open(folder, ProgramServices.create(folder), false, SMALLEST);
    }

    /** The window as who has never had it before sees it. */
    static WindowFixture firstStart(Path folder) throws TimeoutException {
        return open(folder, ProgramServices.create(folder), true, USUAL);
    }

    private static WindowFixture open(Path folder, Services services, boolean firstStart, UiSettings.Bounds bounds)
            throws TimeoutException {
        WindowFixture fixture = new WindowFixture();
        UiSettings settings = new UiSettings(ThemeChoice.LIGHT, null, null, null, null, null,
                bounds, true, !firstStart);
        FxToolkit.registerStage(() -> {
            fixture.stage = new Stage();
            fixture.workbench = new Workbench(services, fixture.tasks);
            fixture.window = new MainWindow(fixture.stage, fixture.workbench, fixture.tasks, settings,
                    LogFile.in(folder), fixture.browsed::add);
            fixture.window.show();
            fixture.workbench.restore(settings);
            return fixture.stage;
        });
        return fixture;
    }

    Workbench workbench() {
        return workbench;
    }

    MainWindow window() {
        return window;
    }

    Stage stage() {
        return stage;
    }

    /** Addresses that were to be opened with another program. */
    List<String> browsed() {
        return browsed;
    }

    FxRobot robot() {
        return robot;
    }

    <T extends Node> T find(String query, Class<T> type) {
        return robot.lookup(query).queryAs(type);
    }

    /** Reads state on the JavaFX thread. */
    <T> T read(Callable<T> state) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, state);
    }

    /** Waits for long, but not for what can no longer come: a failed run fails the test at once, with its sentence. */
    void waitUntil(String what, Callable<Boolean> condition) {
        Callable<Boolean> orFailed = () -> condition.call() || workbench.run().stateProperty().get().broken();
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> read(orFailed));
        } catch (TimeoutException e) {
            throw new AssertionError("Waited in vain until " + what, e);
        }
        if (!read(condition)) {
            throw new AssertionError("The run failed before " + what + ": "
                    + read(() -> workbench.run().failureProperty().get()));
        }
    }

    @Override
    public void close() {
        robot.interact(() -> {
            window.stop();
            workbench.close();
            stage.hide();
        });
        tasks.close();
    }
}
