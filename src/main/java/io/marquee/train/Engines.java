package io.marquee.train;

import io.marquee.device.LocalDevices;
import io.marquee.kernel.Kernels;
import io.marquee.model.GraphWeights;
import io.marquee.model.Hyperparameters;
import io.marquee.train.fused.FusedEngine;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** Chooses the engine for a device. */
final class Engines {

    private Engines() {}

    /**
     * @param device id of a usable device
     * @param graph network whose parameters to start from
     * @param threads number of threads of the fast path; stock layers leave that to ND4J
     * @throws TrainingException if there is no such device
     */
    static TrainingEngine create(String device, ComputationGraph graph, Hyperparameters hyperparameters, int threads)
            throws TrainingException {
        return switch (device) {
            case LocalDevices.CPU -> new FusedEngine(GraphWeights.read(graph), hyperparameters, threads,
                    Kernels.fastest());
            case LocalDevices.CPU_STOCK -> new StockGraphEngine(graph);
            default -> throw new TrainingException("There is no device \"" + device + "\" here. Choose "
                    + LocalDevices.CPU + " or " + LocalDevices.CPU_STOCK + ".");
        };
    }
}
