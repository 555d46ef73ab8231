package io.marquee.ui.data;

import io.marquee.data.DatasetSpec;
import io.marquee.ui.Icons;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** Names the chosen dataset, and offers others: built-in ones, files, and those opened lately. */
public final class DatasetChooser extends MenuButton {

    private final DatasetViewModel model;
    private final DatasetChoosers choosers;

    public DatasetChooser(DatasetViewModel model, DatasetChoosers choosers) {
        this.model = model;
        this.choosers = choosers;
        setId("dataset-chooser");
        setGraphic(Icons.of(MaterialDesignD.DATABASE_OUTLINE));
        getStyleClass().add("dataset-chooser");
        setOnShowing(event -> fillMenu());
        fillMenu();
        model.choiceProperty().addListener(change -> showChoice());
        showChoice();
    }

    private void showChoice() {
        DatasetChoice choice = model.choiceProperty().get();
        setText(choice == null ? "Choose a dataset" : choice.label());
        setAccessibleText("Dataset: " + getText());
        Icons.explain(this, choice == null ? "A built-in dataset, or ratings from your files." : choice.detail()
                + "\nOr drop a rating file, a zip or a folder anywhere on the window.");
    }

    private void fillMenu() {
        getItems().setAll(DatasetChoice.BUILT_IN.stream().map(this::item).toList());
        MenuItem names = new MenuItem("Browse datasets…", Icons.of(MaterialDesignB.BOOKSHELF));
        names.setId("dataset-browse");
        names.setOnAction(event -> choosers.browse());
        MenuItem file = new MenuItem("Open file…", Icons.of(MaterialDesignF.FILE_OUTLINE));
        file.setOnAction(event -> choosers.ratingFile("Open ratings").map(Path::toString).map(DatasetSpec::of)
                .ifPresent(model::open));
        MenuItem folder = new MenuItem("Open folder…", Icons.of(MaterialDesignF.FOLDER_OUTLINE));
        folder.setOnAction(event -> choosers.folder("Open a folder with ratings.csv").map(Path::toString)
                .map(DatasetSpec::of).ifPresent(model::open));
        MenuItem columns = new MenuItem("Open with columns…", Icons.of(MaterialDesignT.TABLE_COLUMN));
        columns.setId("dataset-open-columns");
        columns.setOnAction(event -> choosers.ratingFile("Open ratings and say which columns hold what")
                .map(Path::toString).ifPresent(choosers::mapColumns));
        MenuItem pair = new MenuItem("Open train and test files…", Icons.of(MaterialDesignF.FILE_COMPARE));
        pair.setOnAction(event -> openPair());
        getItems().addAll(new SeparatorMenuItem(), names, file, folder, columns, pair);
        if (!model.recent().isEmpty()) {
            getItems().add(new SeparatorMenuItem());
            model.recent().forEach(recent -> getItems().add(item(recent)));
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
}
