package io.marquee.ui.look;

import io.marquee.data.Dataset;
import io.marquee.data.ImportReportFile;
import io.marquee.ui.task.BackgroundTasks;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What the import of a dataset met, to be read or saved. */
final class ImportViewModel {

    private final BackgroundTasks tasks;
    private final ReadOnlyObjectWrapper<Dataset> dataset = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");

    ImportViewModel(BackgroundTasks tasks) {
        this.tasks = tasks;
    }

    /** Shows the import of another dataset; null for none. */
    void use(Dataset newest) {
        dataset.set(newest);
        message.set("");
    }

    /** Writes the report; the message says how it went. */
    void save(Path file) {
        Dataset saved = dataset.get();
        Path target = file.getFileName().toString().contains(".") ? file
                : file.resolveSibling(file.getFileName() + ".txt");
        tasks.run(
                () -> {
                    ImportReportFile.write(saved.name(), saved.report(), target);
                    return target;
                },
                done -> message.set("Saved to " + done + "."),
                failure -> message.set("The report could not be saved: " + failure.getMessage()));
    }

    /** The dataset whose import is shown; null for none. */
    ReadOnlyObjectProperty<Dataset> datasetProperty() {
        return dataset.getReadOnlyProperty();
    }

    /** How saving went; empty before. */
    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }
}
