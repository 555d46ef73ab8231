package io.marquee.train;

import io.marquee.model.GraphWeights;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.TrainingListener;

/** Keeps the DL4J model and its listeners up to date with what an engine does. */
final class GraphListeners {

    private final ComputationGraph graph;
    private final TrainingEngine engine;

    GraphListeners(ComputationGraph graph, TrainingEngine engine, List<TrainingListener> listeners) {
        this.graph = graph;
        this.engine = engine;
        listeners.forEach(listener -> graph.addListeners(listener));
    }

    /** Counts go on after some epochs. */
    void goOn(int epochs, int batchesPerEpoch) {
        graph.getConfiguration().setEpochCount(epochs);
        graph.getConfiguration().setIterationCount(epochs * batchesPerEpoch);
        if (!engine.drivesGraph()) {
            GraphWeights.write(engine.snapshot(), graph);
        }
    }

    void epochStarted() {
        for (TrainingListener listener : graph.getListeners()) {
            listener.onEpochStart(graph);
        }
    }

    void iterationDone(double loss) {
        if (engine.drivesGraph()) {
            return;
        }
        graph.setScore(loss);
        var configuration = graph.getConfiguration();
        for (TrainingListener listener : graph.getListeners()) {
            listener.iterationDone(graph, configuration.getIterationCount(), configuration.getEpochCount());
        }
        configuration.setIterationCount(configuration.getIterationCount() + 1);
    }

    /** Listeners of an epoch's end find its parameters in the graph; between, an engine of its own keeps them to itself. */
    void epochEnded() {
        if (!engine.drivesGraph()) {
            GraphWeights.write(engine.snapshot(), graph);
        }
        for (TrainingListener listener : graph.getListeners()) {
            listener.onEpochEnd(graph);
        }
        graph.getConfiguration().setEpochCount(graph.getConfiguration().getEpochCount() + 1);
    }
}
