package io.marquee.ui.window;

import io.marquee.settings.LogFile;
import io.marquee.ui.data.CatalogueView;
import io.marquee.ui.data.DatasetChoosers;
import io.marquee.ui.mapping.MappingDialog;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Modality;
import javafx.stage.Window;

/** The dialogs of the window. Only what a person has asked for, or must answer, is a dialog. */
final class Dialogs implements DatasetChoosers {

    private static final FileChooser.ExtensionFilter MODELS =
            new FileChooser.ExtensionFilter("Marquee models (*.marquee)", "*.marquee");

    private static final double CATALOGUE_WIDTH = 820;
    private static final double CATALOGUE_HEIGHT = 640;

    private final Window owner;
    private final Workbench workbench;
    private File lastFolder;

    Dialogs(Window owner, Workbench workbench) {
        this.owner = owner;
        this.workbench = workbench;
    }

    @Override
    public Optional<Path> ratingFile(String title) {
        FileChooser chooser = chooser(title);
        chooser.getExtensionFilters().addAll(
                new FileChooser.ExtensionFilter("Ratings (*.csv, *.dat, *.data, *.txt, *.tsv, *.zip)",
                        "*.csv", "*.dat", "*.data", "*.txt", "*.tsv", "*.zip"),
                new FileChooser.ExtensionFilter("All files", "*"));
        return visited(chooser.showOpenDialog(owner));
    }

    @Override
    public Optional<Path> folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(lastFolder);
        return visited(chooser.showDialog(owner));
    }

    @Override
    public Optional<Path> importReportToSave(String suggestedName) {
        FileChooser chooser = chooser("Save the import report");
        chooser.getExtensionFilters().addAll(new FileChooser.ExtensionFilter("Text (*.txt)", "*.txt"),
                new FileChooser.ExtensionFilter("CSV (*.csv)", "*.csv"));
        chooser.setInitialFileName(suggestedName);
        return visited(chooser.showSaveDialog(owner));
    }

    @Override
    public void mapColumns(String source) {
        MappingDialog.show(owner, workbench.map(source), workbench.dataset()::open);
    }

    Optional<Path> modelToOpen() {
        FileChooser chooser = chooser("Open a model");
        chooser.getExtensionFilters().addAll(MODELS, new FileChooser.ExtensionFilter("All files", "*"));
        return visited(chooser.showOpenDialog(owner));
    }

    Optional<Path> modelToSave(String suggestedName) {
        FileChooser chooser = chooser("Save the model");
        chooser.getExtensionFilters().add(MODELS);
        chooser.setInitialFileName(suggestedName);
        return visited(chooser.showSaveDialog(owner));
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(lastFolder);
        return chooser;
    }

    private Optional<Path> visited(File chosen) {
        if (chosen == null) {
            return Optional.empty();
        }
        File folder = chosen.isDirectory() ? chosen : chosen.getParentFile();
        // A folder that has gone would make the next dialog fail.
        lastFolder = folder != null && folder.isDirectory() ? folder : null;
        return Optional.of(chosen.toPath());
    }

    @Override
    public void showText(String title, String text) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(title);
        dialog.setResizable(true);
        TextArea area = new TextArea(text);
        area.setEditable(false);
        area.setPrefSize(720, 440);
        area.getStyleClass().add("report-text");
        dialog.getDialogPane().setContent(area);
        dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        area.positionCaret(0);
        dialog.show();
    }

    /** Until a dataset is opened or the dialog is closed. */
    @Override
    public void browse() {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setTitle("Datasets");
        dialog.setResizable(true);
        dialog.getDialogPane().setContent(new CatalogueView(workbench.catalogue(), dialog::close));
        dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        dialog.getDialogPane().setPrefSize(CATALOGUE_WIDTH, CATALOGUE_HEIGHT);
        workbench.catalogue().refresh();
        dialog.show();
    }

    void showLog(LogFile log) {
        showText("Log: " + log.file(), log.tail());
    }

    /** Asks whether to stop the run and close. */
    boolean confirmClose() {
        ButtonType stop = new ButtonType("Stop and close", ButtonBar.ButtonData.OK_DONE);
        ButtonType stay = new ButtonType("Keep training", ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION,
                "A run is under way. Closing stops it; a model that is not saved is lost.", stop, stay);
        alert.initOwner(owner);
        alert.setTitle("Close Marquee?");
        alert.setHeaderText("Stop training and close?");
        alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        return alert.showAndWait().filter(stop::equals).isPresent();
    }
}
