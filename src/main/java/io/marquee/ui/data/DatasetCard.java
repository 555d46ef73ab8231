package io.marquee.ui.data;

import io.marquee.catalogue.CatalogueEntry;
import io.marquee.catalogue.ChangedByPublisherException;
import io.marquee.catalogue.Downloads;
import io.marquee.data.FilterSpec;
import io.marquee.data.open.SizeEstimate;
import io.marquee.model.Preset;
import io.marquee.train.LoadVerdict;
import io.marquee.ui.task.BackgroundTasks;
import io.marquee.ui.task.ProblemSink;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** One dataset of the catalogue: whether it is here, and how far its download is. */
public final class DatasetCard {

    /** Where a dataset stands. */
    public enum State {
        /** Nobody has looked yet. */
        UNKNOWN,
        BUILT_IN,
        HERE,
        PARTLY,
        ABSENT,
        /** The licence is shown and waits for an answer. */
        ASKING_LICENCE,
        DOWNLOADING,
        /** The publisher has changed the dataset; whether to use it waits for an answer. */
        ASKING_CHANGE
    }

    private final CatalogueEntry entry;
    private final Downloads downloads;
    private final BackgroundTasks tasks;
    private final ProblemSink problems;

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.UNKNOWN);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper progressText = new ReadOnlyStringWrapper("");

    private ProgressCounter counter = new ProgressCounter();

    DatasetCard(CatalogueEntry entry, Downloads downloads, BackgroundTasks tasks, ProblemSink problems) {
        this.entry = entry;
        this.downloads = downloads;
        this.tasks = tasks;
        this.problems = problems;
    }

    public CatalogueEntry entry() {
        return entry;
    }

    /** What opening it and training a Quick look on it takes, and whether that fits. */
    public LoadVerdict verdict() {
        return LoadVerdict.of(new SizeEstimate(entry.ratings(), entry.users(), entry.items()), FilterSpec.NONE,
                Optional.of(Preset.QUICK_LOOK.hyperparameters()), Runtime.getRuntime().maxMemory());
    }

    /** Looks on the disk, unless a download or a question is under way. */
    void refresh() {
        State now = state.get();
        if (now != State.DOWNLOADING && now != State.ASKING_LICENCE && now != State.ASKING_CHANGE) {
            tasks.run(() -> downloads.status(entry), this::found, this::failed);
        }
    }

    private void found(Downloads.Status status) {
        state.set(switch (status.state()) {
            case BUILT_IN -> State.BUILT_IN;
            case HERE -> State.HERE;
            case PARTLY -> State.PARTLY;
            case ABSENT -> State.ABSENT;
        });
    }

    /** Downloads, after the licence was agreed to. */
    public void download() {
        message.set("");
        tasks.run(() -> downloads.accepted(entry), accepted -> {
            if (accepted) {
                start(false);
            } else {
                state.set(State.ASKING_LICENCE);
            }
        }, this::failed);
    }

    /** Says yes to what was asked. */
    public void agree() {
        if (state.get() == State.ASKING_LICENCE) {
            tasks.run(() -> {
                downloads.accept(entry);
                return entry;
            }, accepted -> start(false), this::failed);
        } else if (state.get() == State.ASKING_CHANGE) {
            start(true);
        }
    }

    /** Says no to what was asked; a changed dataset is deleted again. */
    public void decline() {
        if (state.get() == State.ASKING_CHANGE) {
            remove();
        } else if (state.get() == State.ASKING_LICENCE) {
            state.set(State.UNKNOWN);
            refresh();
        }
    }

    private void start(boolean evenIfChanged) {
        ProgressCounter mine = new ProgressCounter();
        counter = mine;
        message.set("");
        state.set(State.DOWNLOADING);
        poll();
        tasks.run(() -> downloads.download(entry, evenIfChanged, mine), zip -> state.set(State.HERE), this::failed);
    }

    private void failed(Throwable failure) {
        if (failure instanceof ChangedByPublisherException) {
            message.set(failure.getMessage());
            state.set(State.ASKING_CHANGE);
            return;
        }
        if (failure instanceof CancellationException) {
            message.set("Cancelled; what has arrived is kept.");
        } else {
            message.set(failure.getMessage());
            if (!(failure instanceof IOException)) {
                problems.report(entry.name() + " could not be downloaded because of an error in Marquee.", failure);
            }
        }
        state.set(State.UNKNOWN);
        refresh();
    }

    /** Stops the download; what has arrived is kept. */
    public void cancel() {
        counter.cancel();
    }

    /** Deletes what is here of the dataset. */
    public void remove() {
        message.set("");
        tasks.run(() -> {
            downloads.remove(entry);
            return downloads.status(entry);
        }, this::found, this::failed);
    }

    /** Copies the counters of the working thread into the properties; called some times a second. */
    void poll() {
        if (state.get() == State.DOWNLOADING) {
            progress.set(counter.fraction());
            progressText.set(counter.what());
        }
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What went wrong or is asked; empty while there is nothing to say. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Part of the download done, 0 to 1; -1 while nothing is known. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What is being done. */
    public ReadOnlyStringProperty progressTextProperty() {
        return progressText.getReadOnlyProperty();
    }
}
