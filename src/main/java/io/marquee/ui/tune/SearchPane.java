package io.marquee.ui.tune;

import atlantafx.base.theme.Styles;
import io.marquee.tune.Search;
import io.marquee.tune.SearchState;
import io.marquee.tune.Trial;
import io.marquee.ui.ChoiceConverter;
import io.marquee.ui.Icons;
import io.marquee.ui.LineBreaks;
import io.marquee.ui.chart.ChartLabels;
import io.marquee.ui.chart.ChartPalette;
import io.marquee.ui.chart.ParallelChartCanvas;
import io.marquee.ui.chart.ParallelData;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** A search: how far it is, its trials as lines and as a table, and what it found. */
final class SearchPane extends BorderPane {

    private final TuneViewModel model;
    private final ParallelChartCanvas chart;
    private final TrialTable table;
    private final ComboBox<Search> choice = new ComboBox<>();
    private final Label state = new Label();
    private final Label result = new Label();
    private boolean choosing;

    SearchPane(TuneViewModel model, ObservableValue<ChartPalette> palette) {
        this.model = model;
        chart = new ParallelChartCanvas(new ChartLabels("Trials", "Validation MSE",
                "Say on the left what varies, then press Search. Each trial becomes a line here."), model::openRun);
        chart.setId("trial-chart");
        chart.paletteProperty().bind(palette);
        table = new TrialTable(model::openRun);
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) ->
                chart.markedProperty().set(now == null ? -1 : now.number()));
        BorderPane pictured = new BorderPane(chart);
        pictured.getStyleClass().add("trial-chart");
        SplitPane middle = new SplitPane(pictured, table);
        middle.setOrientation(Orientation.VERTICAL);
        middle.setDividerPositions(0.56);
        setTop(new VBox(heading(), progress()));
        setCenter(middle);
        setBottom(resultLine());
        model.searches().addListener((InvalidationListener) change -> showChoices());
        model.shownProperty().addListener((property, before, now) -> show(before, now));
        showChoices();
        show(null, model.shownProperty().get());
    }

    private HBox heading() {
        choice.setId("search-choice");
        choice.setAccessibleText("Search that is shown");
        choice.setPromptText("No search yet");
        choice.setMinWidth(180);
        choice.setPrefWidth(420);
        choice.setConverter(new ChoiceConverter<>(SearchStatus::title));
        choice.valueProperty().addListener((property, before, now) -> {
            if (!choosing && now != null) {
                model.shownProperty().set(now);
            }
        });
        Icons.explain(choice, "Searches of this person, the newest first, those broken off by a crash too");
        state.setId("search-state");
        state.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button resume = new Button("Resume", Icons.of(MaterialDesignR.REPLAY));
        resume.setId("search-resume");
        resume.setMinWidth(USE_PREF_SIZE);
        resume.disableProperty().bind(cannotResume());
        resume.setOnAction(event -> model.resume());
        Icons.explain(resume, "Go on with this search: finished trials stay, the one in progress goes on from its last finished epoch. "
                + "One that has ended gets the minutes on the left in addition. (Ctrl+P)",
                "There is no search that could go on: choose one that is not under way.");
        Button use = new Button("Use the best", Icons.of(MaterialDesignC.CHECK));
        use.setId("search-use");
        use.getStyleClass().add(Styles.ACCENT);
        use.setMinWidth(USE_PREF_SIZE);
        use.disableProperty().bind(model.shownProperty().map(search -> search.best().isEmpty()).orElse(true));
        use.setOnAction(event -> model.useBest());
        Icons.explain(use, "Fill the form in Train with the settings of the best trial",
                "No trial has been measured yet.");
        HBox heading = new HBox(8, choice, state, gap, delete(), resume, use);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.getStyleClass().add("search-heading");
        return heading;
    }

    private Button delete() {
        Button delete = Icons.named(new Button(null, Icons.of(MaterialDesignD.DELETE_OUTLINE)), "Delete this search");
        delete.setId("search-delete");
        delete.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        delete.disableProperty().bind(Bindings.createBooleanBinding(() -> !model.canDelete(), model.shownProperty(),
                model.activeProperty()));
        delete.setOnAction(event -> model.delete());
        Icons.explain(delete, "Delete this search; the runs of its trials stay in Runs",
                "There is no search to delete, or it is under way.");
        return delete;
    }

    private BooleanBinding cannotResume() {
        return Bindings.createBooleanBinding(() -> !model.canResume(), model.shownProperty(), model.activeProperty());
    }

    private HBox progress() {
        ProgressBar bar = new ProgressBar();
        bar.setId("search-progress");
        bar.setAccessibleText("Share of the time that is used up");
        bar.setPrefWidth(180);
        bar.setMinWidth(80);
        bar.progressProperty().bind(model.statusProperty().map(SearchStatus::fraction));
        Label words = new Label();
        words.setId("search-status");
        words.textProperty().bind(Bindings.createStringBinding(() -> model.waitingProperty().get().isEmpty()
                ? model.statusProperty().get().words() : model.waitingProperty().get(), model.waitingProperty(), model.statusProperty()));
        HBox line = new HBox(10, bar, words);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("search-progress");
        BooleanBinding wanted = model.shownProperty().isNotNull().or(model.activeProperty());
        line.visibleProperty().bind(wanted);
        line.managedProperty().bind(wanted);
        return line;
    }

    private Label resultLine() {
        result.setId("search-result");
        result.setWrapText(true);
        result.setMaxWidth(Double.MAX_VALUE);
        result.setMinHeight(USE_PREF_SIZE);
        result.getStyleClass().addAll(Styles.TEXT_SMALL, "search-result");
        result.visibleProperty().bind(result.textProperty().isNotEmpty());
        result.managedProperty().bind(result.visibleProperty());
        return result;
    }

    private void showChoices() {
        choosing = true;
        choice.getItems().setAll(model.searches());
        select(model.shownProperty().get());
        choosing = false;
    }

    private void select(Search search) {
        if (search != null && choice.getItems().stream().noneMatch(item -> item.id() == search.id())) {
            choice.getItems().add(0, search);
        }
        choice.setValue(search == null ? null : choice.getItems().stream().filter(item -> item.id() == search.id())
                .findFirst().orElse(null));
    }

    private void show(Search before, Search now) {
        if (before == null || now == null || before.id() != now.id()) {
            table.getSelectionModel().clearSelection();
            choosing = true;
            select(now);
            choosing = false;
        }
        table.show(now);
        chart.dataProperty().set(now == null ? ParallelData.NONE : TrialChart.of(now));
        chart.setAccessibleText(now == null ? "Trials" : "Trials of " + now.title() + " as parallel coordinates: arrows go from the "
                + "best to the next, Enter shows the run.");
        state.setText(now == null ? "" : now.state().words());
        state.getStyleClass().removeAll("state-active", "state-interrupted");
        if (now != null && now.state() == SearchState.RUNNING) {
            state.getStyleClass().add("state-active");
        } else if (now != null && now.state() == SearchState.INTERRUPTED) {
            state.getStyleClass().add("state-interrupted");
        }
        result.setText(now == null ? "" : LineBreaks.keep(words(now)));
    }

    private static String words(Search search) {
        return (SearchStatus.result(search) + search.best().map(SearchPane::settings).orElse("") + "\n" + search.plan().protocol())
                .strip();
    }

    private static String settings(Trial best) {
        return "\nIts settings: " + SearchStatus.settings(best);
    }
}
