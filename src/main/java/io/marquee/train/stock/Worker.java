package io.marquee.train.stock;

import io.marquee.train.StepTimes;
import java.util.concurrent.CountDownLatch;
import java.util.function.DoubleSupplier;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.parallelism.ParallelWrapper;
import org.deeplearning4j.parallelism.trainer.DefaultTrainer;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/**
 * A worker of DL4J's ParallelWrapper: a thread with a device and a copy of the network; the first worker trains the network
 * itself. To DL4J's own trainer it adds the loss of each batch, another learning rate on the way, word of when its copy is
 * there, and that running out of memory ends the training instead of holding it for ever.
 */
final class Worker extends DefaultTrainer {

    private final CountDownLatch ready;
    private final DoubleSupplier wantedRate;
    private final StepClock clock = new StepClock();
    private double rate = Double.NaN;

    /**
     * @param network the network to train, or to copy
     * @param ready counted down when the copy is made, or will never be
     * @param wantedRate learning rate of the next batch; NaN for the one that the network has
     */
    Worker(Model network, int number, String name, ParallelWrapper wrapper, WorkspaceMode mode, int averagingFrequency,
            CountDownLatch ready, DoubleSupplier wantedRate) {
        this.originalModel = network;
        this.replicatedModel = network;
        this.threadId = number;
        this.uuid = name;
        this.parallelWrapper = wrapper;
        this.workspaceMode = mode;
        this.useMDS = true;
        this.averagingFrequency = averagingFrequency;
        this.ready = ready;
        this.wantedRate = wantedRate;
        setupIfNeccessary();
    }

    @Override
    public void run() {
        try {
            super.run();
        } catch (RuntimeException e) {
            // Kept by the trainer, and thrown where the end of its batch is awaited.
            thrownException = e;
        } catch (Error e) {
            thrownException = new IllegalStateException(e);
        } finally {
            ready.countDown();
        }
    }

    /** Listeners stay with the network itself: they would hear each step from all workers at once. */
    @Override
    protected void postInit() {
        ((ComputationGraph) replicatedModel).addListeners(clock);
        ready.countDown();
    }

    @Override
    protected void fit(MultiDataSet share) {
        double wanted = wantedRate.getAsDouble();
        if (!Double.isNaN(wanted) && wanted != rate) {
            ((ComputationGraph) replicatedModel).setLearningRate(wanted);
            rate = wanted;
        }
        clock.begin();
        super.fit(share);
        clock.end();
    }

    /** Of the share trained last, before the step. */
    double meanSquaredError() {
        return clock.meanSquaredError();
    }

    StepTimes times() {
        return clock.times();
    }

    /** Takes this worker's listener off the network, which outlives it. */
    void leave(ComputationGraph network) {
        network.getListeners().remove(clock);
    }
}
