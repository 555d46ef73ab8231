package io.marquee.ui.window;

import io.marquee.data.DatasetSpec;
import io.marquee.data.cache.DatasetCache;
import io.marquee.device.Device;
import io.marquee.model.TrainedModel;
import io.marquee.settings.LocalDatasets;
import io.marquee.settings.LogFile;
import io.marquee.ui.task.BackgroundTasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/** What menus, buttons and shortcuts do that is more than a call to a view model. */
final class Actions {

    private final Workbench workbench;
    private final Dialogs dialogs;
    private final BackgroundTasks tasks;
    private final LogFile log;
    private final Consumer<Path> showFolder;

    /** @param showFolder opens a folder in the desktop's file manager */
    Actions(Workbench workbench, Dialogs dialogs, BackgroundTasks tasks, LogFile log, Consumer<Path> showFolder) {
        this.workbench = workbench;
        this.dialogs = dialogs;
        this.tasks = tasks;
        this.log = log;
        this.showFolder = showFolder;
    }

    void openFile() {
        dialogs.ratingFile("Open ratings").ifPresent(this::openDataset);
    }

    void openFolder() {
        dialogs.folder("Open a folder with ratings.csv").ifPresent(this::openDataset);
    }

    private void openDataset(Path path) {
        workbench.dataset().open(DatasetSpec.of(path.toString()));
    }

    void openModel() {
        dialogs.modelToOpen().ifPresent(workbench.modelFiles()::open);
    }

    void saveModel() {
        TrainedModel model = workbench.modelProperty().get();
        if (model == null) {
            workbench.notices().inform("There is no model to save yet: one comes with the first finished epoch.");
            return;
        }
        String name = String.format(Locale.ROOT, "%s-epoch-%d.marquee",
                model.protocol().dataset().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"), model.result().epoch());
        dialogs.modelToSave(name).ifPresent(workbench.modelFiles()::save);
    }

    void exportModel() {
        dialogs.showExport(workbench.export());
    }

    void dropped(List<Path> files) {
        DropIntent.of(files).ifPresent(intent -> {
            if (intent instanceof DropIntent.OpenDataset data) {
                workbench.dataset().open(data.spec());
            } else if (intent instanceof DropIntent.OpenModel model) {
                workbench.modelFiles().open(model.file());
            }
        });
    }

    void showLog() {
        tasks.run(log::tail, text -> dialogs.showText("Log: " + log.file(), text),
                failure -> workbench.notices().report("The log cannot be read.", failure));
    }

    void openLogFolder() {
        tasks.run(this::logFolder, showFolder,
                failure -> workbench.notices().failed("The log folder cannot be opened.", failure));
    }

    private Path logFolder() throws IOException {
        return Files.createDirectories(log.file().toAbsolutePath().getParent());
    }

    void showAbout() {
        dialogs.showText("About Marquee", About.text());
    }

    void showLicences() {
        tasks.run(About::libraries, dialogs::showLibraries,
                failure -> workbench.notices().failed("The licences cannot be shown.", failure));
    }

    void copyDiagnostics() {
        List<Device> devices = List.copyOf(workbench.devices().list());
        tasks.run(() -> About.diagnostics(devices, log.tail()), text -> {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
            workbench.notices().inform("Versions, devices and the newest log messages are on the clipboard.");
        }, failure -> workbench.notices().report("The diagnostics cannot be gathered.", failure));
    }

    /** Says where opened datasets are kept and how large that is, and deletes them if asked to. */
    void showCache() {
        DatasetCache cache = LocalDatasets.cache();
        tasks.run(cache::bytes, bytes -> {
            if (bytes == 0) {
                workbench.notices().inform("The dataset cache is empty. Opened datasets are kept in " + cache.folder()
                        + ", so that they open again in a moment.");
            } else if (dialogs.confirmClearCache(cache.folder(), bytes)) {
                tasks.run(cache::clear,
                        freed -> workbench.notices().inform(String.format(Locale.ROOT,
                                "The dataset cache is empty: %,d MB are free again.", freed >> 20)),
                        failure -> workbench.notices().failed("The dataset cache cannot be cleared.", failure));
            }
        }, failure -> workbench.notices().failed("The dataset cache cannot be looked into.", failure));
    }

    void showKeyboard() {
        dialogs.showText("Keyboard", About.keyboard());
    }
}
