package io.marquee.ui.run;

import io.marquee.data.Dataset;
import io.marquee.model.TrainedModel;
import io.marquee.runs.RecordedRun;
import io.marquee.train.EpochResult;
import io.marquee.train.TrainingCommand;
import io.marquee.train.TrainingEvent;
import io.marquee.train.TrainingRequest;
import io.marquee.train.TrainingRun;
import io.marquee.train.TrainingService;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Starts, holds and stops the run, and shows where it is. What the training thread leaves in the {@link TrainingMonitor}
 * reaches the properties only in {@link #poll}, which the window calls some times a second.
 */
public final class RunViewModel {

    private static final long STATUS_INTERVAL_NANOS = 500_000_000;

    private final TrainingService service;
    private final LongSupplier nanoTime;

    private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(RunState.IDLE);
    private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<TrainingMonitor.Snapshot> snapshot =
            new ReadOnlyObjectWrapper<>(TrainingMonitor.Snapshot.empty());
    private final ReadOnlyObjectWrapper<RunStatus> status = new ReadOnlyObjectWrapper<>(RunStatus.idle());
    private final ReadOnlyObjectWrapper<TrainedModel> model = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private final ObservableList<EpochResult> epochs = FXCollections.observableArrayList();
    private final ObservableList<EpochResult> readOnlyEpochs = FXCollections.unmodifiableObservableList(epochs);

    private TrainingMonitor monitor = new TrainingMonitor();
    private TrainingRun run;
    private TrainingRequest asked;
    private Dataset askedOf;
    private RunClock clock;
    private boolean stopAsked;
    private boolean resumable;
    private int taken;
    private long statusShown;

    /** @param nanoTime clock, {@code System::nanoTime} in the program */
    public RunViewModel(TrainingService service, LongSupplier nanoTime) {
        this.service = service;
        this.nanoTime = nanoTime;
        this.clock = new RunClock(nanoTime);
        active.bind(Bindings.createBooleanBinding(() -> state.get().active(), state));
    }

    /** Starts a run; no effect while one is under way. */
    public void start(TrainingRequest request, Dataset dataset) {
        if (state.get().active()) {
            return;
        }
        asked = request;
        askedOf = dataset;
        monitor = new TrainingMonitor();
        clock = new RunClock(nanoTime);
        stopAsked = false;
        taken = 0;
        epochs.clear();
        failure.set("");
        resumable = false;
        snapshot.set(TrainingMonitor.Snapshot.empty());
        run = service.start(request, dataset, monitor);
        state.set(RunState.STARTING);
        status.set(RunStatus.of(RunState.STARTING, snapshot.get(), Double.NaN));
    }

    /** Sends a command to the run under way; no effect where there is none. */
    public void send(TrainingCommand command) {
        if (state.get().active()) {
            run.send(command);
        }
    }

    /** Holds a run that goes on, lets one go on that is held. */
    public void togglePause() {
        if (state.get() == RunState.PAUSED) {
            run.resume();
        } else if (state.get() == RunState.RUNNING || state.get() == RunState.STARTING) {
            run.pause();
        }
    }

    /** Ends the run; its last finished epoch stays. */
    public void stop() {
        if (state.get().active()) {
            stopAsked = true;
            run.stop();
            state.set(RunState.STOPPING);
        }
    }

    /** Looks what the run has done since the last look. */
    public void poll() {
        if (!state.get().active()) {
            return;
        }
        if (monitor.version() != snapshot.get().version()) {
            TrainingMonitor.Snapshot now = monitor.snapshot();
            snapshot.set(now);
            for (int i = epochs.size(); i < now.epochs().size(); i++) {
                epochs.add(now.epochs().get(i));
            }
        }
        takeModel(snapshot.get());
        advance(snapshot.get());
        showStatus();
    }

    /** Numbers that change five times a second cannot be read, and each change has the window laid out anew. */
    private void showStatus() {
        RunStatus now = RunStatus.of(state.get(), snapshot.get(), clock.secondsLeft(snapshot.get().fraction()));
        if (!now.where().equals(status.get().where()) || nanoTime.getAsLong() - statusShown >= STATUS_INTERVAL_NANOS) {
            statusShown = nanoTime.getAsLong();
            status.set(now);
        }
    }

    /** The event of an epoch and its model may be seen apart; the model is asked for until it is that of the last epoch. */
    private void takeModel(TrainingMonitor.Snapshot now) {
        // The model of a run that looks for its best epoch is known at the end.
        if (now.epochs().isEmpty() || taken == now.epochs().size() && now.ending().isEmpty()) {
            return;
        }
        run.model().ifPresent(newest -> {
            taken = newest.result().epoch();
            if (newest != model.get()) {
                model.set(newest);
            }
        });
    }

    private void advance(TrainingMonitor.Snapshot now) {
        if (now.ending().isPresent()) {
            clock.hold();
            if (now.ending().get() instanceof TrainingEvent.RunFailed failed) {
                failure.set(failed.message());
                resumable = failed.interrupted() && failed.epochsFinished() > 0;
                state.set(failed.interrupted() ? RunState.INTERRUPTED : RunState.FAILED);
            } else {
                boolean stopped = now.ending().get() instanceof TrainingEvent.RunFinished finished && finished.stopped();
                state.set(stopped ? RunState.STOPPED : RunState.FINISHED);
            }
        } else if (stopAsked) {
            state.set(RunState.STOPPING);
        } else if (now.paused()) {
            clock.hold();
            state.set(RunState.PAUSED);
        } else if (now.started().isPresent()) {
            clock.start();
            state.set(RunState.RUNNING);
        }
    }

    /** What the newest run was asked to train; null before the first. */
    public TrainingRequest request() {
        return asked;
    }

    /** The dataset of the newest run; null before the first. */
    public Dataset dataset() {
        return askedOf;
    }

    public ReadOnlyObjectProperty<RunState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether a run is under way, held or not. */
    public ReadOnlyBooleanProperty activeProperty() {
        return active.getReadOnlyProperty();
    }

    /** What the charts show. */
    public ReadOnlyObjectProperty<TrainingMonitor.Snapshot> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    /** What the status bar shows. */
    public ReadOnlyObjectProperty<RunStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** The model of the last finished epoch of this run, or of the run before until there is one; null before any. */
    public ReadOnlyObjectProperty<TrainedModel> modelProperty() {
        return model.getReadOnlyProperty();
    }

    /** Why the run failed, as a sentence; empty otherwise. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Whether the run was cut off and can go on from its last finished epoch. */
    public boolean resumable() {
        return resumable;
    }

    /** The number of the run in the history; empty where it is not recorded, or not yet. */
    public OptionalLong recordedAs() {
        return run instanceof RecordedRun recorded ? recorded.id() : OptionalLong.empty();
    }

    /** The finished epochs of the run. */
    public ObservableList<EpochResult> epochs() {
        return readOnlyEpochs;
    }
}
