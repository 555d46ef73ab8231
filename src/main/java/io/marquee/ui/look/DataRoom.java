package io.marquee.ui.look;

import atlantafx.base.theme.Styles;
import io.marquee.ui.Icons;
import io.marquee.ui.chart.ChartPalette;
import io.marquee.ui.data.DatasetChooser;
import io.marquee.ui.data.DatasetChoosers;
import io.marquee.ui.data.DatasetStatus;
import io.marquee.ui.data.DatasetViewModel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/** Looking at the data: an overview, the movies, and what the import met. */
public final class DataRoom extends BorderPane {

    private static final String WHAT_TO_DO = "Choose a dataset above: a built-in one, or your own files. Or drop a rating file, a zip "
            + "or a folder anywhere on the window.";

    private final LookViewModel model;
    private final DatasetViewModel dataset;
    private final Map<ToggleButton, Node> pages = new LinkedHashMap<>();
    private final ToggleGroup chosen = new ToggleGroup();
    private final MoviesPane movies;
    private final Node waiting;
    private final Node opening;

    /**
     * @param palette colours of the charts
     * @param browse opens an address in the person's browser
     */
    public DataRoom(LookViewModel model, DatasetViewModel dataset, DatasetChoosers choosers,
            ObservableValue<ChartPalette> palette, Consumer<String> browse) {
        this.model = model;
        this.dataset = dataset;
        getStyleClass().add("data-room");
        movies = new MoviesPane(model.movies(), palette, browse);
        ToggleButton movieButton = new ToggleButton("Movies");
        page("look-overview", new ToggleButton("Overview"), "Counts, distributions, genres and time",
                new OverviewPane(model, palette, movie -> {
                    model.movies().queryProperty().set("");
                    model.movies().chosenProperty().set(movie);
                    movieButton.setSelected(true);
                }));
        page("look-movies", movieButton, "All movies, searchable; each with its ratings (Ctrl+F)", movies);
        page("look-import", new ToggleButton("Import report"), "What was guessed, repaired and left out",
                new ImportPane(model.imported(), choosers));
        chosen.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null) {
                // One page is always shown.
                before.setSelected(true);
            }
            show();
        });
        waiting = waiting();
        opening = opening(choosers);
        setTop(header(choosers));
        pages.keySet().iterator().next().setSelected(true);
        model.lookProperty().addListener(change -> show());
        dataset.stateProperty().addListener(change -> show());
        sceneProperty().addListener((property, before, now) -> model.show(now != null));
        show();
    }

    private void page(String id, ToggleButton button, String help, Node page) {
        button.setId(id);
        button.setToggleGroup(chosen);
        button.disableProperty().bind(model.lookProperty().isNull());
        Icons.explain(button, help, "There is nothing to look at yet: a dataset has to be open, and its ratings gone through.");
        button.getStyleClass().add(pages.isEmpty() ? Styles.LEFT_PILL : Styles.CENTER_PILL);
        pages.put(button, page);
    }

    private Node header(DatasetChoosers choosers) {
        DatasetChooser chooser = new DatasetChooser(dataset, choosers);
        chooser.setPrefWidth(300);
        HBox pills = new HBox();
        pills.getChildren().addAll(pages.keySet());
        ToggleButton last = (ToggleButton) pills.getChildren().get(pills.getChildren().size() - 1);
        last.getStyleClass().remove(Styles.CENTER_PILL);
        last.getStyleClass().add(Styles.RIGHT_PILL);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox header = new HBox(14, chooser, gap, pills);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("look-header");
        return header;
    }

    private void show() {
        if (dataset.stateProperty().get() != DatasetViewModel.State.READY) {
            setCenter(opening);
        } else if (model.lookProperty().get() == null) {
            setCenter(waiting);
        } else {
            setCenter(pages.get((ToggleButton) chosen.getSelectedToggle()));
        }
    }

    private static Node waiting() {
        ProgressIndicator turning = new ProgressIndicator();
        turning.setMaxSize(36, 36);
        Label words = new Label("Looking at all ratings…");
        words.getStyleClass().add(Styles.TEXT_MUTED);
        VBox box = new VBox(12, turning, words);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private Node opening(DatasetChoosers choosers) {
        FontIcon icon = Icons.of(MaterialDesignD.DATABASE_SEARCH_OUTLINE);
        icon.getStyleClass().add("empty-icon");
        Label words = new Label();
        words.setId("look-empty");
        words.setWrapText(true);
        words.setTextAlignment(TextAlignment.CENTER);
        words.getStyleClass().add(Styles.TEXT_MUTED);
        words.visibleProperty().bind(dataset.stateProperty().isNotEqualTo(DatasetViewModel.State.LOADING));
        words.textProperty().bind(dataset.stateProperty().map(state -> (state == DatasetViewModel.State.FAILED
                ? "The dataset could not be opened." : "Nothing to look at yet.") + "\n\n" + WHAT_TO_DO));
        words.managedProperty().bind(words.visibleProperty());
        DatasetStatus status = new DatasetStatus(dataset, choosers);
        status.getStyleClass().add("centred-status");
        VBox box = new VBox(16, icon, words, status);
        box.setAlignment(Pos.CENTER);
        box.setMaxWidth(420);
        return new StackPane(box);
    }

    /** Puts the cursor into the search box of the movies. */
    public void focusSearch() {
        if (model.lookProperty().get() != null) {
            pages.keySet().stream().filter(button -> pages.get(button) == movies).findFirst()
                    .ifPresent(button -> button.setSelected(true));
            movies.focusSearch();
        }
    }
}
