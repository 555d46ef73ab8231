package io.marquee.ui.tune;

import atlantafx.base.theme.Styles;
import io.marquee.ui.Icons;
import io.marquee.ui.chart.ChartPalette;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The room in which hyperparameters are searched for: what to search on the left, the search on the right. */
public final class TuneView extends BorderPane {

    private static final String NONE = "No search is under way.";

    public TuneView(TuneViewModel model, ObservableValue<ChartPalette> palette) {
        getStyleClass().add("tune-view");
        SpacePane space = new SpacePane(model);
        VBox.setVgrow(space, Priority.ALWAYS);
        VBox left = new VBox(space, controls(model));
        left.getStyleClass().add("left");
        left.setMinWidth(320);
        left.setPrefWidth(340);
        left.setMaxWidth(340);
        setLeft(left);
        setCenter(new SearchPane(model, palette));
        sceneProperty().addListener((property, before, now) -> {
            if (now != null) {
                model.enter();
            }
        });
    }

    private static HBox controls(TuneViewModel model) {
        Button start = new Button("Search", Icons.of(MaterialDesignM.MAGNIFY));
        start.setId("search-start");
        start.getStyleClass().add(Styles.ACCENT);
        start.disableProperty().bind(model.activeProperty());
        start.setOnAction(event -> model.start());
        Icons.explain(start, "Search with the dataset and the settings of the form in Train; what varies is above. While a run trains, the "
                + "search waits for its end (Ctrl+Enter)", "A search is under way: pause or end it first.");
        Button pause = new Button("Pause", Icons.of(MaterialDesignP.PAUSE));
        pause.setId("search-pause");
        pause.disableProperty().bind(model.activeProperty().not());
        pause.setOnAction(event -> model.togglePause());
        Icons.explain(pause, "Pause the search: runs can train meanwhile, and it goes on with Resume, after a restart too. Of the trial in "
                + "progress, the epoch in progress is lost (Ctrl+P)", NONE);
        Button end = new Button("End", Icons.of(MaterialDesignS.STOP));
        end.setId("search-end");
        end.disableProperty().bind(model.activeProperty().not());
        end.setOnAction(event -> model.end());
        Icons.explain(end, "End the search as if its time were up: the best so far is measured on the test part, once (Ctrl+.)",
                NONE);
        HBox controls = new HBox();
        controls.getStyleClass().add("run-controls");
        for (Button button : new Button[] {start, pause, end}) {
            button.setMinWidth(USE_PREF_SIZE);
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            controls.getChildren().add(button);
        }
        return controls;
    }
}
