package io.marquee.train.stock;

import io.marquee.model.GraphWeights;
import io.marquee.model.NetworkWeights;
import io.marquee.train.Batch;
import io.marquee.train.EngineState;
import io.marquee.train.StepTimes;
import io.marquee.train.TrainingEngine;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/**
 * Trains with DL4J's stock layers and updaters: the reference the fast path is checked against, and the path for networks
 * it does not cover. All embedding rows are updated in each step.
 */
public final class StockGraphEngine implements TrainingEngine {

    private final ComputationGraph graph;
    private final StepClock clock = new StepClock();

    /** @param graph the network to train; used by this engine alone until it is closed */
    public StockGraphEngine(ComputationGraph graph) {
        this.graph = graph;
        graph.addListeners(clock);
    }

    @Override
    public String description() {
        return "stock DL4J layers (all embedding rows updated in each step)";
    }

    @Override
    public double train(Batch batch) {
        MultiDataSet whole = GraphBatch.of(batch, 0, batch.size());
        clock.begin();
        graph.fit(whole.getFeatures(), whole.getLabels());
        clock.end();
        return clock.meanSquaredError();
    }

    @Override
    public boolean drivesGraph() {
        return true;
    }

    @Override
    public void setLearningRate(double learningRate) {
        graph.setLearningRate(learningRate);
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
        GraphState.restore(graph, state);
    }

    @Override
    public StepTimes stepTimes() {
        return clock.times();
    }

    @Override
    public void close() {
        graph.getListeners().remove(clock);
    }
}
