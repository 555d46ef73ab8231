package io.marquee.ui;

import io.marquee.data.FileProblem;
import io.marquee.settings.AppDirectories;
import io.marquee.settings.JsonFile;
import io.marquee.settings.LogFile;
import io.marquee.ui.run.RunState;
import io.marquee.ui.task.FxBackgroundTasks;
import io.marquee.ui.window.MainWindow;
import io.marquee.ui.window.UiSettings;
import io.marquee.ui.window.Workbench;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window's life: what it stands on is put together here, and taken apart when it closes. */
public final class MarqueeApplication extends Application {

    private static final Logger LOG = LoggerFactory.getLogger(MarqueeApplication.class);
    private static final int[] ICON_SIZES = {16, 24, 32, 48, 64, 128, 256, 512};

    private final AppDirectories directories = AppDirectories.ofUser();
    private final LogFile log = LogFile.ofProgram();
    private final Queue<String> notices = new ConcurrentLinkedQueue<>();
    private final JsonFile<UiSettings> settingsFile =
            new JsonFile<>(directories.settingsFile(), UiSettings.class, notices::add);
    private final FxBackgroundTasks tasks = new FxBackgroundTasks();

    /** Whether the person was told that they cannot be kept; saved off the JavaFX thread too. */
    private final AtomicBoolean unwritten = new AtomicBoolean();

    private UiSettings settings = UiSettings.defaults();
    private Workbench workbench;
    private MainWindow window;

    /** Called off the JavaFX thread, so files may be read here. */
    @Override
    public void init() {
        settings = settingsFile.read().orElseGet(UiSettings::defaults);
    }

    @Override
    public void start(Stage stage) {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> unexpected(failure));
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> unexpected(failure));
        workbench = new Workbench(ProgramServices.create(notices), tasks);
        window = new MainWindow(stage, workbench, tasks, settings, log,
                address -> getHostServices().showDocument(address));
        IntStream.of(ICON_SIZES).mapToObj(size -> "/io/marquee/ui/icon-" + size + ".png")
                .map(name -> new Image(MarqueeApplication.class.getResource(name).toString()))
                .forEach(stage.getIcons()::add);
        stage.setOnHidden(event -> settings = window.settings());
        window.show();
        Splash.close();
        LOG.info("The window was there {} ms after Java was started",
                ManagementFactory.getRuntimeMXBean().getUptime());
        workbench.restore(settings);
        window.open(getParameters().getRaw().stream().map(Path::of).toList());
        // What a run was started with is worth keeping even if the machine goes down during it.
        workbench.run().stateProperty().addListener((property, before, now) -> {
            if (now == RunState.STARTING) {
                UiSettings current = window.settings();
                tasks.run(() -> save(current), saved -> { }, this::unexpected);
            }
        });
    }

    private boolean save(UiSettings current) {
        try {
            settingsFile.write(current);
            return true;
        } catch (IOException e) {
            LOG.warn("The settings could not be written to {}", directories.settingsFile(), e);
            if (!unwritten.getAndSet(true)) {
                notices.add("The settings cannot be kept for the next start (" + FileProblem.inWords(e) + ").");
            }
            return false;
        }
    }

    private void unexpected(Throwable failure) {
        String sentence = failure instanceof OutOfMemoryError
                ? "Marquee ran out of memory. Start it with more, such as -Xmx4g, or choose a smaller dataset."
                : "Something unexpected went wrong in Marquee (" + failure.getClass().getSimpleName() + ").";
        if (workbench == null) {
            LOG.error("{}", sentence, failure);
        } else if (Platform.isFxApplicationThread()) {
            workbench.notices().report(sentence, failure);
        } else {
            Platform.runLater(() -> workbench.notices().report(sentence, failure));
        }
    }

    @Override
    public void stop() {
        if (window == null) {
            return;
        }
        window.stop();
        workbench.close();
        tasks.close();
        save(settings);
    }
}
