package io.marquee.ui.export;

import io.marquee.export.ExportFormat;
import io.marquee.export.ExportRequest;
import io.marquee.export.Exporter;
import io.marquee.export.TopListSpec;
import io.marquee.model.TrainedModel;
import io.marquee.ui.task.BackgroundTasks;
import io.marquee.ui.task.ProblemSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What to export of the newest model, and how far that is. One export at a time; it goes on while nobody looks. */
public final class ExportViewModel {

    private static final int MOST_MOVIES = 1000;

    private final ReadOnlyObjectProperty<TrainedModel> model;
    private final BackgroundTasks tasks;
    private final ProblemSink problems;
    private final Consumer<String> inform;
    private final ObjectProperty<ExportFormat> format = new SimpleObjectProperty<>(this, "format", ExportFormat.CSV);
    private final StringProperty count =
            new SimpleStringProperty(this, "count", Integer.toString(TopListSpec.DEFAULT_COUNT));
    private final BooleanProperty includeRated = new SimpleBooleanProperty(this, "includeRated");
    private final BooleanProperty titles = new SimpleBooleanProperty(this, "titles", true);
    private final BooleanProperty users = new SimpleBooleanProperty(this, "users");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress");
    private final ReadOnlyStringWrapper progressText = new ReadOnlyStringWrapper(this, "progressText", "");
    private final ReadOnlyStringWrapper result = new ReadOnlyStringWrapper(this, "result", "");
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper(this, "error", "");

    private ExportJob job;

    /**
     * @param model what is exported
     * @param inform told what came of an export
     */
    public ExportViewModel(ReadOnlyObjectProperty<TrainedModel> model, BackgroundTasks tasks, ProblemSink problems,
            Consumer<String> inform) {
        this.model = model;
        this.tasks = tasks;
        this.problems = problems;
        this.inform = inform;
        count.addListener(change -> error.set(lists().isPresent() ? "" : countError()));
        format.addListener(change -> {
            result.set("");
            error.set("");
        });
    }

    private static String countError() {
        return "Movies a user must be a whole number from 1 to " + MOST_MOVIES + ".";
    }

    private Optional<TopListSpec> lists() {
        try {
            int wanted = Integer.parseInt(count.get().strip());
            return wanted >= 1 && wanted <= MOST_MOVIES
                    ? Optional.of(new TopListSpec(wanted, includeRated.get(), titles.get(), TopListSpec.DEFAULT_MEGABYTES))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether an export may begin; says why not. */
    public boolean ready() {
        boolean listsFit = format.get() != ExportFormat.CSV || lists().isPresent();
        error.set(listsFit ? "" : countError());
        return model.get() != null && !running.get() && listsFit;
    }

    /** A name for the file, after the dataset and the epoch. */
    public String suggestedName() {
        TrainedModel exported = model.get();
        String name = exported.protocol().dataset().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-")
                + "-epoch-" + exported.result().epoch() + (format.get() == ExportFormat.CSV ? "-lists" : "");
        return name + "." + format.get().extension();
    }

    /** Exports to a file, or for embeddings to a folder; continues lists that are half there. */
    public void start(Path target) {
        if (!ready()) {
            return;
        }
        TrainedModel exported = model.get();
        ExportRequest request = new ExportRequest(format.get(), target,
                lists().orElse(new TopListSpec(TopListSpec.DEFAULT_COUNT, false, false, TopListSpec.DEFAULT_MEGABYTES)),
                users.get());
        ExportJob started = new ExportJob();
        job = started;
        running.set(true);
        progress.set(0);
        progressText.set("");
        result.set("");
        tasks.run(() -> Exporter.export(exported, request, started),
                done -> {
                    end();
                    result.set(done.sentence());
                    inform.accept(done.sentence());
                },
                failure -> {
                    end();
                    if (failure instanceof IOException) {
                        error.set(failure.getMessage());
                    } else {
                        error.set("The export failed.");
                        problems.report("The export failed because of an error in Marquee.", failure);
                    }
                });
    }

    private void end() {
        job = null;
        running.set(false);
    }

    /** Stops; lists that are half written can be continued. */
    public void stop() {
        if (job != null) {
            job.stop();
        }
    }

    /** Looks how far the export is; called some times a second. */
    public void poll() {
        if (job != null) {
            progress.set(job.fraction());
            progressText.set(job.doing());
        }
    }

    public ObjectProperty<ExportFormat> formatProperty() {
        return format;
    }

    /** Movies a user, as typed. */
    public StringProperty countProperty() {
        return count;
    }

    public BooleanProperty includeRatedProperty() {
        return includeRated;
    }

    /** Whether lists carry titles. */
    public BooleanProperty titlesProperty() {
        return titles;
    }

    /** Whether embeddings are those of the users and not of the movies. */
    public BooleanProperty usersProperty() {
        return users;
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** How far it is, 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** How far it is, in words. */
    public ReadOnlyStringProperty progressTextProperty() {
        return progressText.getReadOnlyProperty();
    }

    /** What came of it; empty before. */
    public ReadOnlyStringProperty resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** What is wrong, in a sentence; empty where nothing is. */
    public ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }
}
