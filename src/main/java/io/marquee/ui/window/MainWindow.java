package io.marquee.ui.window;

import io.marquee.settings.LogFile;
import io.marquee.ui.ask.AskView;
import io.marquee.ui.chart.ChartPalette;
import io.marquee.ui.data.DatasetView;
import io.marquee.ui.form.FormView;
import io.marquee.ui.run.ChartsPane;
import io.marquee.ui.run.ResultsPane;
import io.marquee.ui.run.RunControls;
import io.marquee.ui.task.BackgroundTasks;
import io.marquee.ui.task.Ticker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Puts the parts together: form on the left, run in the middle, recommendations on the right. */
public final class MainWindow {

    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    /** Often enough to look alive, seldom enough that training does not notice. */
    private static final Duration POLL = Duration.ofMillis(200);
    private static final double MINIMUM_WIDTH = 1100;
    private static final double MINIMUM_HEIGHT = 620;
    private static final int TICKS_PER_MEMORY_READING = 5;

    private final Stage stage;
    private final Workbench workbench;
    private final Themes themes;
    private final BooleanProperty askPanel;
    private final Actions actions;
    private final Dialogs dialogs;
    private final StatusBar statusBar;
    private final AskView askView;
    private final Ticker ticker = new Ticker(this::tick);
    private int ticks;
    private boolean closing;

    /**
     * @param settings what an earlier session left
     * @param log where unexpected errors go
     * @param showFolder opens a folder in the desktop's file manager
     */
    public MainWindow(Stage stage, Workbench workbench, BackgroundTasks tasks, UiSettings settings, LogFile log,
            Consumer<Path> showFolder) {
        this.stage = stage;
        this.workbench = workbench;
        this.themes = new Themes(settings.theme(), tasks);
        this.askPanel = new SimpleBooleanProperty(settings.askPanel());
        this.dialogs = new Dialogs(stage);
        this.actions = new Actions(workbench, dialogs, tasks, log, showFolder);
        this.statusBar = new StatusBar(workbench.run());
        this.askView = new AskView(workbench.ask());
        Scene scene = new Scene(root());
        scene.getStylesheets().add(MainWindow.class.getResource("/io/marquee/ui/marquee.css").toString());
        acceptDrops(scene);
        shortcuts(scene);
        stage.setScene(scene);
        stage.setTitle("Marquee");
        place(settings.bounds());
        stage.setOnCloseRequest(event -> {
            if (!mayClose()) {
                event.consume();
            }
        });
    }

    /** A window larger than the screen would have its edges, and its buttons, outside. */
    private void place(UiSettings.Bounds bounds) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(MINIMUM_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(MINIMUM_HEIGHT, screen.getHeight()));
        stage.setWidth(Math.min(bounds.width(), screen.getWidth()));
        stage.setHeight(Math.min(bounds.height(), screen.getHeight()));
        stage.setMaximized(bounds.maximized());
    }

    private Parent root() {
        ChartsPane charts = new ChartsPane(workbench.run());
        charts.paletteProperty().bind(Bindings.when(themes.darkProperty())
                .then(ChartPalette.DARK).otherwise(ChartPalette.LIGHT));
        SplitPane middle = new SplitPane(charts, new ResultsPane(workbench.run(), workbench.crossValidation()));
        middle.setOrientation(Orientation.VERTICAL);
        middle.setDividerPositions(0.56);
        middle.getStyleClass().add("middle");

        FormView form = new FormView(workbench.form(), new DatasetView(workbench.dataset(), dialogs),
                new DeviceList(workbench.devices()));
        workbench.onError(form::pointTo);
        VBox.setVgrow(form, Priority.ALWAYS);
        VBox left = new VBox(form, new RunControls(workbench.run(), workbench::train));
        left.getStyleClass().add("left");
        left.setMinWidth(300);
        left.setPrefWidth(330);
        left.setMaxWidth(330);

        askView.setMinWidth(300);
        askView.setPrefWidth(350);
        askView.setMaxWidth(440);
        askView.visibleProperty().bind(askPanel);
        askView.managedProperty().bind(askPanel);

        BorderPane body = new BorderPane(middle);
        body.setLeft(left);
        body.setRight(askView);
        body.setTop(new VBox(new HeaderBar(actions, themes, askPanel, workbench),
                new NoticeBar(workbench.notices(), actions::showLog)));
        body.setBottom(statusBar);
        body.getStyleClass().add("main-window");
        themes.darkProperty().addListener((property, before, dark) -> body.pseudoClassStateChanged(DARK, dark));
        body.pseudoClassStateChanged(DARK, themes.darkProperty().get());
        return body;
    }

    private void acceptDrops(Scene scene) {
        scene.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            }
            event.consume();
        });
        scene.setOnDragDropped(event -> {
            if (event.getDragboard().hasFiles()) {
                actions.dropped(event.getDragboard().getFiles());
                event.setDropCompleted(true);
            }
            event.consume();
        });
    }

    private void shortcuts(Scene scene) {
        shortcut(scene, KeyCode.ENTER, workbench::train);
        shortcut(scene, KeyCode.P, workbench.run()::togglePause);
        shortcut(scene, KeyCode.PERIOD, workbench.run()::stop);
        shortcut(scene, KeyCode.O, actions::openFile);
        shortcut(scene, KeyCode.M, actions::openModel);
        shortcut(scene, KeyCode.S, actions::saveModel);
        shortcut(scene, KeyCode.T, themes::toggle);
        shortcut(scene, KeyCode.R, () -> askPanel.set(!askPanel.get()));
        shortcut(scene, KeyCode.F, () -> {
            askPanel.set(true);
            askView.focusSearch();
        });
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN,
                KeyCombination.SHIFT_DOWN), actions::openFolder);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F1), actions::showKeyboard);
    }

    private static void shortcut(Scene scene, KeyCode key, Runnable action) {
        scene.getAccelerators().put(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN), action);
    }

    /** Shows the window and begins to watch the run. */
    public void show() {
        ticker.start(POLL);
        stage.show();
    }

    private void tick() {
        workbench.poll();
        if (++ticks % TICKS_PER_MEMORY_READING == 0) {
            statusBar.showMemory();
        }
    }

    /** Asks at most once at a time; a run under way is stopped by closing. */
    private boolean mayClose() {
        if (closing || !workbench.run().stateProperty().get().active()) {
            return true;
        }
        closing = true;
        boolean close = dialogs.confirmClose();
        closing = close;
        return close;
    }

    /** What to remember for the next start. */
    public UiSettings settings() {
        UiSettings.Bounds bounds = new UiSettings.Bounds(
                stage.getWidth(), stage.getHeight(), stage.isMaximized());
        return workbench.remember(themes.choiceProperty().get(), bounds, askPanel.get());
    }

    /** Ends what runs on the JavaFX thread. */
    public void stop() {
        ticker.close();
    }
}
