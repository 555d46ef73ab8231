package io.marquee.train;

import io.marquee.device.Backend;
import io.marquee.device.LocalDevices;
import io.marquee.kernel.Kernels;
import io.marquee.model.GraphWeights;
import io.marquee.model.Hyperparameters;
import io.marquee.train.array.ArrayEngine;
import io.marquee.train.fused.FusedEngine;
import io.marquee.train.stock.ParallelGraphEngine;
import io.marquee.train.stock.StockGraphEngine;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.factory.Nd4j;

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
            case LocalDevices.CPU_ARRAYS -> new ArrayEngine(GraphWeights.read(graph), hyperparameters);
            case LocalDevices.CPU_PARALLEL -> new ParallelGraphEngine(graph, LocalDevices.CPU_WORKERS);
            default -> onGpu(device, graph, hyperparameters);
        };
    }

    /**
     * An engine that shows what a checkpoint of another holds and trains nothing: for that a GPU need not be there.
     *
     * @throws TrainingException if there is no such device
     */
    static TrainingEngine toRead(String device, ComputationGraph graph, Hyperparameters hyperparameters, int threads)
            throws TrainingException {
        if (!LocalDevices.isGpu(device)) {
            return create(device, graph, hyperparameters, threads);
        }
        return create(LocalDevices.gpus(device).size() == 1 ? LocalDevices.CPU_ARRAYS : LocalDevices.CPU_STOCK, graph,
                hyperparameters, threads);
    }

    /** Never the CPU in its place: ND4J takes that without a word where it finds no GPU. */
    private static TrainingEngine onGpu(String device, ComputationGraph graph, Hyperparameters hyperparameters)
            throws TrainingException {
        if (!LocalDevices.isGpu(device)) {
            throw new TrainingException("There is no device \"" + device + "\" here. Choose "
                    + LocalDevices.CPU + ", " + LocalDevices.CPU_STOCK + ", " + LocalDevices.CPU_ARRAYS + " or "
                    + LocalDevices.CPU_PARALLEL + ".");
        }
        if (Backend.inUse() != Backend.CUDA) {
            throw new TrainingException("This process computes on the CPU and cannot train on " + device
                    + ": a GPU needs a process of its own, as training gives it.");
        }
        int wanted = LocalDevices.gpus(device).size();
        int found = Nd4j.getAffinityManager().getNumberOfDevices();
        if (found != wanted) {
            throw new TrainingException("This process sees " + found + " GPUs and cannot train on " + device + ".");
        }
        return wanted == 1 ? new ArrayEngine(GraphWeights.read(graph), hyperparameters)
                : new ParallelGraphEngine(graph, wanted);
    }
}
