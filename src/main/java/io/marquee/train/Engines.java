package io.marquee.train;

import io.marquee.model.Hyperparameters;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** Chooses the engine for a device. */
final class Engines {

    private Engines() {}

    /**
     * @param device id of a usable device
     * @throws TrainingException if there is no such device
     */
    static TrainingEngine create(String device, ComputationGraph graph, Hyperparameters hyperparameters)
            throws TrainingException {
        return new StockGraphEngine(graph);
    }
}
