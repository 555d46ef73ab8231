package io.marquee.ui.window;

import io.marquee.catalogue.DatasetCatalogue;
import io.marquee.data.Dataset;
import io.marquee.data.DatasetSpec;
import io.marquee.data.SplitMethod;
import io.marquee.device.Device;
import io.marquee.model.TrainedModel;
import io.marquee.train.TrainingRequest;
import io.marquee.ui.ask.AskViewModel;
import io.marquee.ui.data.CatalogueViewModel;
import io.marquee.ui.data.DatasetChoice;
import io.marquee.ui.data.DatasetViewModel;
import io.marquee.ui.evaluate.EvaluationViewModel;
import io.marquee.ui.form.FormField;
import io.marquee.ui.form.FormViewModel;
import io.marquee.ui.look.LookViewModel;
import io.marquee.ui.mapping.MappingViewModel;
import io.marquee.ui.run.CrossValidationViewModel;
import io.marquee.ui.run.RateFinderViewModel;
import io.marquee.ui.run.RunState;
import io.marquee.ui.run.RunViewModel;
import io.marquee.ui.task.BackgroundTasks;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The window's state as a whole: its view models, and what one tells the other. Holds no controls. */
public final class Workbench {

    private final Services services;
    private final BackgroundTasks tasks;
    private final RateFinderViewModel rateFinder;
    private final Notices notices = new Notices();
    private final DatasetViewModel dataset;
    private final CatalogueViewModel catalogue;
    private final FormViewModel form = new FormViewModel();
    private final DevicesViewModel devices;
    private final RunViewModel run;
    private final CrossValidationViewModel crossValidation;
    private final EvaluationViewModel evaluation;
    private final AskViewModel ask;
    private final LookViewModel look;
    private final ReadOnlyObjectWrapper<TrainedModel> model = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Room> room = new SimpleObjectProperty<>(Room.TRAIN);

    private Consumer<FormField> errorPointer = field -> {};

    public Workbench(Services services, BackgroundTasks tasks) {
        this.services = services;
        this.tasks = tasks;
        this.dataset = new DatasetViewModel(services.datasets(), tasks, notices);
        this.catalogue = new CatalogueViewModel(
                DatasetCatalogue.known(), services.downloads(), tasks, notices, dataset::open);
        this.devices = new DevicesViewModel(services.devices(), tasks, notices);
        this.run = new RunViewModel(services.training(), System::nanoTime);
        this.crossValidation = new CrossValidationViewModel(run);
        this.rateFinder = new RateFinderViewModel(tasks, notices);
        this.evaluation = new EvaluationViewModel(run, tasks, notices);
        this.ask = new AskViewModel(services.recommenders(), tasks, notices);
        this.look = new LookViewModel(dataset.datasetProperty(), tasks, notices);
        dataset.datasetProperty().addListener((property, before, now) -> form.setDataset(now));
        run.modelProperty().addListener((property, before, now) -> useModel(now, now.protocol().dataset()));
        run.stateProperty().addListener((property, before, now) -> runChanged(now));
    }

    private void useModel(TrainedModel trained, String origin) {
        model.set(trained);
        ask.use(trained, origin);
    }

    private void runChanged(RunState state) {
        if (state == RunState.STARTING) {
            notices.dismiss();
            ask.modelIsOfEarlierRun();
        } else if (state == RunState.FAILED) {
            notices.warn(run.failureProperty().get());
        }
    }

    /** Takes up where an earlier session left off, and looks for devices. */
    public void restore(UiSettings settings) {
        form.restore(settings.form());
        dataset.restoreRecent(settings.recent());
        devices.find(settings.device());
        dataset.open(settings.dataset());
    }

    /** What an earlier session left, brought up to now. */
    UiSettings remember(ThemeChoice theme, UiSettings.Bounds bounds, boolean askPanel) {
        DatasetChoice choice = dataset.choiceProperty().get();
        Device device = devices.chosenProperty().get();
        List<DatasetSpec> recent = dataset.recent().stream().map(DatasetChoice::spec).toList();
        return new UiSettings(theme, form.values(), choice == null ? null : choice.spec(), recent,
                device == null ? null : device.id(), bounds, askPanel);
    }

    /** @param pointer shows a person the field that keeps training from starting */
    public void onError(Consumer<FormField> pointer) {
        errorPointer = pointer;
    }

    /** Starts a run, or points to what is missing. */
    public void train() {
        request().ifPresent(request -> {
            Dataset opened = dataset.datasetProperty().get();
            if (request.split().method() == SplitMethod.FOLDS) {
                crossValidation.start(request, opened);
            } else {
                crossValidation.clear();
                run.start(request, opened);
            }
        });
    }

    /**
     * Looks for a learning rate for what the form asks for, or points to what is missing.
     *
     * @return whether the search has begun
     */
    public boolean findRate() {
        Optional<TrainingRequest> request = request();
        request.ifPresent(wanted -> rateFinder.find(dataset.datasetProperty().get(), wanted));
        return request.isPresent();
    }

    /** What the form asks for; empty while a run is under way, or where something is missing, which is said then. */
    private Optional<TrainingRequest> request() {
        if (run.stateProperty().get().active()) {
            return Optional.empty();
        }
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
            return form.request(dataset.choiceProperty().get().spec(), device.id());
        }
        return Optional.empty();
    }

    /** Writes the newest model to a file. */
    public void saveModel(Path file) {
        TrainedModel saved = model.get();
        if (saved == null) {
            return;
        }
        Path target = file.getFileName().toString().contains(".") ? file
                : file.resolveSibling(file.getFileName() + ".marquee");
        tasks.run(
                () -> {
                    services.models().save(saved, target);
                    return target;
                },
                done -> notices.inform("Saved the model of epoch " + saved.result().epoch() + " to " + done + "."),
                failure -> notices.failed("The model could not be saved.", failure));
    }

    /** Begins to look at a file of which a person is to say what its columns hold. */
    MappingViewModel map(String source) {
        return new MappingViewModel(source, services.mappings(), tasks);
    }

    /** Opens a model, to ask it without training. */
    public void openModel(Path file) {
        tasks.run(() -> services.models().load(file),
                loaded -> {
                    useModel(loaded, String.valueOf(file.getFileName()));
                    notices.inform("Opened " + file.getFileName() + ": a model of " + loaded.protocol().dataset()
                            + ", epoch " + loaded.result().epoch() + ". It answers under “Recommend for user”.");
                },
                failure -> notices.failed("The model could not be opened.", failure));
    }

    /** Looks what background threads have done; called some times a second. */
    public void poll() {
        dataset.poll();
        catalogue.poll();
        run.poll();
        crossValidation.poll();
        evaluation.poll();
    }

    /** Stops the run and ends the training thread. */
    public void close() {
        dataset.cancel();
        catalogue.close();
        evaluation.close();
        services.training().close();
    }

    public DatasetViewModel dataset() {
        return dataset;
    }

    /** The datasets that can be had by name. */
    public CatalogueViewModel catalogue() {
        return catalogue;
    }

    public RateFinderViewModel rateFinder() {
        return rateFinder;
    }

    public FormViewModel form() {
        return form;
    }

    public DevicesViewModel devices() {
        return devices;
    }

    public RunViewModel run() {
        return run;
    }

    public LookViewModel look() {
        return look;
    }

    public CrossValidationViewModel crossValidation() {
        return crossValidation;
    }

    public EvaluationViewModel evaluation() {
        return evaluation;
    }

    public AskViewModel ask() {
        return ask;
    }

    public Notices notices() {
        return notices;
    }

    /** The room that is shown. */
    public ObjectProperty<Room> roomProperty() {
        return room;
    }

    /** The newest model, trained or opened; null before any. */
    public ReadOnlyObjectProperty<TrainedModel> modelProperty() {
        return model.getReadOnlyProperty();
    }
}
