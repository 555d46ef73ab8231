package io.marquee.train.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.DoubleSupplier;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.parallelism.ParallelWrapper;
import org.deeplearning4j.parallelism.factory.TrainerContext;
import org.deeplearning4j.parallelism.trainer.Trainer;

/** Makes the workers of a ParallelWrapper. */
final class Workers implements TrainerContext {

    private final List<Worker> workers = new ArrayList<>();
    private final CountDownLatch ready;
    private final DoubleSupplier wantedRate;

    /** @param wantedRate learning rate of the next batch; NaN for the one that the network has */
    Workers(int number, DoubleSupplier wantedRate) {
        this.ready = new CountDownLatch(number);
        this.wantedRate = wantedRate;
    }

    @Override
    public void init(Model network, Object... arguments) {
        // All there is to know is known.
    }

    @Override
    public Trainer create(String wrapperName, int number, Model network, int rootDevice, boolean useMultiDataSets,
            ParallelWrapper wrapper, WorkspaceMode mode, int averagingFrequency) {
        Worker worker = new Worker(network, number, wrapperName + "_worker_" + number, wrapper, mode, averagingFrequency,
                ready, wantedRate);
        workers.add(worker);
        return worker;
    }

    @Override
    public void finalizeRound(Model network, Model... copies) {
        // ParallelWrapper averages by itself.
    }

    @Override
    public void finalizeTraining(Model network, Model... copies) {
        // The first worker has trained the network itself.
    }

    /**
     * Waits until each worker has its copy of the network. ParallelWrapper does not: its first worker may train, and so change,
     * the network while the others still copy it.
     */
    void awaitCopies() throws InterruptedException {
        ready.await();
    }

    Worker get(int number) {
        return workers.get(number);
    }

    int size() {
        return workers.size();
    }
}
