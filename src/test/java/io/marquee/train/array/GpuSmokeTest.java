package io.marquee.train.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.marquee.device.Backend;
import io.marquee.kernel.Kernels;
import io.marquee.model.GraphWeights;
import io.marquee.model.Hyperparameters;
import io.marquee.model.NetworkWeights;
import io.marquee.model.RecommenderGraph;
import io.marquee.train.Batch;
import io.marquee.train.RandomBatches;
import io.marquee.train.Runs;
import io.marquee.train.fused.FusedEngine;
import org.junit.jupiter.api.Test;

/** Runs where ND4J's CUDA backend is on the class path (profile {@code cuda}) and there is a GPU that it has code for. */
class GpuSmokeTest {

    @Test
    void aGpuTrainsAsTheFastPathDoes() {
        assumeTrue(Backend.inUse() == Backend.CUDA,
                "Skipped: ND4J computes on the CPU here. Build with -Pcuda on a machine with an NVIDIA GPU of compute "
                        + "capability 3.7 to 8.9 to run it.");
        Hyperparameters hyperparameters = Runs.small().toBuilder().embeddingScale(0.3).build();
        NetworkWeights start = GraphWeights.read(RecommenderGraph.build(hyperparameters, 37, 53));
        RandomBatches batches = new RandomBatches(37, 53, 2);
        try (ArrayEngine gpu = new ArrayEngine(start, hyperparameters);
                FusedEngine cpu = new FusedEngine(start, hyperparameters, 1, Kernels.fastest())) {
            for (int step = 0; step < 20; step++) {
                Batch batch = batches.next(64, 64);
                double loss = cpu.train(batch);
                assertThat(gpu.train(batch)).isCloseTo(loss, within(1e-3 * loss));
            }
        }
    }
}
