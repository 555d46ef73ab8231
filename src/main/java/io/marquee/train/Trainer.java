package io.marquee.train;

import io.marquee.data.Dataset;
import io.marquee.data.RatingStatistics;
import io.marquee.evaluate.ErrorMetrics;
import io.marquee.evaluate.Evaluator;
import io.marquee.model.EarlyStopping;
import io.marquee.model.Hyperparameters;
import io.marquee.model.NetworkWeights;
import io.marquee.model.Predictor;
import io.marquee.model.RecommenderGraph;
import io.marquee.model.TrainedModel;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.TrainingListener;

/** The training loop of one run: epochs of batches, each epoch evaluated and kept as a model. */
final class Trainer {

    private final TrainingRequest request;
    private final Dataset dataset;
    private final Hyperparameters hyperparameters;
    private final RunControl control;
    private final Steering steering;
    private final Consumer<TrainingEvent> events;
    private final Consumer<TrainedModel> models;
    private final Evaluator evaluator;
    private final RunMemory memory;

    private DividedRatings ratings;
    private ModelMaker maker;
    private RatePlan rates;
    private int epochsPlanned;
    private boolean stoppedEarly;

    Trainer(
            TrainingRequest request,
            Dataset dataset,
            RunControl control,
            Steering steering,
            Consumer<TrainingEvent> events,
            Consumer<TrainedModel> models) {
        this.request = request.withThreads(request.threadsHere());
        this.dataset = dataset;
        this.hyperparameters = request.hyperparameters();
        this.control = control;
        this.steering = steering;
        this.events = events;
        this.models = models;
        this.epochsPlanned = hyperparameters.epochs();
        this.evaluator = new Evaluator(request.threadsHere());
        this.memory = new RunMemory(this.request, Protocols.fingerprint(dataset.ratings()), events);
    }

    /** The number of epochs trained and evaluated so far, those before it was resumed included. */
    int epochsFinished() {
        return memory.epochsFinished();
    }

    /** Whether the run ended before the last planned epoch, and not because the validation error no longer fell. */
    boolean stopped() {
        return epochsFinished() < epochsPlanned && !stoppedEarly;
    }

    /** Wall clock of the run so far, in seconds, pauses excluded and the time before it was resumed included. */
    double seconds() {
        return memory.seconds(control.pausedNanos());
    }

    /**
     * Trains until the last epoch is done, the validation error no longer falls or the run is stopped.
     *
     * @param listeners DL4J listeners to attach to the model
     * @throws TrainingException if the loss is no longer a number, the settings do not fit the data or the run cannot go on
     *     from its checkpoint
     */
    void train(List<TrainingListener> listeners) throws TrainingException, InterruptedException {
        ratings = DividedRatings.of(dataset, request);
        if (!control.mayGoOn()) {
            return;
        }
        int users = ratings.users();
        int items = ratings.items();
        ComputationGraph graph = RecommenderGraph.build(hyperparameters, users, items);
        if (!control.mayGoOn()) {
            return;
        }
        boolean toRead = memory.hasAll(lastEpoch());
        try (TrainingEngine engine = toRead
                ? Engines.toRead(request.device(), graph, hyperparameters, request.threadsHere())
                : Engines.create(request.device(), graph, hyperparameters, request.threadsHere())) {
            engine.heed(control::mayGoOn);
            memory.restore(engine);
            rates = new RatePlan(hyperparameters, memory.rateByHand());
            int batches = BatchFeeder.batchesPerEpoch(ratings.split().trainSize(), hyperparameters.batchSize());
            RatingStatistics statistics = ratings.statistics();
            String trainedBy = toRead ? memory.engineBefore().orElseGet(engine::description) : engine.description();
            maker = new ModelMaker(
                    dataset, ratings, hyperparameters, Protocols.of(dataset, ratings.split(), request, trainedBy));
            events.accept(new TrainingEvent.RunStarted(hyperparameters, maker.protocol(), users, items, graph.numParams(),
                    statistics.mean(), statistics.standardDeviation(), batches, dataset.noiseFloor()));
            GraphListeners graphListeners = new GraphListeners(graph, engine, listeners);
            if (epochsFinished() > 0) {
                graphListeners.goOn(epochsFinished(), batches);
                models.accept(maker.model(engine.snapshot(), memory.last()));
                events.accept(new TrainingEvent.RunRestored(memory.epochs()));
            }
            trainEpochs(engine, graphListeners, batches);
            conclude(engine);
        }
    }

    private void trainEpochs(TrainingEngine engine, GraphListeners graphListeners, int batches)
            throws TrainingException, InterruptedException {
        int next = epochsFinished() + 1;
        stoppedEarly = stopsEarly();
        if (next > lastEpoch() || stoppedEarly) {
            return;
        }
        ProgressPublisher progress = new ProgressPublisher(events, batches);
        try (EpochSteps steps = steps(engine, next)) {
            boolean goOn = true;
            for (int epoch = next; epoch <= lastEpoch() && goOn; epoch++) {
                goOn = trainEpoch(epoch, engine, steps, graphListeners, progress, batches);
            }
        }
    }

    /** The epoch to end after: that of a trial may come before the last planned one. */
    private int lastEpoch() {
        return request.trial().map(trial -> Math.min(trial.untilEpoch(), epochsPlanned)).orElse(epochsPlanned);
    }

    /** On ratings that lie where the engine computes, or on batches that are fed to it. */
    private EpochSteps steps(TrainingEngine engine, int firstEpoch) {
        TrainPart part = new TrainPart(
                ratings.split(), ratings.centring(), hyperparameters.batchSize(), hyperparameters.seed());
        return engine.resident(part, firstEpoch).orElseGet(() -> new FedSteps(new BatchFeeder(ratings.split(),
                ratings.centring(), hyperparameters.batchSize(), firstEpoch, hyperparameters.seed()), engine));
    }

    private boolean trainEpoch(
            int epoch,
            TrainingEngine engine,
            EpochSteps steps,
            GraphListeners graphListeners,
            ProgressPublisher progress,
            int batches)
            throws TrainingException, InterruptedException {
        EpochClock clock = new EpochClock(steps, engine, control);
        graphListeners.epochStarted();
        progress.beginEpoch(epoch);
        double squaredStars = ratings.centring().scale() * ratings.centring().scale();
        for (int i = 0; i < batches; i++) {
            if (!control.mayGoOn()) {
                return false;
            }
            if (steering.pending() && !obey(engine, epoch, i, clock)) {
                return false;
            }
            rates.apply(engine, epoch, i, batches, epochsPlanned);
            List<EpochSteps.BatchLoss> losses = steps.next();
            if (control.stopped()) {
                return false;
            }
            for (EpochSteps.BatchLoss loss : losses) {
                if (!Double.isFinite(loss.meanSquaredError())) {
                    throw diverged(epoch, "at batch " + (progress.batchesDone() + 1) + " of " + batches);
                }
                graphListeners.iterationDone(loss.meanSquaredError());
                progress.batchDone(loss.meanSquaredError() * squaredStars, loss.ratings());
            }
        }
        clock.trained();
        graphListeners.epochEnded();
        NetworkWeights weights = engine.snapshot();
        Optional<ErrorMetrics> errors = measure(weights, control::mayGoOn);
        if (errors.isEmpty()) {
            return false;
        }
        double mse = errors.get().mse();
        if (!Double.isFinite(mse)) {
            throw diverged(epoch, "in its evaluation");
        }
        boolean validated = ratings.validates();
        EpochResult result = new EpochResult(epoch, progress.runningLoss(), validated ? mse : Double.NaN,
                validated ? Double.NaN : mse, validated ? Double.NaN : errors.get().rmse(), clock.seconds(),
                clock.trainSeconds(), ratings.split().trainSize() / clock.trainSeconds(), clock.phases());
        models.accept(maker.model(weights, result));
        memory.epochFinished(result, weights, engine, rates.byHand(), seconds());
        if (steering.pending() && !obey(engine, epoch, batches, clock)) {
            return false;
        }
        stoppedEarly = stopsEarly();
        return !stoppedEarly;
    }

    /** The error on the validation part, or on the test part where there is none. */
    private Optional<ErrorMetrics> measure(NetworkWeights weights, BooleanSupplier mayGoOn) {
        Predictor predictor = maker.predictor(weights);
        return ratings.validates()
                ? evaluator.evaluateValidation(predictor, ratings.split(), mayGoOn)
                : evaluator.evaluateTest(predictor, ratings.split(), mayGoOn);
    }

    /** Does what a person has asked for; false if the run was stopped meanwhile. */
    private boolean obey(TrainingEngine engine, int epoch, int batchesDone, EpochClock clock) {
        Steering.Wishes wishes = steering.take();
        wishes.learningRate().ifPresent(rate -> {
            rates.setByHand(rate);
            events.accept(new TrainingEvent.LearningRateSet(rate, epoch, batchesDone));
        });
        if (wishes.moreEpochs() > 0) {
            epochsPlanned = Math.min(epochsPlanned + wishes.moreEpochs(), TrainingRequest.MAX_EPOCHS);
            memory.plan(epochsPlanned);
            maker.plan(epochsPlanned);
            events.accept(new TrainingEvent.EpochsAdded(epochsPlanned));
        }
        if (!wishes.evaluation()) {
            return true;
        }
        long start = System.nanoTime();
        long pausedBefore = control.pausedNanos();
        Optional<ErrorMetrics> errors = measure(engine.snapshot(), control::mayGoOn);
        clock.leaveOut(System.nanoTime() - start - (control.pausedNanos() - pausedBefore));
        errors.ifPresent(found -> events.accept(
                new TrainingEvent.Evaluated(epoch, batchesDone, ratings.validates(), found.mse())));
        return errors.isPresent();
    }

    private boolean stopsEarly() {
        Optional<EarlyStopping> rule = hyperparameters.earlyStopping();
        return rule.isPresent()
                && rule.get().isDue(memory.epochs().stream().mapToDouble(EpochResult::validationMse).toArray());
    }

    /**
     * Takes the best epoch where the run looks for one, and measures the test part if that was kept for the end and the run
     * is not one of many that are compared.
     */
    private void conclude(TrainingEngine engine) {
        if (epochsFinished() == 0 || !ratings.validates()) {
            return;
        }
        boolean best = hyperparameters.earlyStopping().isPresent();
        EpochResult kept = best ? memory.best() : memory.last();
        if (stoppedEarly) {
            events.accept(new TrainingEvent.StoppedEarly(epochsFinished(), kept.epoch(), kept.validationMse()));
        }
        NetworkWeights weights = memory.weights(kept.epoch());
        if (request.trial().isPresent()) {
            models.accept(maker.model(weights, kept));
            return;
        }
        ErrorMetrics test = evaluator.evaluateTest(maker.predictor(weights), ratings.split(), () -> true).orElseThrow();
        models.accept(maker.model(weights, kept, test));
        events.accept(new TrainingEvent.TestMeasured(kept.epoch(), test.mse(), test.rmse()));
    }

    private TrainingException diverged(int epoch, String where) {
        String kept = epochsFinished() == 0
                ? "There is no earlier epoch to keep."
                : "The model of epoch " + epochsFinished() + " is kept.";
        double rate = rates.byHand().orElse(hyperparameters.learningRate());
        return new TrainingException("The loss is no longer a number in epoch " + epoch + " " + where
                + ": training has diverged. " + kept + " Try a lower learning rate than " + rate + ", such as " + rate / 10
                + ".");
    }
}
