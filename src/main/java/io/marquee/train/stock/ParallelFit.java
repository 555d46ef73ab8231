package io.marquee.train.stock;

import io.marquee.train.StepTimes;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.deeplearning4j.parallelism.ParallelWrapper;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One training by DL4J's ParallelWrapper, on a thread of its own that waits for batches. */
final class ParallelFit implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ParallelFit.class);

    /** After each round: so that a step means what it means on one device. */
    private static final int AVERAGING_FREQUENCY = 1;

    private final ComputationGraph graph;
    private final Workers workers;
    private final Rounds rounds;
    private final Thread thread;

    /**
     * @param graph trained in place
     * @param number number of workers, at least 2
     * @param rate learning rate of the next batch; NaN for the one that the graph has
     */
    ParallelFit(ComputationGraph graph, int number, DoubleSupplier rate) {
        this.graph = graph;
        this.workers = new Workers(number, rate);
        this.rounds = new Rounds(workers);
        List<TrainingListener> listeners = List.copyOf(graph.getListeners());
        ParallelWrapper wrapper = new ParallelWrapper.Builder<>(graph)
                .trainingMode(ParallelWrapper.TrainingMode.AVERAGING)
                .workers(number)
                .averagingFrequency(AVERAGING_FREQUENCY)
                .averageUpdaters(true)
                .prefetchBuffer(0)
                .build();
        // Its builder takes them off the graph, and knows no workers but DL4J's own in this mode.
        graph.setListeners(listeners);
        wrapper.setTrainerContext(workers);
        thread = new Thread(() -> fit(wrapper), "marquee-parallel");
        thread.setDaemon(true);
        thread.start();
    }

    private void fit(ParallelWrapper wrapper) {
        try (wrapper) {
            wrapper.fit(rounds);
        } catch (Exception | Error e) {
            LOG.warn("ParallelWrapper has failed", e);
            rounds.fail(e);
        }
    }

    /**
     * Trains one batch, and averages.
     *
     * @param shares one for each worker
     * @throws IllegalStateException if a worker failed
     */
    void train(List<MultiDataSet> shares) throws InterruptedException {
        rounds.train(shares);
    }

    /** The loss of a worker's share of the last batch, before the step. */
    double meanSquaredError(int worker) {
        return workers.get(worker).meanSquaredError();
    }

    /** Of the first worker. */
    StepTimes times() {
        return workers.get(0).times();
    }

    /** Ends the training; the graph is as after the last batch. */
    @Override
    public void close() {
        rounds.end();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workers.get(0).leave(graph);
    }
}
