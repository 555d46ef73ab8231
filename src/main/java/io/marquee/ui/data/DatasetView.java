package io.marquee.ui.data;

import atlantafx.base.theme.Styles;
import io.marquee.data.DatasetSpec;
import io.marquee.ui.Icons;
import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** The dataset chooser, and below it the opening's progress, what went wrong, or what the dataset holds. */
public final class DatasetView extends VBox {

    private final DatasetViewModel model;
    private final DatasetChoosers choosers;
    private final Runnable browse;
    private final MenuButton chooser = new MenuButton();
    private final VBox below = new VBox(6);

    /** @param browse shows the datasets that can be had by name */
    public DatasetView(DatasetViewModel model, DatasetChoosers choosers, Runnable browse) {
        super(8);
        this.model = model;
        this.choosers = choosers;
        this.browse = browse;
        chooser.setId("dataset-chooser");
        chooser.setMaxWidth(Double.MAX_VALUE);
        chooser.setGraphic(Icons.of(MaterialDesignD.DATABASE_OUTLINE));
        chooser.getStyleClass().add("dataset-chooser");
        chooser.setOnShowing(event -> fillMenu());
        fillMenu();
        getChildren().addAll(chooser, below);
        model.choiceProperty().addListener(change -> showChoice());
        model.stateProperty().addListener(change -> showState());
        showChoice();
        showState();
    }

    private void showChoice() {
        DatasetChoice choice = model.choiceProperty().get();
        chooser.setText(choice == null ? "Choose a dataset" : choice.label());
        chooser.setAccessibleText("Dataset: " + chooser.getText());
        Icons.explain(chooser, choice == null ? "A built-in dataset, or ratings from your files." : choice.detail()
                + "\nOr drop ratings.csv, or a folder with it, anywhere on the window.");
    }

    private void fillMenu() {
        chooser.getItems().setAll(DatasetChoice.BUILT_IN.stream().map(this::item).toList());
        MenuItem names = new MenuItem("Browse datasets…", Icons.of(MaterialDesignB.BOOKSHELF));
        names.setId("dataset-browse");
        names.setOnAction(event -> browse.run());
        MenuItem file = new MenuItem("Open file…", Icons.of(MaterialDesignF.FILE_OUTLINE));
        file.setOnAction(event -> choosers.ratingFile("Open ratings").map(Path::toString).map(DatasetSpec::of)
                .ifPresent(model::open));
        MenuItem folder = new MenuItem("Open folder…", Icons.of(MaterialDesignF.FOLDER_OUTLINE));
        folder.setOnAction(event -> choosers.folder("Open a folder with ratings.csv").map(Path::toString)
                .map(DatasetSpec::of).ifPresent(model::open));
        MenuItem pair = new MenuItem("Open train and test files…", Icons.of(MaterialDesignF.FILE_COMPARE));
        pair.setOnAction(event -> openPair());
        chooser.getItems().addAll(new SeparatorMenuItem(), names, file, folder, pair);
        if (!model.recent().isEmpty()) {
            chooser.getItems().add(new SeparatorMenuItem());
            model.recent().forEach(recent -> chooser.getItems().add(item(recent)));
        }
    }

    private MenuItem item(DatasetChoice choice) {
        MenuItem item = new MenuItem(choice.label());
        item.setMnemonicParsing(false);
        item.setId("dataset-" + choice.label().replace(' ', '-'));
        item.setOnAction(event -> model.open(choice.spec()));
        return item;
    }

    private void openPair() {
        Optional<Path> train = choosers.ratingFile("Open the train part");
        Optional<Path> test = train.flatMap(chosen -> choosers.ratingFile("Open the test part"));
        test.ifPresent(chosen -> model.open(DatasetSpec.pair(train.get().toString(), chosen.toString())));
    }

    private void showState() {
        below.getChildren().setAll(switch (model.stateProperty().get()) {
            case NONE -> new Label("No dataset yet.");
            case LOADING -> loading();
            case READY -> facts(model.summaryProperty().get());
            case FAILED, CANCELLED -> failed();
        });
    }

    private Node loading() {
        ProgressBar bar = new ProgressBar();
        bar.setId("dataset-progress");
        bar.progressProperty().bind(model.progressProperty());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText("Opening the dataset");
        Label what = new Label();
        what.textProperty().bind(model.progressTextProperty());
        what.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button cancel = new Button("Cancel");
        cancel.setId("dataset-cancel");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.getStyleClass().add(Styles.SMALL);
        cancel.setOnAction(event -> model.cancel());
        HBox line = new HBox(8, what, gap, cancel);
        line.setAlignment(Pos.CENTER_LEFT);
        return new VBox(6, bar, line);
    }

    private Node failed() {
        Label message = new Label();
        message.setId("dataset-message");
        message.textProperty().bind(model.messageProperty());
        message.setWrapText(true);
        message.setMinHeight(USE_PREF_SIZE);
        message.getStyleClass().add(
                model.stateProperty().get() == DatasetViewModel.State.FAILED ? "field-error" : Styles.TEXT_MUTED);
        Button retry = new Button("Try again");
        retry.getStyleClass().add(Styles.SMALL);
        retry.setOnAction(event -> model.retry());
        return new VBox(6, message, retry);
    }

    private Node facts(DatasetFacts summary) {
        GridPane grid = new GridPane();
        grid.setId("dataset-facts");
        grid.getStyleClass().add("facts");
        ColumnConstraints labels = new ColumnConstraints();
        labels.setMinWidth(84);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setMinWidth(0);
        grid.getColumnConstraints().addAll(labels, values);
        int row = 0;
        for (DatasetFacts.Fact fact : summary.facts()) {
            Label label = new Label(fact.label());
            label.getStyleClass().add(Styles.TEXT_MUTED);
            Label value = new Label(fact.value());
            value.setWrapText(true);
            value.setMinHeight(USE_PREF_SIZE);
            grid.addRow(row++, label, value);
        }
        Hyperlink report = new Hyperlink("Full import report");
        report.setId("dataset-report");
        report.setOnAction(event -> choosers.showText("Import report", summary.report()));
        return new VBox(2, grid, report);
    }
}
