package io.marquee.ui.window;

import io.marquee.chart.PlotColours;
import io.marquee.settings.DesktopNotification;
import io.marquee.settings.LogFile;
import io.marquee.ui.DisabledTooltips;
import io.marquee.ui.ask.AskRoom;
import io.marquee.ui.chart.ChartPalette;
import io.marquee.ui.look.DataRoom;
import io.marquee.ui.run.RunState;
import io.marquee.ui.runs.RunsView;
import io.marquee.ui.task.BackgroundTasks;
import io.marquee.ui.task.Ticker;
import io.marquee.ui.tour.TourView;
import io.marquee.ui.tour.TourViewModel;
import io.marquee.ui.tune.TuneView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** The frame around the rooms: header above, status below. */
public final class MainWindow {

    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    /** Often enough to look alive, seldom enough that training does not notice. */
    private static final Duration POLL = Duration.ofMillis(200);
    private static final double MINIMUM_WIDTH = 1100;
    private static final double MINIMUM_HEIGHT = 620;
    private static final int TICKS_PER_MEMORY_READING = 5;

    private final Stage stage;
    private final UiSettings.Bounds bounds;
    private final Workbench workbench;
    private final Themes themes;
    private final BooleanProperty askPanel;
    private final Actions actions;
    private final Dialogs dialogs;
    private final StatusBar statusBar;
    private final TrainRoom trainRoom;
    private final RoomPane rooms;
    private final TourViewModel tour;
    private final DropHint dropHint = new DropHint();
    private DataRoom dataRoom;
    private AskRoom askRoom;
    private RunsView runsView;
    private final Ticker ticker = new Ticker(this::tick);
    private int ticks;
    private boolean closing;

    /**
     * @param settings what an earlier session left
     * @param log where unexpected errors go
     * @param browse opens an address, such as that of a folder or a page, with the desktop's program for it
     */
    public MainWindow(Stage stage, Workbench workbench, BackgroundTasks tasks, UiSettings settings, LogFile log,
            Consumer<String> browse) {
        this.stage = stage;
        this.bounds = settings.bounds();
        this.workbench = workbench;
        this.themes = new Themes(settings.theme(), tasks);
        this.askPanel = new SimpleBooleanProperty(settings.askPanel());
        this.tour = tour(settings.tourSeen());
        this.dialogs = new Dialogs(stage, workbench);
        this.actions = new Actions(workbench, dialogs, tasks, log,
                folder -> browse.accept(folder.toUri().toString()));
        this.statusBar = new StatusBar(workbench.run(), workbench.tune().activityProperty());
        ObservableValue<ChartPalette> palette = Bindings.when(themes.darkProperty())
                .then(ChartPalette.DARK).otherwise(ChartPalette.LIGHT);
        this.trainRoom = new TrainRoom(workbench, dialogs, askPanel, palette);
        this.rooms = new RoomPane(rooms(palette, browse), workbench.roomProperty());
        Scene scene = new Scene(root());
        scene.getStylesheets().add(MainWindow.class.getResource("/io/marquee/ui/marquee.css").toString());
        DropArea.install(scene, dropHint, actions::dropped);
        DisabledTooltips.install(scene);
        shortcuts(scene);
        workbench.dataset().unmappedProperty().addListener((property, before, unmapped) -> {
            if (unmapped != null) {
                dialogs.mapColumns(unmapped);
            }
        });
        stage.setScene(scene);
        stage.setTitle("Marquee");
        place();
        new RunEndNotifier(workbench.run(), stage::isFocused, System::nanoTime, (title, text) -> tasks.run(() -> {
            DesktopNotification.show(title, text, MainWindow.class.getResource("/io/marquee/ui/icon-64.png"));
            return true;
        }, shown -> { }, failure -> workbench.notices().report("The desktop could not be told that a run has ended.", failure)));
        stage.setOnCloseRequest(event -> {
            if (!mayClose()) {
                event.consume();
            }
        });
    }

    /** It points at parts of the room for training, so it takes people there. */
    private TourViewModel tour(boolean seen) {
        TourViewModel made = new TourViewModel(seen);
        made.stepProperty().addListener((property, before, now) -> {
            if (now != null) {
                workbench.roomProperty().set(Room.TRAIN);
                askPanel.set(true);
            }
        });
        workbench.run().stateProperty().addListener((property, before, now) -> {
            if (now == RunState.STARTING) {
                made.trainingBegan();
            }
        });
        return made;
    }

    private void place() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(MINIMUM_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(MINIMUM_HEIGHT, screen.getHeight()));
        resize();
        stage.setMaximized(bounds.maximized());
    }

    /** A window larger than the screen would have its edges, and its buttons, outside. */
    private void resize() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(bounds.width(), screen.getWidth()));
        stage.setHeight(Math.min(bounds.height(), screen.getHeight()));
    }

    /** What makes the view of each room. */
    private Map<Room, Supplier<? extends Node>> rooms(ObservableValue<ChartPalette> palette,
            Consumer<String> browse) {
        Map<Room, Supplier<? extends Node>> makers = new EnumMap<>(Room.class);
        makers.put(Room.TRAIN, () -> trainRoom);
        makers.put(Room.ASK, () -> askRoom = new AskRoom(workbench.askRoom(), dialogs, palette));
        makers.put(Room.DATA, () -> dataRoom =
                new DataRoom(workbench.look(), workbench.dataset(), dialogs, palette, browse));
        makers.put(Room.RUNS, () -> runsView = new RunsView(workbench.runs(), dialogs,
                Bindings.when(themes.darkProperty()).then(PlotColours.DARK).otherwise(PlotColours.LIGHT),
                () -> workbench.roomProperty().set(Room.TRAIN)));
        makers.put(Room.TUNE, () -> new TuneView(workbench.tune(), palette));
        return makers;
    }

    private Parent root() {
        BorderPane body = new BorderPane(new StackPane(rooms, tourLayer(), dropHint));
        RoomBar roomBar = new RoomBar(rooms.rooms(), workbench.roomProperty());
        body.setTop(new VBox(new HeaderBar(actions, themes, roomBar, askPanel, tour::start, workbench),
                new NoticeBar(workbench.notices(), actions::showLog, actions::openLogFolder)));
        body.setBottom(statusBar);
        body.getStyleClass().add("main-window");
        themes.darkProperty().addListener((property, before, dark) -> body.pseudoClassStateChanged(DARK, dark));
        body.pseudoClassStateChanged(DARK, themes.darkProperty().get());
        return body;
    }

    /** The tour is about the room for training: in the others it waits. */
    private Node tourLayer() {
        StackPane layer = new StackPane(new TourView(tour));
        layer.setPickOnBounds(false);
        layer.visibleProperty().bind(workbench.roomProperty().isEqualTo(Room.TRAIN));
        return layer;
    }

    private void shortcuts(Scene scene) {
        shortcut(scene, KeyCode.ENTER, () -> byRoom(workbench.tune()::start, workbench::train));
        shortcut(scene, KeyCode.P, () -> byRoom(workbench.tune()::togglePause, workbench.run()::togglePause));
        shortcut(scene, KeyCode.PERIOD, () -> byRoom(workbench.tune()::end, workbench.run()::stop));
        shortcut(scene, KeyCode.O, actions::openFile);
        shortcut(scene, KeyCode.M, actions::openModel);
        shortcut(scene, KeyCode.S, actions::saveModel);
        shortcut(scene, KeyCode.E, () -> {
            if (workbench.modelProperty().get() != null) {
                actions.exportModel();
            }
        });
        shortcut(scene, KeyCode.T, themes::toggle);
        shortcut(scene, KeyCode.R, () -> askPanel.set(!askPanel.get()));
        shortcut(scene, KeyCode.F, this::focusSearch);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN,
                KeyCombination.SHIFT_DOWN), actions::openFolder);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F1), actions::showKeyboard);
        for (Room room : rooms.rooms()) {
            shortcut(scene, KeyCode.getKeyCode(String.valueOf(room.ordinal() + 1)),
                    () -> workbench.roomProperty().set(room));
        }
    }

    /** What starts and ends training is about searches in the room of searches, and about runs everywhere else. */
    private void byRoom(Runnable ofSearches, Runnable ofRuns) {
        (workbench.roomProperty().get() == Room.TUNE ? ofSearches : ofRuns).run();
    }

    /** Movies in the data room, what a tab asks about in the room for questions, runs in theirs, users everywhere else. */
    private void focusSearch() {
        if (workbench.roomProperty().get() == Room.DATA) {
            dataRoom.focusSearch();
        } else if (workbench.roomProperty().get() == Room.ASK) {
            askRoom.focusSearch();
        } else if (workbench.roomProperty().get() == Room.RUNS) {
            runsView.focusSearch();
        } else {
            workbench.roomProperty().set(Room.TRAIN);
            askPanel.set(true);
            trainRoom.focusSearch();
        }
    }

    private static void shortcut(Scene scene, KeyCode key, Runnable action) {
        scene.getAccelerators().put(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN), action);
    }

    /** Opens what was named on the command line, as if it had been dropped on the window. */
    public void open(List<Path> files) {
        actions.dropped(files);
    }

    /** Shows the window, at a first start with its tour, and begins to watch the run. */
    public void show() {
        ticker.start(POLL);
        stage.show();
        if (!bounds.maximized()) {
            // Under some window managers, such as Openbox, a window that is shown shrinks to the smallest it may be.
            resize();
        }
        tour.greet();
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
        return workbench.remember(themes.choiceProperty().get(), bounds, askPanel.get(),
                tour.seen());
    }

    /** Ends what runs on the JavaFX thread. */
    public void stop() {
        ticker.close();
    }
}
