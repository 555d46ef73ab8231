package io.marquee.ui.window;

import io.marquee.data.Dataset;
import io.marquee.data.SplitMethod;
import io.marquee.device.Device;
import io.marquee.train.TrainingRequest;
import io.marquee.ui.data.DatasetViewModel;
import io.marquee.ui.form.FormField;
import io.marquee.ui.form.FormViewModel;
import io.marquee.ui.run.CrossValidationViewModel;
import io.marquee.ui.run.QueueViewModel;
import io.marquee.ui.run.RateFinderViewModel;
import io.marquee.ui.run.RunViewModel;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Turns what the form says into a run, a place in the queue, or a search for a learning rate. */
final class RunStarter {

    private final DatasetViewModel dataset;
    private final FormViewModel form;
    private final DevicesViewModel devices;
    private final RunViewModel run;
    private final CrossValidationViewModel crossValidation;
    private final QueueViewModel queue;
    private final RateFinderViewModel rateFinder;
    private final Notices notices;
    private final BooleanSupplier searching;

    private Consumer<FormField> errorPointer = field -> {};

    /** @param searching whether a search trains, so that a run has to wait */
    RunStarter(
            DatasetViewModel dataset,
            FormViewModel form,
            DevicesViewModel devices,
            RunViewModel run,
            CrossValidationViewModel crossValidation,
            QueueViewModel queue,
            RateFinderViewModel rateFinder,
            Notices notices,
            BooleanSupplier searching) {
        this.dataset = dataset;
        this.form = form;
        this.devices = devices;
        this.run = run;
        this.crossValidation = crossValidation;
        this.queue = queue;
        this.rateFinder = rateFinder;
        this.notices = notices;
        this.searching = searching;
    }

    /** @param pointer shows a person the field that keeps training from starting */
    void onError(Consumer<FormField> pointer) {
        errorPointer = pointer;
    }

    /** Starts a run, or adds it to the queue while one is under way, or points to what is missing. */
    void train() {
        request().ifPresent(request -> {
            Dataset opened = dataset.datasetProperty().get();
            if (searching.getAsBoolean()) {
                enqueue(request, opened.name());
                notices.inform("A search is training. The run waits in the queue until the search ends or is paused.");
            } else if (run.stateProperty().get().active()) {
                enqueue(request, opened.name());
            } else if (request.split().method() == SplitMethod.FOLDS) {
                crossValidation.start(request, opened);
            } else {
                crossValidation.clear();
                run.start(request, opened);
            }
        });
    }

    /** Of a cross-validation each fold is a run of its own. */
    private void enqueue(TrainingRequest request, String name) {
        if (request.split().method() == SplitMethod.FOLDS) {
            for (int fold = 1; fold <= request.split().folds(); fold++) {
                queue.add(request.withFold(fold), name);
            }
        } else {
            queue.add(request, name);
        }
    }

    /** Looks for a learning rate, or points to what is missing; returns whether the search has begun. */
    boolean findRate() {
        if (searching.getAsBoolean() || run.stateProperty().get().active()) {
            notices.inform((searching.getAsBoolean() ? "A search" : "A run") + " is under way. A learning rate can be looked for when it has ended.");
            return false;
        }
        Optional<TrainingRequest> request = request();
        request.ifPresent(wanted -> rateFinder.find(dataset.datasetProperty().get(), wanted));
        return request.isPresent();
    }

    /** What the form asks for; empty where something is missing, which is said then. */
    Optional<TrainingRequest> request() {
        form.revealErrors();
        Optional<FormField> error = form.firstError();
        if (error.isPresent()) {
            errorPointer.accept(error.get());
            return Optional.empty();
        }
        Dataset opened = dataset.datasetProperty().get();
        Device device = devices.chosenProperty().get();
        if (opened == null) {
            notices.warn(dataset.stateProperty().get() == DatasetViewModel.State.LOADING
                    ? "The dataset is still being opened; training can start when it is there."
                    : "Choose a dataset first: a built-in one, or open a file or folder with ratings.");
        } else if (device == null) {
            notices.warn("No device to train on was found on this machine.");
        } else {
            return form.request(dataset.choiceProperty().get().spec(), device.id())
                    .map(request -> request.isolated(devices.isolateProperty().get()));
        }
        return Optional.empty();
    }
}
