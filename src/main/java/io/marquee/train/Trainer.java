package io.marquee.train;

import io.marquee.data.Dataset;
import io.marquee.data.RatedItems;
import io.marquee.data.RatingStatistics;
import io.marquee.data.Split;
import io.marquee.evaluate.ErrorMetrics;
import io.marquee.evaluate.Evaluator;
import io.marquee.model.Centring;
import io.marquee.model.Hyperparameters;
import io.marquee.model.NetworkWeights;
import io.marquee.model.Predictor;
import io.marquee.model.Protocol;
import io.marquee.model.RecommenderGraph;
import io.marquee.model.TrainedModel;
import io.marquee.model.TrainingResult;
import io.marquee.model.WarmRows;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.TrainingListener;

/** The training loop of one run: epochs of batches, each epoch evaluated and kept as a model. */
final class Trainer {

    private final TrainingRequest request;
    private final Dataset dataset;
    private final Hyperparameters hyperparameters;
    private final RunControl control;
    private final Consumer<TrainingEvent> events;
    private final Consumer<TrainedModel> models;
    private final Evaluator evaluator;
    private final RunMemory memory;

    private Split split;
    private RatedItems history;
    private Centring centring;
    private WarmRows warm;
    private Protocol protocol;

    Trainer(
            TrainingRequest request,
            Dataset dataset,
            RunControl control,
            Consumer<TrainingEvent> events,
            Consumer<TrainedModel> models) {
        this.request = request.withThreads(request.threadsHere());
        this.dataset = dataset;
        this.hyperparameters = request.hyperparameters();
        this.control = control;
        this.events = events;
        this.models = models;
        this.evaluator = new Evaluator(request.threadsHere());
        this.memory = new RunMemory(this.request, Protocols.fingerprint(dataset), events);
    }

    /** The number of epochs trained and evaluated so far, those before it was resumed included. */
    int epochsFinished() {
        return memory.epochsFinished();
    }

    /** Wall clock of the run so far, in seconds, pauses excluded and the time before it was resumed included. */
    double seconds() {
        return memory.seconds(control.pausedNanos());
    }

    /**
     * Trains until the last epoch is done or the run is stopped.
     *
     * @param listeners DL4J listeners to attach to the model
     * @throws TrainingException if the loss is no longer a number, the settings do not fit the data or the run cannot go on
     *     from its checkpoint
     */
    void train(List<TrainingListener> listeners) throws TrainingException, InterruptedException {
        divide();
        int users = dataset.ratings().users().size();
        int items = dataset.ratings().items().size();
        ComputationGraph graph = RecommenderGraph.build(hyperparameters, users, items);
        try (TrainingEngine engine = Engines.create(
                request.device(), graph, hyperparameters, request.threadsHere())) {
            memory.restore(engine);
            protocol = Protocols.of(dataset, split, request, engine.description());
            int batchesPerEpoch = BatchFeeder.batchesPerEpoch(split.trainSize(), hyperparameters.batchSize());
            RatingStatistics statistics = split.trainStatistics();
            events.accept(new TrainingEvent.RunStarted(hyperparameters, protocol, users, items, graph.numParams(),
                    statistics.mean(), statistics.standardDeviation(), batchesPerEpoch, dataset.noiseFloor()));
            GraphListeners graphListeners = new GraphListeners(graph, engine, listeners);
            if (epochsFinished() > 0) {
                graphListeners.goOn(epochsFinished(), batchesPerEpoch);
                models.accept(model(engine.snapshot(), memory.epochs().get(epochsFinished() - 1)));
                events.accept(new TrainingEvent.RunRestored(memory.epochs()));
            }
            trainEpochs(engine, graphListeners, batchesPerEpoch);
        }
    }

    private void trainEpochs(TrainingEngine engine, GraphListeners graphListeners, int batchesPerEpoch)
            throws TrainingException, InterruptedException {
        int next = epochsFinished() + 1;
        if (next > hyperparameters.epochs()) {
            return;
        }
        ProgressPublisher progress = new ProgressPublisher(events, batchesPerEpoch);
        try (BatchFeeder feeder = new BatchFeeder(
                split, centring, hyperparameters.batchSize(), next, hyperparameters.seed())) {
            boolean goOn = true;
            for (int epoch = next; epoch <= hyperparameters.epochs() && goOn; epoch++) {
                goOn = trainEpoch(epoch, engine, feeder, graphListeners, progress, batchesPerEpoch);
            }
        }
    }

    private void divide() throws TrainingException {
        split = dataset.split(request.split());
        if (hyperparameters.batchSize() > split.trainSize()) {
            throw new TrainingException("A batch of " + hyperparameters.batchSize()
                    + " ratings is larger than the train part of " + split.trainSize()
                    + " ratings. Choose a smaller batch size.");
        }
        RatingStatistics statistics = split.trainStatistics();
        if (hyperparameters.standardize() && !(statistics.standardDeviation() > 0)) {
            throw new TrainingException("All ratings of the train part are " + statistics.mean()
                    + ", so they cannot be divided by their standard deviation. Switch standardisation off.");
        }
        centring = new Centring(
                statistics.mean(), hyperparameters.standardize() ? statistics.standardDeviation() : 1);
        warm = WarmRows.of(split);
        history = RatedItems.of(split);
    }

    private boolean trainEpoch(
            int epoch,
            TrainingEngine engine,
            BatchFeeder feeder,
            GraphListeners graphListeners,
            ProgressPublisher progress,
            int batches)
            throws TrainingException, InterruptedException {
        EpochClock clock = new EpochClock(feeder, engine, control);
        graphListeners.epochStarted();
        progress.beginEpoch(epoch);
        double squaredStars = centring.scale() * centring.scale();
        for (int i = 0; i < batches; i++) {
            if (!control.mayGoOn()) {
                return false;
            }
            Batch batch = feeder.next();
            double loss = engine.train(batch);
            if (!Double.isFinite(loss)) {
                throw diverged(epoch, "at batch " + (i + 1) + " of " + batches);
            }
            graphListeners.iterationDone(loss);
            progress.batchDone(loss * squaredStars, batch.size());
        }
        clock.trained();
        graphListeners.epochEnded();
        NetworkWeights weights = engine.snapshot();
        Predictor predictor = new Predictor(
                weights, centring, warm, hyperparameters.clipPredictions() ? dataset.ratings().scale() : null);
        Optional<ErrorMetrics> test = evaluator.evaluateTest(predictor, split, control::mayGoOn);
        if (test.isEmpty()) {
            return false;
        }
        if (!Double.isFinite(test.get().mse())) {
            throw diverged(epoch, "in its evaluation");
        }
        EpochResult result = new EpochResult(epoch, progress.runningLoss(), test.get().mse(), test.get().rmse(),
                clock.seconds(), clock.trainSeconds(), split.trainSize() / clock.trainSeconds(), clock.phases());
        models.accept(model(weights, result));
        memory.epochFinished(result, engine, seconds());
        return true;
    }

    private TrainedModel model(NetworkWeights weights, EpochResult epoch) {
        return new TrainedModel(weights, dataset.ratings().users(), dataset.ratings().items(), dataset.catalogue(), history,
                dataset.ratings().scale(), centring, hyperparameters, protocol,
                new TrainingResult(epoch.epoch(), epoch.trainMse(), epoch.testMse(), epoch.testRmse()));
    }

    private TrainingException diverged(int epoch, String where) {
        String kept = epochsFinished() == 0
                ? "There is no earlier epoch to keep."
                : "The model of epoch " + epochsFinished() + " is kept.";
        return new TrainingException("The loss is no longer a number in epoch " + epoch + " " + where
                + ": training has diverged. " + kept + " Try a lower learning rate than "
                + hyperparameters.learningRate() + ", such as " + hyperparameters.learningRate() / 10 + ".");
    }
}
