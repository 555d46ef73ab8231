package io.marquee.ui.window;

import io.marquee.model.TrainedModel;
import io.marquee.runs.CheckpointModels;
import io.marquee.runs.RunDetails;
import io.marquee.train.TrainingRequest;
import io.marquee.ui.task.BackgroundTasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** Opens models from files and from runs, and saves the newest one. */
public final class ModelFiles {

    private final Workbench workbench;
    private final Services services;
    private final BackgroundTasks tasks;

    ModelFiles(Workbench workbench, Services services, BackgroundTasks tasks) {
        this.workbench = workbench;
        this.services = services;
        this.tasks = tasks;
    }

    /** Opens a model, to ask it without training. */
    public void open(Path file) {
        tasks.run(() -> services.models().load(file),
                loaded -> {
                    workbench.useModel(loaded, String.valueOf(file.getFileName()));
                    workbench.notices().inform("Opened " + file.getFileName() + ": a model of " + loaded.protocol().dataset()
                            + ", epoch " + loaded.result().epoch() + ". Ask it in the room Ask.");
                },
                failure -> workbench.notices().failed("The model could not be opened.", failure));
    }

    /** Writes the newest model to a file. */
    public void save(Path file) {
        TrainedModel saved = workbench.modelProperty().get();
        if (saved == null) {
            return;
        }
        Path target = file.getFileName().toString().contains(".") ? file
                : file.resolveSibling(file.getFileName() + ".marquee");
        OptionalLong recorded = saved == workbench.run().modelProperty().get() ? workbench.run().recordedAs() : OptionalLong.empty();
        tasks.run(
                () -> {
                    services.models().save(saved, target);
                    if (recorded.isPresent()) {
                        services.history().modelSaved(recorded.getAsLong(), target);
                    }
                    return target;
                },
                done -> workbench.notices().inform("Saved the model of epoch " + saved.result().epoch() + " to " + done + "."),
                failure -> workbench.notices().failed("The model could not be saved.", failure));
    }

    /** Opens the model of a recorded run: the saved file, or else what its newest checkpoint holds. */
    void openModelOf(RunDetails details) {
        Optional<Path> saved = details.summary().modelFile().map(Path::of);
        String name = details.summary().name();
        tasks.run(() -> saved.isPresent() && Files.exists(saved.get()) ? services.models().load(saved.get())
                        : modelOfCheckpoint(details),
                loaded -> {
                    workbench.useModel(loaded, name);
                    workbench.notices().inform("Opened the model of " + name + ", epoch " + loaded.result().epoch()
                            + ". Ask it in the room Ask.");
                },
                failure -> workbench.notices().failed("The model of " + name + " could not be opened.", failure));
    }

    private TrainedModel modelOfCheckpoint(RunDetails details) throws IOException, InterruptedException {
        TrainingRequest request = services.history().resuming(details);
        return CheckpointModels.load(request, workbench.openForQueue(request.dataset()));
    }
}
