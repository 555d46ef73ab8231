package io.marquee.train.stock;

import io.marquee.device.BackendDevice;
import io.marquee.model.GraphWeights;
import io.marquee.model.NetworkWeights;
import io.marquee.train.Batch;
import io.marquee.train.EngineState;
import io.marquee.train.StepTimes;
import io.marquee.train.TrainingEngine;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/**
 * Trains DL4J's stock layers on several devices by DL4J's ParallelWrapper: each device has a copy of the network and takes an
 * equal share of each batch, and after each batch parameters and optimiser state of all copies are averaged.
 *
 * <p>Under plain descent and Nesterov momentum, which are linear in the gradient, that is the step of one network on the whole
 * batch at the same learning rate, up to rounding, where shares are equally large; the sizes of shares differ by one rating at
 * most. Under Adam it is the mean of the steps that Adam takes for each share.
 */
public final class ParallelGraphEngine implements TrainingEngine {

    private final ComputationGraph graph;
    private final int workers;
    private ParallelFit fit;
    private volatile double rate = Double.NaN;
    private StepTimes earlier = new StepTimes(0, 0, 0);
    private long stepNanos;

    /**
     * @param graph the network to train; used by this engine alone until it is closed
     * @param workers number of devices, or of workers on the one there is; at least 2
     */
    public ParallelGraphEngine(ComputationGraph graph, int workers) {
        this.graph = graph;
        this.workers = workers;
    }

    @Override
    public String description() {
        return "DL4J's ParallelWrapper (" + workers + " workers with stock layers on "
                + BackendDevice.names(BackendDevice.ofThisProcess()) + ", each with a share of every batch; parameters and "
                + "optimiser state averaged after each batch; all embedding rows updated in each step)";
    }

    @Override
    public double train(Batch batch) {
        if (fit == null) {
            fit = new ParallelFit(graph, workers, () -> rate);
        }
        long begin = System.nanoTime();
        List<MultiDataSet> shares = new ArrayList<>();
        for (int worker = 0; worker < workers; worker++) {
            shares.add(GraphBatch.of(batch, from(batch, worker), to(batch, worker)));
        }
        try {
            fit.train(shares);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Training was interrupted within a batch", e);
        }
        double sum = 0;
        for (int worker = 0; worker < Math.min(workers, batch.size()); worker++) {
            sum += fit.meanSquaredError(worker) * (to(batch, worker) - from(batch, worker));
        }
        stepNanos += System.nanoTime() - begin;
        return sum / batch.size();
    }

    /** A batch with fewer ratings than there are workers gives some of them a rating that another has, too. */
    private int from(Batch batch, int worker) {
        return batch.size() < workers ? worker % batch.size() : (int) ((long) batch.size() * worker / workers);
    }

    private int to(Batch batch, int worker) {
        return batch.size() < workers ? from(batch, worker) + 1 : (int) ((long) batch.size() * (worker + 1) / workers);
    }

    /** DL4J tells the graph's listeners of the first worker's steps. */
    @Override
    public boolean drivesGraph() {
        return true;
    }

    @Override
    public void setLearningRate(double learningRate) {
        rate = learningRate;
    }

    @Override
    public NetworkWeights snapshot() {
        return GraphWeights.read(graph);
    }

    @Override
    public EngineState state() {
        return GraphState.of(graph);
    }

    @Override
    public void restore(EngineState state) {
        close();
        GraphState.restore(graph, state);
    }

    /** Forward and backward pass of the first worker; waiting for the others and averaging count as update. */
    @Override
    public StepTimes stepTimes() {
        long forward = earlier.forwardNanos();
        long backward = earlier.backwardNanos();
        if (fit != null) {
            forward += fit.times().forwardNanos();
            backward += fit.times().backwardNanos();
        }
        return new StepTimes(forward, backward, stepNanos - forward - backward);
    }

    @Override
    public void close() {
        if (fit != null) {
            earlier = stepTimes();
            fit.close();
            fit = null;
        }
    }
}
