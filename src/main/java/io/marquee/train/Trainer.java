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

    private Split split;
    private RatedItems history;
    private Centring centring;
    private WarmRows warm;
    private Protocol protocol;
    private int epochsFinished;

    Trainer(
            TrainingRequest request,
            Dataset dataset,
            RunControl control,
            Consumer<TrainingEvent> events,
            Consumer<TrainedModel> models) {
        this.request = request;
        this.dataset = dataset;
        this.hyperparameters = request.hyperparameters();
        this.control = control;
        this.events = events;
        this.models = models;
        this.evaluator = new Evaluator(request.threadsHere());
    }

    /** The number of epochs trained and evaluated so far. */
    int epochsFinished() {
        return epochsFinished;
    }

    /**
     * Trains until the last epoch is done or the run is stopped.
     *
     * @param listeners DL4J listeners to attach to the model
     * @throws TrainingException if the loss is no longer a number or the settings do not fit the data
     */
    void train(List<TrainingListener> listeners) throws TrainingException, InterruptedException {
        divide();
        int users = dataset.ratings().users().size();
        int items = dataset.ratings().items().size();
        ComputationGraph graph = RecommenderGraph.build(hyperparameters, users, items);
        try (TrainingEngine engine = Engines.create(
                        request.device(), graph, hyperparameters, request.threadsHere());
                BatchFeeder feeder = new BatchFeeder(split, centring, hyperparameters.batchSize(),
                        hyperparameters.epochs(), hyperparameters.seed())) {
            protocol = Protocols.of(dataset, split, request, engine.description());
            RatingStatistics statistics = split.trainStatistics();
            int batchesPerEpoch = BatchFeeder.batchesPerEpoch(split.trainSize(), hyperparameters.batchSize());
            events.accept(new TrainingEvent.RunStarted(hyperparameters, protocol, users, items, graph.numParams(),
                    statistics.mean(), statistics.standardDeviation(), batchesPerEpoch, dataset.noiseFloor()));
            GraphListeners graphListeners = new GraphListeners(graph, engine, listeners);
            ProgressPublisher progress = new ProgressPublisher(events, batchesPerEpoch);
            for (int epoch = 1; epoch <= hyperparameters.epochs(); epoch++) {
                if (!trainEpoch(epoch, engine, feeder, graphListeners, progress, batchesPerEpoch)) {
                    return;
                }
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
        finish(epoch, weights, progress.runningLoss(), test.get(), clock);
        return true;
    }

    private void finish(int epoch, NetworkWeights weights, double trainMse, ErrorMetrics test, EpochClock clock) {
        TrainingResult result = new TrainingResult(epoch, trainMse, test.mse(), test.rmse());
        models.accept(new TrainedModel(weights, dataset.ratings().users(), dataset.ratings().items(),
                dataset.catalogue(), history, dataset.ratings().scale(), centring, hyperparameters, protocol, result));
        epochsFinished = epoch;
        events.accept(new TrainingEvent.EpochFinished(new EpochResult(epoch, trainMse, test.mse(), test.rmse(),
                clock.seconds(), clock.trainSeconds(), split.trainSize() / clock.trainSeconds(), clock.phases())));
    }

    private TrainingException diverged(int epoch, String where) {
        String kept = epochsFinished == 0
                ? "There is no earlier epoch to keep."
                : "The model of epoch " + epochsFinished + " is kept.";
        return new TrainingException("The loss is no longer a number in epoch " + epoch + " " + where
                + ": training has diverged. " + kept + " Try a lower learning rate than "
                + hyperparameters.learningRate() + ", such as " + hyperparameters.learningRate() / 10 + ".");
    }
}
