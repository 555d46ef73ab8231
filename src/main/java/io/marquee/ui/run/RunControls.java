package io.marquee.ui.run;

import atlantafx.base.theme.Styles;
import io.marquee.ui.Icons;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** Train, Pause or Resume, Stop. */
public final class RunControls extends HBox {

    private final RunViewModel model;
    private final Button train = new Button("Train", Icons.of(MaterialDesignP.PLAY));
    private final Button pause = new Button("Pause", Icons.of(MaterialDesignP.PAUSE));
    private final Button stop = new Button("Stop", Icons.of(MaterialDesignS.STOP));

    /** @param onTrain starts a run, or says what keeps it from starting */
    public RunControls(RunViewModel model, Runnable onTrain) {
        this.model = model;
        getStyleClass().add("run-controls");
        train.setId("train");
        train.getStyleClass().add(Styles.ACCENT);
        train.setOnAction(event -> onTrain.run());
        pause.setId("pause");
        pause.setOnAction(event -> model.togglePause());
        stop.setId("stop");
        stop.setOnAction(event -> model.stop());
        for (Button button : new Button[] {train, pause, stop}) {
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            getChildren().add(button);
        }
        model.stateProperty().addListener(change -> show());
        show();
    }

    private void show() {
        RunState state = model.stateProperty().get();
        boolean paused = state == RunState.PAUSED;
        train.setText(state.active() ? "Queue" : "Train");
        train.setGraphic(Icons.of(state.active() ? MaterialDesignP.PLAYLIST_PLUS : MaterialDesignP.PLAY));
        Icons.explain(train, state.active()
                ? "Add a run with these settings to the queue; it starts when those before it are done (Ctrl+Enter)"
                : "Train the network on the chosen dataset (Ctrl+Enter)");
        String whyNot = state == RunState.STOPPING ? "The run is being stopped." : "No run is under way.";
        Icons.explain(stop, stoppable(state) ? "End the run; the model of the last finished epoch stays (Ctrl+.)" : whyNot);
        pause.setDisable(!stoppable(state));
        stop.setDisable(!stoppable(state));
        Ikon icon = paused ? MaterialDesignP.PLAY : MaterialDesignP.PAUSE;
        pause.setText(paused ? "Resume" : "Pause");
        pause.setGraphic(Icons.of(icon));
        Icons.explain(pause, !stoppable(state) ? whyNot
                : (paused ? "Go on with the run" : "Hold the run; it goes on where it was") + " (Ctrl+P)");
    }

    private static boolean stoppable(RunState state) {
        return state.active() && state != RunState.STOPPING;
    }
}
