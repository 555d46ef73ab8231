package io.marquee.ui.run;

import io.marquee.data.Dataset;
import io.marquee.data.DatasetSpec;
import io.marquee.runs.QueuedRun;
import io.marquee.runs.RunHistory;
import io.marquee.train.TrainingRequest;
import io.marquee.ui.task.BackgroundTasks;
import io.marquee.ui.task.ProblemSink;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Runs that wait for their turn, one after the other. The queue is kept in the history, so it is there after a restart; it
 * then waits for a person to let it go on, as it does after a run was stopped.
 */
public final class QueueViewModel {

    private final RunHistory history;
    private final BackgroundTasks tasks;
    private final ProblemSink problems;
    private final Opener opener;
    private final RunViewModel run;
    private final ObservableList<QueuedRun> waiting = FXCollections.observableArrayList();
    private final ObservableList<QueuedRun> readOnlyWaiting = FXCollections.unmodifiableObservableList(waiting);
    private final ReadOnlyBooleanWrapper held = new ReadOnlyBooleanWrapper(true);

    private BooleanSupplier occupied = () -> false;
    private boolean opening;

    /** Opens a dataset for a run; called in the background. */
    public interface Opener {
        Dataset open(DatasetSpec spec) throws IOException;
    }

    private record Ready(QueuedRun entry, Dataset dataset) {}

    public QueueViewModel(
            RunHistory history, BackgroundTasks tasks, ProblemSink problems, Opener opener, RunViewModel run) {
        this.history = history;
        this.tasks = tasks;
        this.problems = problems;
        this.opener = opener;
        this.run = run;
        run.stateProperty().addListener((property, before, now) -> {
            if (now == RunState.STOPPED) {
                held.set(true);
            }
        });
    }

    /** @param busy whether something else than a run trains, for which the queue has to wait */
    public void waitFor(BooleanSupplier busy) {
        occupied = busy;
    }

    /** Starts the next run if none is under way; called after everything else that may start one. */
    public void poll() {
        if (held.get() || opening || waiting.isEmpty() || occupied.getAsBoolean()
                || run.stateProperty().get().active()) {
            return;
        }
        opening = true;
        QueuedRun first = waiting.get(0);
        tasks.run(() -> prepare(first), this::start, failure -> skip(first, failure));
    }

    /** Reads what an earlier session left. */
    public void restore() {
        refresh();
    }

    private interface Edit {
        void on(RunHistory history) throws IOException;
    }

    private void edit(Edit edit) {
        tasks.run(() -> {
            edit.on(history);
            return history.queue();
        }, this::show, failure -> problems.report("The queue could not be changed. " + failure.getMessage(), failure));
    }

    private void refresh() {
        tasks.run(history::queue, this::show,
                failure -> problems.report("The queue cannot be read. " + failure.getMessage(), failure));
    }

    private void show(List<QueuedRun> now) {
        waiting.setAll(now);
    }

    /** Adds a run behind the others; it starts when those before it are done. */
    public void add(TrainingRequest request, String dataset) {
        if (run.stateProperty().get().active() || occupied.getAsBoolean()) {
            held.set(false);
        }
        edit(open -> open.enqueue(request, dataset));
    }

    public void remove(QueuedRun entry) {
        edit(open -> open.dequeue(entry.id()));
    }

    /** @param forward whether to change places with the run before */
    public void move(QueuedRun entry, boolean forward) {
        edit(open -> open.moveQueued(entry.id(), forward));
    }

    /** Lets the queue go on, or holds it after the current run. */
    public void toggleHeld() {
        held.set(!held.get());
    }

    /** Empty where another window was quicker. */
    private Optional<Ready> prepare(QueuedRun entry) throws IOException {
        Dataset dataset = opener.open(entry.request().dataset());
        return history.dequeue(entry.id()) ? Optional.of(new Ready(entry, dataset)) : Optional.empty();
    }

    private void start(Optional<Ready> ready) {
        opening = false;
        ready.ifPresent(next -> run.start(next.entry().request(), next.dataset()));
        refresh();
    }

    private void skip(QueuedRun entry, Throwable failure) {
        opening = false;
        problems.report("A run of the queue was left out, because its dataset cannot be opened. " + failure.getMessage(),
                failure);
        remove(entry);
    }

    /** The runs that wait, in their order. */
    public ObservableList<QueuedRun> waiting() {
        return readOnlyWaiting;
    }

    /** Whether the queue waits for a person, not for the current run. */
    public ReadOnlyBooleanProperty heldProperty() {
        return held.getReadOnlyProperty();
    }
}
