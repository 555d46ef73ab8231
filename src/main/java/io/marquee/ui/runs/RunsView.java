package io.marquee.ui.runs;

import atlantafx.base.theme.Styles;
import io.marquee.chart.Plot;
import io.marquee.chart.PlotColours;
import io.marquee.chart.PlotText;
import io.marquee.ui.Icons;
import io.marquee.ui.chart.PlotCanvas;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/** The room of runs: the list above, curves and differences of the selected runs below. */
public final class RunsView extends BorderPane {

    private static final double DETAILS_WIDTH = 260;

    private final RunsViewModel model;
    private final RunFiles files;
    private final RunTable table;
    private final RunToolbar toolbar;
    private final Label ranking = new Label();
    private final DifferenceTable differences;

    /**
     * @param files asks where to write
     * @param colours colours of the theme
     * @param goToTrain shows the room where runs are started
     */
    public RunsView(RunsViewModel model, RunFiles files, ObservableValue<PlotColours> colours, Runnable goToTrain) {
        this.model = model;
        this.files = files;
        getStyleClass().add("runs-view");
        table = new RunTable(model, colours);
        toolbar = new RunToolbar(model, table, actions());
        differences = new DifferenceTable(model);
        RunDetailsPane details = new RunDetailsPane(model, colours);
        ComparisonPane comparison = new ComparisonPane(model, colours,
                new ComparisonPane.PictureActions(this::savePicture, this::copyPlot));
        TabPane tabs = new TabPane(new Tab("Details", details), new Tab("Differences", differences));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getStyleClass().add(Styles.DENSE);
        SplitPane below = new SplitPane(comparison, tabs);
        below.setDividerPositions(0.69);
        // A window that gets smaller takes from the curves.
        tabs.setMinWidth(DETAILS_WIDTH);
        ranking.setId("ranking-notice");
        ranking.setWrapText(true);
        ranking.setMaxWidth(Double.MAX_VALUE);
        ranking.setMinHeight(USE_PREF_SIZE);
        ranking.getStyleClass().add("protocol-warning");
        ranking.managedProperty().bind(ranking.visibleProperty());
        ranking.setVisible(false);
        // In this order, which Tab follows.
        BorderPane list = new BorderPane();
        list.setTop(new VBox(toolbar, ranking));
        list.setCenter(new StackPane(table, emptyState(goToTrain)));
        SplitPane all = new SplitPane(list, below);
        all.setOrientation(Orientation.VERTICAL);
        all.setDividerPositions(0.42);
        setCenter(all);
        Label nothing = muted("");
        nothing.textProperty().bind(Bindings.when(model.loadedProperty())
                .then("No run fits the search.").otherwise("The history of runs has not been read."));
        table.setPlaceholder(nothing);
        table.setContextMenu(toolbar.contextMenu());
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        table.getSortOrder().addListener((InvalidationListener) change -> showRanking());
        model.list().found().addListener((InvalidationListener) change -> showRanking());
        model.chosenProperty().addListener((property, before, now) -> reveal(now.longValue()));
        model.wantedProperty().addListener(change -> selectWanted());
        model.list().found().addListener((InvalidationListener) change -> Platform.runLater(this::selectWanted));
        selectWanted();
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
                toolbar.focusSearch();
                event.consume();
            }
        });
        sceneProperty().addListener((property, before, now) -> {
            model.setShown(now != null);
            if (now == null) {
                details.saveNotes();
            }
        });
    }

    /** Puts the cursor into the search box. */
    public void focusSearch() {
        toolbar.focusSearch();
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add(Styles.TEXT_MUTED);
        return label;
    }

    private VBox emptyState(Runnable goToTrain) {
        Label title = new Label("No run yet", Icons.of(MaterialDesignH.HISTORY));
        title.getGraphic().getStyleClass().add("empty-icon");
        title.setContentDisplay(ContentDisplay.TOP);
        title.getStyleClass().add("section-title");
        Label words = muted("Every run is recorded here by itself, from this window and from the terminal: its curves, "
                + "settings and errors. Train one to begin.");
        words.setWrapText(true);
        words.setMaxWidth(420);
        words.setTextAlignment(TextAlignment.CENTER);
        Button train = new Button("Go to Train");
        train.setId("runs-go-to-train");
        train.getStyleClass().add(Styles.ACCENT);
        train.setOnAction(event -> goToTrain.run());
        VBox empty = new VBox(10, title, words, train);
        empty.setId("runs-empty");
        empty.setAlignment(Pos.CENTER);
        empty.getStyleClass().add("runs-empty");
        Runnable show = () -> empty.setVisible(model.loadedProperty().get() && model.list().all().isEmpty());
        model.list().all().addListener((InvalidationListener) change -> show.run());
        model.loadedProperty().addListener(change -> show.run());
        show.run();
        return empty;
    }

    private RunToolbar.Actions actions() {
        return new RunToolbar.Actions(this::export, this::report);
    }

    private void export() {
        List<RunRow> rows = table.selected();
        if (!rows.isEmpty()) {
            files.fileToWrite("Export every point", name(rows), "csv", "json").ifPresent(file -> model.export(rows, file));
        }
    }

    private void report() {
        table.selected().stream().findFirst().ifPresent(row ->
                files.fileToWrite("Write a report", name(List.of(row)), "html").ifPresent(file -> model.report(row, file)));
    }

    private void savePicture(PlotCanvas canvas) {
        if (canvas.plotProperty().get().isEmpty()) {
            model.tell("There is no curve to save yet: select runs in the list.");
            return;
        }
        files.fileToWrite("Save the chart", name(table.selected()) + "-chart", "png", "svg")
                .ifPresent(file -> model.writePicture(file, RunPicture.of(canvas, file)));
    }

    /** A file name of the names of runs. */
    private static String name(List<RunRow> rows) {
        String names = rows.stream().limit(3).map(row -> row.summary().name()).collect(Collectors.joining("-"));
        String plain = names.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.isEmpty() ? "runs" : plain;
    }

    private void copyPlot(Plot plot) {
        copy(PlotText.of(plot));
        model.tell("Copied the curves as a table; Export writes every point.");
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void key(KeyEvent event) {
        if (table.getEditingCell() != null) {
            return;
        }
        if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copy(differences.getItems().size() > 1 && event.isShiftDown() ? differences.asText()
                    : RunsViewModel.asTable(table.selected()));
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.Z) {
            model.undoDelete();
        } else if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            model.delete(table.selected());
        } else if (event.getCode() == KeyCode.F2) {
            table.editName();
        } else if (event.getCode() == KeyCode.ASTERISK || event.getCode() == KeyCode.S && !event.isShortcutDown()) {
            model.toggleStar(table.selected());
        } else if (event.getCode() == KeyCode.D && !event.isShortcutDown()) {
            table.selected().stream().findFirst().ifPresent(model::duplicate);
        } else if (event.getCode() == KeyCode.R && !event.isShortcutDown()) {
            table.selected().stream().filter(row -> row.summary().state().unfinished()).findFirst().ifPresent(model::resume);
        } else {
            return;
        }
        event.consume();
    }

    private void showRanking() {
        long protocols = model.list().found().stream().map(RunRow::protocol).filter(letter -> !letter.isEmpty()).distinct().count();
        ranking.setVisible(table.sortedByError() && protocols > 1);
        ranking.setText(String.format(Locale.ROOT, "These runs were measured by %d protocols (dataset, split, seed, "
                + "clipping). Errors are ranked within a protocol only: compare runs of one letter.", protocols));
    }

    /** Selects the run that another room asked for, if it is listed by now. */
    private void selectWanted() {
        RunRow row = model.list().row(model.wantedProperty().get());
        if (row != null && table.getItems().contains(row)) {
            model.wantedProperty().set(-1);
            table.getSelectionModel().clearSelection();
            table.getSelectionModel().select(row);
            table.scrollTo(row);
            table.requestFocus();
        }
    }

    /** Scrolls to a run whose curve was clicked. */
    private void reveal(long id) {
        RunRow row = model.list().row(id);
        if (row != null && table.getItems().contains(row)) {
            table.scrollTo(row);
        }
    }
}
