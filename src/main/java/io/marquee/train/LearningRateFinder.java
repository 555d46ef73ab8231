package io.marquee.train;

import io.marquee.data.Dataset;
import io.marquee.data.Progress;
import io.marquee.model.Hyperparameters;
import io.marquee.model.RecommenderGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Looks for a learning rate before a run: trains a fresh network for some hundred steps while the rate grows evenly on a
 * logarithmic scale, and watches the loss (Smith, Cyclical learning rates for training neural networks, WACV 2017, section
 * 3.3). The loss stays where it is while the rate is too low, falls, and shoots up once it is too high; there the test ends.
 */
public final class LearningRateFinder {

    private static final int STEPS = 300;
    private static final double LOWEST_RATE = 1e-6;
    private static final double HIGHEST_RATE = 10;
    /** Weight of the past in the smoothed loss; single batches differ by some per cent. */
    private static final double SMOOTHING = 0.9;
    /** The loss has shot up for good. */
    private static final double DIVERGED = 2;

    private final Dataset dataset;
    private final TrainingRequest request;

    /** @param request the run that the rate is for; its own rate and schedule do not count */
    public LearningRateFinder(Dataset dataset, TrainingRequest request) {
        this.dataset = dataset;
        this.request = request;
    }

    /**
     * @throws TrainingException if the settings do not fit the data or there is no such device
     * @throws CancellationException if {@code progress} asks to stop
     */
    public LearningRateCurve run(Progress progress) throws TrainingException, InterruptedException {
        DividedRatings ratings = DividedRatings.of(dataset, request);
        Hyperparameters hyperparameters = request.hyperparameters();
        double squaredStars = ratings.centring().scale() * ratings.centring().scale();
        List<LearningRateCurve.Point> points = new ArrayList<>();
        long trained = 0;
        try (TrainingEngine engine = Engines.create(request.device(), RecommenderGraph.build(hyperparameters,
                        ratings.users(), ratings.items()), hyperparameters,
                        request.threadsHere());
                BatchFeeder feeder = new BatchFeeder(ratings.split(), ratings.centring(), hyperparameters.batchSize(), 1,
                        hyperparameters.seed())) {
            double smoothed = 0;
            double lowest = Double.POSITIVE_INFINITY;
            for (int step = 0; step < STEPS; step++) {
                if (progress.cancelled()) {
                    throw new CancellationException();
                }
                double rate = LOWEST_RATE * Math.pow(HIGHEST_RATE / LOWEST_RATE, (double) step / (STEPS - 1));
                engine.setLearningRate(rate);
                Batch batch = feeder.next();
                double loss = engine.train(batch) * squaredStars;
                trained += batch.size();
                smoothed = SMOOTHING * smoothed + (1 - SMOOTHING) * loss;
                // The average begins at nothing; divided by the weights so far it is one of the losses alone.
                double average = smoothed / (1 - Math.pow(SMOOTHING, step + 1));
                if (!(average <= DIVERGED * lowest)) {
                    break;
                }
                lowest = Math.min(lowest, average);
                points.add(new LearningRateCurve.Point(rate, average));
                progress.report((double) step / STEPS, "trying learning rates");
            }
        }
        return LearningRateCurve.of(points, trained);
    }
}
