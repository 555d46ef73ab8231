package io.marquee.ui.window;

import io.marquee.export.ExportFormat;
import io.marquee.settings.LogFile;
import io.marquee.ui.DisabledTooltips;
import io.marquee.ui.ask.ProfileFiles;
import io.marquee.ui.data.CatalogueView;
import io.marquee.ui.data.DatasetChoosers;
import io.marquee.ui.export.ExportPane;
import io.marquee.ui.export.ExportViewModel;
import io.marquee.ui.mapping.MappingDialog;
import io.marquee.ui.runs.RunFiles;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The dialogs of the window. Only what a person has asked for, or must answer, is a dialog. */
final class Dialogs implements DatasetChoosers, ProfileFiles, RunFiles {

    private static final FileChooser.ExtensionFilter MODELS =
            new FileChooser.ExtensionFilter("Marquee models (*.marquee)", "*.marquee");

    private static final FileChooser.ExtensionFilter PROFILES =
            new FileChooser.ExtensionFilter("Marquee profiles (*.json)", "*.json");
    private static final int MOST_LINES = 33;
    private static final double CATALOGUE_WIDTH = 820;
    private static final double CATALOGUE_HEIGHT = 640;

    private final Window owner;
    private final Workbench workbench;
    private File lastFolder;
    private Dialog<ButtonType> exporting;

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

    /** Shows what a model can be exported as; an export goes on when this is closed. */
    void showExport(ExportViewModel export) {
        if (exporting != null && exporting.isShowing()) {
            ((Stage) exporting.getDialogPane().getScene().getWindow()).toFront();
            return;
        }
        exporting = new Dialog<>();
        exporting.initOwner(owner);
        exporting.initModality(Modality.NONE);
        exporting.setTitle("Export the model");
        exporting.getDialogPane().setContent(new ExportPane(export, this::exportTarget));
        exporting.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        DisabledTooltips.install(exporting.getDialogPane().getScene());
        exporting.show();
    }

    private Optional<Path> exportTarget(ExportFormat format, String suggestedName) {
        if (format.extension().isEmpty()) {
            return folder("Export " + format.displayName().toLowerCase(Locale.ROOT) + " to a folder");
        }
        FileChooser chooser = chooser("Export");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(
                format.displayName() + " (*." + format.extension() + ")", "*." + format.extension()));
        chooser.setInitialFileName(suggestedName);
        return visited(chooser.showSaveDialog(owner));
    }

    @Override
    public Optional<Path> profileToOpen() {
        FileChooser chooser = chooser("Open your ratings");
        chooser.getExtensionFilters().addAll(PROFILES, new FileChooser.ExtensionFilter("All files", "*"));
        return visited(chooser.showOpenDialog(owner));
    }

    @Override
    public Optional<Path> profileToSave(String suggestedName) {
        FileChooser chooser = chooser("Save your ratings");
        chooser.getExtensionFilters().add(PROFILES);
        chooser.setInitialFileName(suggestedName);
        return visited(chooser.showSaveDialog(owner));
    }

    @Override
    public Optional<Path> ratingsToImport() {
        FileChooser chooser = chooser("Import ratings");
        chooser.getExtensionFilters().addAll(new FileChooser.ExtensionFilter("Lists of ratings (*.csv)", "*.csv"),
                new FileChooser.ExtensionFilter("All files", "*"));
        return visited(chooser.showOpenDialog(owner));
    }

    @Override
    public Optional<Path> fileToWrite(String title, String name, String... endings) {
        FileChooser chooser = chooser(title);
        for (String ending : endings) {
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(
                    ending.toUpperCase(Locale.ROOT) + " (*." + ending + ")", "*." + ending));
        }
        chooser.setInitialFileName(name + "." + endings[0]);
        return visited(chooser.showSaveDialog(owner)).map(file -> withEnding(file,
                chooser.getSelectedExtensionFilter(), endings));
    }

    /** A file named without ending, or whose ending is another, gets that of the chosen kind. */
    private static Path withEnding(Path file, FileChooser.ExtensionFilter filter, String... endings) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        for (String ending : endings) {
            if (name.endsWith("." + ending)) {
                return file;
            }
        }
        String ending = filter == null ? "." + endings[0] : filter.getExtensions().get(0).substring(1);
        return file.resolveSibling(file.getFileName() + ending);
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
        area.setWrapText(true);
        area.setAccessibleText(title);
        area.setPrefWidth(720);
        area.setPrefRowCount((int) Math.min(MOST_LINES, text.lines().count() + 2));
        area.getStyleClass().add("report-text");
        dialog.getDialogPane().setContent(area);
        wide(dialog);
        dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        area.positionCaret(0);
        dialog.show();
    }

    /** Shows the libraries inside and their licences. */
    void showLibraries(List<Library> libraries) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle("Libraries inside, and their licences");
        dialog.setResizable(true);
        LibrariesPane pane = new LibrariesPane(libraries);
        dialog.getDialogPane().setContent(pane);
        dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        wide(dialog);
        dialog.setOnShown(event -> pane.focusSearch());
        dialog.show();
    }

    /** The theme keeps dialogs narrow, which is right for questions but not for texts and lists. */
    private static void wide(Dialog<?> dialog) {
        dialog.getDialogPane().getStyleClass().add("wide-dialog");
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
        wide(dialog);
        workbench.catalogue().refresh();
        dialog.show();
    }

    void showLog(LogFile log) {
        showText("Log: " + log.file(), log.tail());
    }

    /** Says how large the dataset cache is and asks whether to delete it. */
    boolean confirmClearCache(Path folder, long bytes) {
        ButtonType clear = new ButtonType("Delete them", ButtonBar.ButtonData.OK_DONE);
        ButtonType keep = new ButtonType("Keep them", ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, "Opened datasets are kept in " + folder
                + ", so that they open again in a moment. Deleting these copies loses nothing: your files stay as they are, "
                + "and are read again when you open them.", clear, keep);
        alert.initOwner(owner);
        alert.setTitle("Dataset cache");
        alert.setHeaderText(bytes >> 20 == 0 ? "The dataset cache takes less than 1 MB."
                : String.format(Locale.ROOT, "The dataset cache takes %,d MB.", bytes >> 20));
        alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        alert.getDialogPane().setPrefWidth(560);
        return alert.showAndWait().filter(clear::equals).isPresent();
    }

    /** Asks whether to stop the run and close. */
    boolean confirmClose() {
        ButtonType stop = new ButtonType("Stop and close", ButtonBar.ButtonData.OK_DONE);
        ButtonType stay = new ButtonType("Keep training", ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION,
                "A run is under way. Closing stops it; it can be resumed under Runs, from its last finished epoch.", stop, stay);
        alert.initOwner(owner);
        alert.setTitle("Close Marquee?");
        alert.setHeaderText("Stop training and close?");
        // Enter, pressed in haste, must not end a run.
        ((Button) alert.getDialogPane().lookupButton(stop)).setDefaultButton(false);
        ((Button) alert.getDialogPane().lookupButton(stay)).setDefaultButton(true);
        alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        return alert.showAndWait().filter(stop::equals).isPresent();
    }
}
