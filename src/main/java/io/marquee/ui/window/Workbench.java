package io.marquee.ui.window;

import io.marquee.catalogue.DatasetCatalogue;
import io.marquee.data.Dataset;
import io.marquee.data.DatasetSpec;
import io.marquee.data.Progress;
import io.marquee.device.Device;
import io.marquee.device.LocalDevices;
import io.marquee.model.Preset;
import io.marquee.model.TrainedModel;
import io.marquee.runs.RunDetails;
import io.marquee.runs.RunMeasures;
import io.marquee.runs.RunSummary;
import io.marquee.train.LoadVerdicts;
import io.marquee.train.TrainingRequest;
import io.marquee.ui.ask.AskRoomViewModel;
import io.marquee.ui.ask.AskViewModel;
import io.marquee.ui.data.CatalogueViewModel;
import io.marquee.ui.data.DatasetChoice;
import io.marquee.ui.data.DatasetViewModel;
import io.marquee.ui.data.FilterViewModel;
import io.marquee.ui.export.ExportViewModel;
import io.marquee.ui.evaluate.EvaluationViewModel;
import io.marquee.ui.form.FormField;
import io.marquee.ui.form.FormViewModel;
import io.marquee.ui.look.LookViewModel;
import io.marquee.ui.mapping.MappingViewModel;
import io.marquee.ui.run.CrossValidationViewModel;
import io.marquee.ui.run.QueueViewModel;
import io.marquee.ui.run.RateFinderViewModel;
import io.marquee.ui.run.RunState;
import io.marquee.ui.run.RunViewModel;
import io.marquee.ui.runs.RunsViewModel;
import io.marquee.ui.task.BackgroundTasks;
import io.marquee.ui.tune.TuneViewModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
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
    private final AskRoomViewModel askRoom;
    private final RunsViewModel runs;
    private final QueueViewModel queue;
    private final SearchLinks searches;
    private final RunStarter starter;
    private final FilterViewModel filter;
    private final LookViewModel look;
    private final ModelFiles modelFiles;
    private final ExportViewModel export;
    private final ReadOnlyObjectWrapper<TrainedModel> model = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Room> room = new SimpleObjectProperty<>(Room.TRAIN);

    private volatile OpenDataset openDataset;

    public Workbench(Services services, BackgroundTasks tasks) {
        this.services = services;
        this.tasks = tasks;
        this.dataset = new DatasetViewModel(services.datasets(), spec -> new LoadVerdicts(DatasetCatalogue.known())
                .worthSaying(spec, Optional.of(Preset.QUICK_LOOK.hyperparameters())), tasks, notices);
        this.catalogue = new CatalogueViewModel(
                DatasetCatalogue.known(), services.downloads(), tasks, notices, dataset::open);
        this.devices = new DevicesViewModel(services.devices(), tasks, notices);
        this.run = new RunViewModel(services.training(), System::nanoTime);
        this.crossValidation = new CrossValidationViewModel(run);
        this.rateFinder = new RateFinderViewModel(services.training(), tasks, notices);
        this.evaluation = new EvaluationViewModel(run, tasks, notices);
        this.ask = new AskViewModel(services.recommenders(), tasks, notices);
        this.askRoom = new AskRoomViewModel(tasks, notices);
        this.export = new ExportViewModel(model.getReadOnlyProperty(), tasks, notices, notices::inform);
        this.modelFiles = new ModelFiles(this, services, tasks);
        this.runs = new RunsViewModel(services.history(), tasks, notices);
        this.queue = new QueueViewModel(services.history(), tasks, notices, this::openForQueue, run);
        this.searches = new SearchLinks(this, services, tasks);
        this.starter = new RunStarter(
                dataset, form, devices, run, crossValidation, queue, rateFinder, notices, tune()::training);
        runs.onDuplicate(this::useSettings);
        runs.onOpenModel(modelFiles::openModelOf);
        runs.onResume(this::resume);
        runs.onDone(notices::inform);
        dataset.datasetProperty().addListener((property, before, now) -> {
            form.setDataset(now);
            openDataset = now == null ? null : new OpenDataset(dataset.choiceProperty().get().spec(), now);
        });
        this.filter = new FilterViewModel(dataset, form.split().askedProperty(), tasks, notices);
        this.look = new LookViewModel(dataset.datasetProperty(), tasks, notices);
        evaluation.evaluationProperty().addListener(change -> keepMeasures());
        evaluation.baselinesProperty().addListener(change -> keepMeasures());
        run.modelProperty().addListener((property, before, now) -> useModel(now, now.protocol().dataset()));
        run.stateProperty().addListener((property, before, now) -> runChanged(now));
    }

    void useModel(TrainedModel trained, String origin) {
        model.set(trained);
        ask.use(trained, origin);
        askRoom.use(trained, origin);
    }

    /** What was measured of a run goes into its record. */
    private void keepMeasures() {
        OptionalLong recorded = run.recordedAs();
        if (recorded.isEmpty() || evaluation.evaluationProperty().get() == null) {
            return;
        }
        RunMeasures measures = RunMeasures.of(Optional.of(evaluation.evaluationProperty().get()),
                evaluation.baselinesProperty().get());
        tasks.run(() -> {
            services.history().keepMeasures(recorded.getAsLong(), measures);
            return true;
        }, kept -> { }, failure -> notices.failed("What was measured could not be recorded.", failure));
    }

    private void runChanged(RunState state) {
        if (state == RunState.STARTING) {
            notices.dismiss();
            ask.modelIsOfEarlierRun();
        } else if (state.broken()) {
            tellFailure(run.failureProperty().get());
        }
    }

    /** A run whose process was lost can go on with one click. */
    private void tellFailure(String sentence) {
        OptionalLong recorded = run.recordedAs();
        if (run.resumable() && recorded.isPresent()) {
            notices.offer(sentence, "Resume", () -> resume(recorded.getAsLong()));
        } else {
            notices.warn(sentence);
        }
    }

    /** Takes up where an earlier session left off, looks for devices, and makes training ready where it is done here. */
    public void restore(UiSettings settings) {
        form.restore(settings.form());
        dataset.restoreRecent(settings.recent());
        devices.find(settings.device());
        devices.isolateProperty().set(settings.isolate());
        dataset.open(settings.dataset());
        if (!settings.isolate() && !LocalDevices.isGpu(settings.device())) {
            services.training().prepare();
        }
        queue.restore();
        tasks.run(services.history()::tidy, interrupted -> {
            offerToResume(interrupted);
            searches.offerInterrupted();
        }, failure -> notices.failed("The history of runs cannot be used.", failure));
    }

    private void useSettings(RunDetails details) {
        if (details.request().isEmpty()) {
            notices.warn("Another version of Marquee wrote the settings of " + details.summary().name()
                    + "; this one cannot use them.");
            return;
        }
        boolean sameDevice = fillForm(details.request().get());
        room.set(Room.TRAIN);
        notices.inform("The form has the settings of " + details.summary().name()
                + (sameDevice ? "" : ", but for its device, " + details.request().get().device()
                        + ", which cannot be used here now")
                + ". Change what you like, then press Train.");
    }

    /**
     * Fills the form with the settings of a run, and opens its dataset where another one is open; returns whether its device
     * can be used, and so is chosen.
     */
    boolean fillForm(TrainingRequest request) {
        DatasetChoice choice = dataset.choiceProperty().get();
        if (choice == null || !choice.spec().equals(request.dataset()) || dataset.datasetProperty().get() == null) {
            dataset.open(request.dataset());
        }
        form.apply(request);
        return devices.choose(request.device());
    }

    /** What the form asks for; empty where something is missing, which is said then. */
    Optional<TrainingRequest> askForm() {
        return starter.request();
    }

    private record Resumable(TrainingRequest request, Dataset dataset) {}

    /** Goes on with a recorded run; while another trains, it waits in the queue. */
    private void resume(RunDetails details) {
        tasks.run(() -> {
                    TrainingRequest request = services.history().resuming(details);
                    return new Resumable(request, openForQueue(request.dataset()));
                },
                found -> {
                    if (run.stateProperty().get().active() || tune().training()) {
                        queue.add(found.request(), found.dataset().name());
                    } else {
                        crossValidation.clear();
                        run.start(found.request(), found.dataset());
                    }
                    room.set(Room.TRAIN);
                },
                failure -> notices.failed(details.summary().name() + " could not be resumed.", failure));
    }

    /** After a crash or a power cut: the newest run it cut off can go on with one click. */
    private void offerToResume(List<RunSummary> interrupted) {
        interrupted.stream().filter(run -> run.epochsFinished() > 0).max(Comparator.comparingLong(RunSummary::id))
                .ifPresent(run -> notices.offer(String.format(Locale.ROOT,
                        "%s on %s was interrupted after epoch %d of %d. It can go on from there.", run.name(), run.dataset(),
                        run.epochsFinished(), run.epochsPlanned()), "Resume", () -> resume(run.id())));
    }

    private void resume(long id) {
        tasks.run(() -> services.history().details(id), details -> details.ifPresent(this::resume),
                failure -> notices.failed("The run could not be resumed.", failure));
    }

    /** What an earlier session left, brought up to now. */
    UiSettings remember(ThemeChoice theme, UiSettings.Bounds bounds, boolean askPanel, boolean tourSeen) {
        DatasetChoice choice = dataset.choiceProperty().get();
        Device device = devices.chosenProperty().get();
        List<DatasetSpec> recent = dataset.recent().stream().map(DatasetChoice::spec).toList();
        return new UiSettings(theme, form.values(), choice == null ? null : choice.spec(), recent,
                device == null ? null : device.id(), devices.isolateProperty().get(), bounds, askPanel,
                tourSeen);
    }

    /** @param pointer shows a person the field that keeps training from starting */
    public void onError(Consumer<FormField> pointer) {
        starter.onError(pointer);
    }

    /** The dataset that is open where it is the one asked for. */
    Dataset openForQueue(DatasetSpec spec) throws IOException {
        OpenDataset open = openDataset;
        return open != null && open.spec().equals(spec) ? open.dataset() : services.datasets().open(spec, Progress.NONE);
    }

    private record OpenDataset(DatasetSpec spec, Dataset dataset) {}

    /** Starts a run, or adds it to the queue while one is under way, or points to what is missing. */
    public void train() {
        starter.train();
    }

    /**
     * Looks for a learning rate for what the form asks for, or points to what is missing; not while a run is under way.
     *
     * @return whether the search has begun
     */
    public boolean findRate() {
        return starter.findRate();
    }

    /** Models as files: opening and saving. */
    public ModelFiles modelFiles() {
        return modelFiles;
    }

    /** Begins to look at a file of which a person is to say what its columns hold. */
    MappingViewModel map(String source) {
        return new MappingViewModel(source, services.mappings(), tasks);
    }

    /** Looks what background threads have done; called some times a second. */
    public void poll() {
        dataset.poll();
        catalogue.poll();
        run.poll();
        export.poll();
        runs.poll();
        tune().poll();
        notices.tell(services.told());
        crossValidation.poll();
        evaluation.poll();
        queue.poll();
    }

    /** Stops the run and ends the training thread. */
    public void close() {
        dataset.cancel();
        catalogue.close();
        evaluation.close();
        tune().close();
        services.training().close();
        services.history().close();
    }

    public DatasetViewModel dataset() {
        return dataset;
    }

    /** Which part of the dataset is used. */
    public FilterViewModel filter() {
        return filter;
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

    /** Searches for hyperparameters. */
    public TuneViewModel tune() {
        return searches.tune();
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

    public AskRoomViewModel askRoom() {
        return askRoom;
    }

    /** Writing the model for other programs. */
    public ExportViewModel export() {
        return export;
    }

    public QueueViewModel queue() {
        return queue;
    }

    public RunsViewModel runs() {
        return runs;
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
