package io.marquee.train.array;

import io.marquee.device.BackendDevice;
import io.marquee.kernel.DenseWeights;
import io.marquee.model.EmbeddingUpdates;
import io.marquee.model.Hyperparameters;
import io.marquee.model.NetworkWeights;
import io.marquee.train.Batch;
import io.marquee.train.EngineState;
import io.marquee.train.EpochSteps;
import io.marquee.train.StepTimes;
import io.marquee.train.TrainPart;
import io.marquee.train.TrainingEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.memory.enums.AllocationPolicy;
import org.nd4j.linalg.api.memory.enums.LearningPolicy;
import org.nd4j.linalg.api.memory.enums.SpillPolicy;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.reduce.floating.SquaredNorm;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Trains two embeddings and a stack of dense ReLU layers in ND4J's operations alone, so that it runs on the device that ND4J
 * has in this process: a GPU under the CUDA backend, the CPU under the native one. Parameters and optimiser state lie on the
 * device, and so does all a step works with; the host reads a loss back when it wants to know it.
 *
 * <p>Used from one thread.
 */
public final class ArrayEngine implements TrainingEngine {

    private static final String WORKSPACE = "MARQUEE_BATCH";

    /** A batch from outside is put into one block of memory that is used again by the next. */
    private static final WorkspaceConfiguration BATCH = WorkspaceConfiguration.builder()
            .initialSize(0)
            .overallocationLimit(0.1)
            .policyAllocation(AllocationPolicy.OVERALLOCATE)
            .policyLearning(LearningPolicy.FIRST_LOOP)
            .policySpill(SpillPolicy.REALLOCATE)
            .build();

    /** The share of free memory that ratings may take. */
    private static final double RATINGS_PART = 0.5;

    private final LongSupplier freeBytes;
    private final ArrayOptimizer optimizer;
    private final double l2;
    private final boolean allRows;
    private final ArrayEmbeddings embeddings;
    private final ArrayLayers layers;
    private final INDArray lastLoss = Nd4j.create(DataType.FLOAT, 1);
    private INDArray memory;
    private BatchArrays arrays;
    private long forwardNanos;
    private long backwardNanos;
    private long updateNanos;

    /**
     * @param start parameters to start from; copied
     * @param hyperparameters optimiser, learning rate, L2 and which embedding rows a step touches
     */
    public ArrayEngine(NetworkWeights start, Hyperparameters hyperparameters) {
        this(start, hyperparameters, DeviceMemory::free);
    }

    /** @param freeBytes tells how much memory the device has left */
    ArrayEngine(NetworkWeights start, Hyperparameters hyperparameters, LongSupplier freeBytes) {
        this.freeBytes = freeBytes;
        optimizer = new ArrayOptimizer(hyperparameters);
        l2 = hyperparameters.l2();
        allRows = hyperparameters.embeddingUpdates() == EmbeddingUpdates.DENSE;
        embeddings = new ArrayEmbeddings(start.users(), start.items(), optimizer.slots());
        layers = new ArrayLayers(start.layers(), optimizer.slots());
    }

    @Override
    public String description() {
        return "ND4J operations (" + BackendDevice.names(BackendDevice.ofThisProcess()) + ", "
                + (allRows ? "all embedding rows updated in each step)" : "embedding rows of the batch updated)");
    }

    @Override
    @SuppressWarnings("try") // The workspace is there to be closed.
    public double train(Batch batch) {
        int size = batch.size();
        int[] rows = new int[2 * size];
        for (int i = 0; i < size; i++) {
            rows[2 * i] = batch.users()[i];
            rows[2 * i + 1] = embeddings.users() + batch.items()[i];
        }
        // What stays must be made before: arrays that are made in a workspace are gone with it.
        arraysFor(size);
        try (MemoryWorkspace ignored = Nd4j.getWorkspaceManager().getAndActivateWorkspace(BATCH, WORKSPACE)) {
            train(Nd4j.createFromArray(rows).reshape(rows.length, 1),
                    Nd4j.createFromArray(Arrays.copyOf(batch.targets(), size)).reshape(size, 1), lastLoss);
        }
        return lastLoss.getDouble(0) / size;
    }

    @Override
    public Optional<EpochSteps> resident(TrainPart part, int firstEpoch) {
        return part.size() * ResidentSteps.BYTES_A_RATING <= RATINGS_PART * freeBytes.getAsLong()
                ? Optional.of(new ResidentSteps(this, part, firstEpoch))
                : Optional.empty();
    }

    /** How many users there are; rows of items follow theirs. */
    int users() {
        return embeddings.users();
    }

    /**
     * One optimiser step on a batch that lies on the device.
     *
     * @param rows rows of the embeddings, each rating's user and then its item, {@code [2 batch][1]}
     * @param targets {@code [batch][1]}
     * @param loss one place, receives the sum of squared errors before the step, in squared target units, without the L2 term
     */
    void train(INDArray rows, INDArray targets, INDArray loss) {
        int size = (int) targets.length();
        BatchArrays batch = arraysFor(size);
        long begin = System.nanoTime();
        embeddings.take(rows, batch.taken());
        batch.feed();
        layers.forward(batch);
        INDArray errors = batch.predictions().subi(targets);
        Nd4j.exec(new SquaredNorm(errors, loss));
        long passed = System.nanoTime();
        layers.backward(batch, 2.0 / size, l2);
        long back = System.nanoTime();
        optimizer.beginStep();
        layers.update(optimizer);
        embeddings.update(rows, batch, optimizer, l2, allRows);
        forwardNanos += passed - begin;
        backwardNanos += back - passed;
        updateNanos += System.nanoTime() - back;
    }

    /** Those of the step before, but for the last batch of an epoch, which is smaller, and for the first of the next. */
    private BatchArrays arraysFor(int size) {
        if (arrays == null || arrays.size() != size) {
            long floats = BatchArrays.floats(size, embeddings, layers.list());
            if (memory == null || memory.length() < floats) {
                closeMemory();
                memory = BatchArrays.memory(floats);
            }
            arrays = new BatchArrays(memory, size, embeddings, layers.list());
        }
        return arrays;
    }

    private void closeMemory() {
        if (memory != null) {
            memory.close();
        }
    }

    @Override
    public void setLearningRate(double learningRate) {
        optimizer.setLearningRate(learningRate);
    }

    @Override
    public NetworkWeights snapshot() {
        return part(0);
    }

    private NetworkWeights part(int part) {
        return new NetworkWeights(embeddings.users(part), embeddings.items(part), layers.part(part));
    }

    @Override
    public EngineState state() {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (int part = 0; part <= optimizer.slots(); part++) {
            List<float[]> values = arrays(part(part));
            for (int i = 0; i < values.size(); i++) {
                arrays.put(name(part, i), values.get(i));
            }
        }
        return new EngineState(optimizer.steps(), arrays);
    }

    @Override
    public void restore(EngineState state) {
        for (int part = 0; part <= optimizer.slots(); part++) {
            NetworkWeights network = part(part);
            List<float[]> values = arrays(network);
            for (int i = 0; i < values.size(); i++) {
                float[] target = values.get(i);
                System.arraycopy(state.array(name(part, i), target.length), 0, target, 0, target.length);
            }
            embeddings.setPart(part, network.users(), network.items());
            layers.setPart(part, network.layers());
        }
        optimizer.continueAfter(state.steps());
    }

    private static String name(int part, int array) {
        return (part == 0 ? "parameters" : "optimizer-" + part) + "/" + array;
    }

    private static List<float[]> arrays(NetworkWeights network) {
        List<float[]> arrays = new ArrayList<>(List.of(network.users().values(), network.items().values()));
        for (DenseWeights layer : network.layers()) {
            arrays.add(layer.weights());
            arrays.add(layer.bias());
        }
        return arrays;
    }

    /** On a GPU, the time to order the operations: it works on them while the host goes on. */
    @Override
    public StepTimes stepTimes() {
        return new StepTimes(forwardNanos, backwardNanos, updateNanos);
    }

    @Override
    public void close() {
        Nd4j.getWorkspaceManager().destroyWorkspace(
                Nd4j.getWorkspaceManager().getWorkspaceForCurrentThread(BATCH, WORKSPACE));
        closeMemory();
        lastLoss.close();
        layers.close();
        embeddings.close();
    }
}
