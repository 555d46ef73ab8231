package io.marquee.ui.window;

import atlantafx.base.theme.Styles;
import io.marquee.ui.Icons;
import io.marquee.ui.ask.AskView;
import io.marquee.ui.chart.ChartPalette;
import io.marquee.ui.data.DatasetView;
import io.marquee.ui.evaluate.ErrorsView;
import io.marquee.ui.evaluate.EvaluationViewModel;
import io.marquee.ui.evaluate.RankingView;
import io.marquee.ui.form.FormField;
import io.marquee.ui.form.FormView;
import io.marquee.ui.run.ChartsPane;
import io.marquee.ui.run.QueuePane;
import io.marquee.ui.run.RateFinderDialog;
import io.marquee.ui.run.ResultsPane;
import io.marquee.ui.run.RunControls;
import io.marquee.ui.run.SteeringBar;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Where runs are set up and watched: form on the left, run in the middle, recommendations on the right. */
final class TrainRoom extends BorderPane {

    private final AskView askView;

    /**
     * @param askPanel whether recommendations are shown
     * @param palette colours of the charts
     */
    TrainRoom(Workbench workbench, Dialogs dialogs, ReadOnlyBooleanProperty askPanel,
            ObservableValue<ChartPalette> palette) {
        askView = new AskView(workbench.ask());
        askView.setMinWidth(300);
        askView.setPrefWidth(350);
        askView.setMaxWidth(440);
        askView.visibleProperty().bind(askPanel);
        askView.managedProperty().bind(askPanel);
        setLeft(left(workbench, dialogs, palette));
        setCenter(middle(workbench, palette));
        setRight(askView);
    }

    private static Node left(Workbench workbench, Dialogs dialogs, ObservableValue<ChartPalette> palette) {
        FormView form = new FormView(workbench.form(), new DatasetView(workbench.dataset(), workbench.filter(), dialogs),
                new DeviceList(workbench.devices()));
        workbench.onError(field -> {
            // Training can be asked for in any room, but only a field that is shown takes keys.
            workbench.roomProperty().set(Room.TRAIN);
            form.pointTo(field);
        });
        form.append(FormField.LEARNING_RATE, findRate(workbench, palette));
        form.offer(search(workbench));
        VBox.setVgrow(form, Priority.ALWAYS);
        VBox left = new VBox(form, new QueuePane(workbench.queue()), new SteeringBar(workbench.run()),
                new RunControls(workbench.run(), workbench::train));
        left.getStyleClass().add("left");
        left.setMinWidth(300);
        left.setPrefWidth(330);
        left.setMaxWidth(330);
        return left;
    }

    private static Button search(Workbench workbench) {
        Button search = new Button("Search…");
        search.setId("go-to-tune");
        search.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        search.setMinWidth(USE_PREF_SIZE);
        Icons.explain(search, "Search for good values: grid, random or halving, within some minutes (Ctrl+5)");
        search.setOnAction(event -> workbench.roomProperty().set(Room.TUNE));
        return search;
    }

    private static Button findRate(Workbench workbench, ObservableValue<ChartPalette> palette) {
        Button find = new Button("Find");
        find.setId("find-rate");
        find.getStyleClass().add(Styles.SMALL);
        find.setMinWidth(USE_PREF_SIZE);
        Icons.explain(find, "Try rising learning rates on this network and data for some seconds, and suggest one.",
                "Not while a run is under way.");
        find.disableProperty().bind(workbench.run().activeProperty());
        find.setOnAction(event -> {
            if (workbench.findRate()) {
                new RateFinderDialog(find.getScene().getWindow(), workbench.rateFinder(), palette,
                        rate -> workbench.form().field(FormField.LEARNING_RATE).textProperty().set(Double.toString(rate)))
                        .show();
            }
        });
        return find;
    }

    private static Node middle(Workbench workbench, ObservableValue<ChartPalette> palette) {
        EvaluationViewModel evaluation = workbench.evaluation();
        ChartsPane charts = new ChartsPane(workbench.run(), evaluation.baselinesProperty());
        charts.paletteProperty().bind(palette);
        Map<String, Node> pages = new LinkedHashMap<>();
        pages.put("Errors", new ErrorsView(evaluation, palette));
        pages.put("Ranking", new RankingView(evaluation));
        SplitPane middle = new SplitPane(charts, new ResultsPane(workbench.run(), workbench.crossValidation(), pages));
        middle.setOrientation(Orientation.VERTICAL);
        middle.setDividerPositions(0.56);
        middle.getStyleClass().add("middle");
        return middle;
    }

    /** Goes to the field in which users are searched. */
    void focusSearch() {
        askView.focusSearch();
    }
}
