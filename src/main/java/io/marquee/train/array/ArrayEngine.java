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
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.memory.enums.AllocationPolicy;
import org.nd4j.linalg.api.memory.enums.LearningPolicy;
import org.nd4j.linalg.api.memory.enums.SpillPolicy;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.shape.Gather;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Trains two embeddings and a stack of dense ReLU layers in ND4J's operations alone, so that it runs on the device that ND4J
 * has in this process: a GPU under the CUDA backend, the CPU under the native one. Parameters and optimiser state lie on the
 * device, and so does all a step works with; the host reads a loss back when it wants to know it.
 *
 * <p>Used from one thread.
 */
public final class ArrayEngine implements TrainingEngine {

    private static final String WORKSPACE = "MARQUEE_STEP";

    /** Arrays of a step are taken from one block of memory that is used again by the next. */
    private static final WorkspaceConfiguration STEP = WorkspaceConfiguration.builder()
            .initialSize(0)
            .overallocationLimit(0.1)
            .policyAllocation(AllocationPolicy.OVERALLOCATE)
            .policyLearning(LearningPolicy.FIRST_LOOP)
            .policySpill(SpillPolicy.REALLOCATE)
            .build();

    /** A rating takes two indices, a target and its place in the epoch. */
    private static final long BYTES_A_RATING = 16;

    /** The share of free memory that ratings may take. */
    private static final double RATINGS_PART = 0.5;

    private final LongSupplier freeBytes;
    private final ArrayOptimizer optimizer;
    private final double l2;
    private final boolean allRows;
    private final ArrayEmbedding users;
    private final ArrayEmbedding items;
    private final List<ArrayLayer> layers = new ArrayList<>();
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
        users = new ArrayEmbedding(start.users(), optimizer.slots());
        items = new ArrayEmbedding(start.items(), optimizer.slots());
        for (DenseWeights layer : start.layers()) {
            layers.add(new ArrayLayer(layer, optimizer.slots()));
        }
    }

    @Override
    public String description() {
        return "ND4J operations (" + BackendDevice.names(BackendDevice.ofThisProcess()) + ", "
                + (allRows ? "all embedding rows updated in each step)" : "embedding rows of the batch updated)");
    }

    @Override
    public double train(Batch batch) {
        int size = batch.size();
        try (MemoryWorkspace ignored = workspace()) {
            return step(Nd4j.createFromArray(Arrays.copyOf(batch.users(), size)),
                    Nd4j.createFromArray(Arrays.copyOf(batch.items(), size)),
                    Nd4j.createFromArray(Arrays.copyOf(batch.targets(), size))).getDouble(0);
        }
    }

    @Override
    public Optional<EpochSteps> resident(TrainPart part, int firstEpoch) {
        return part.size() * BYTES_A_RATING <= RATINGS_PART * freeBytes.getAsLong()
                ? Optional.of(new ResidentSteps(this, part, firstEpoch))
                : Optional.empty();
    }

    /**
     * One optimiser step on ratings that lie on the device.
     *
     * @param rows places of the batch in the other arrays
     * @param loss receives the mean squared error before the step, in squared target units, without the L2 term
     */
    void train(INDArray userIndices, INDArray itemIndices, INDArray targets, INDArray rows, INDArray loss) {
        try (MemoryWorkspace ignored = workspace()) {
            loss.assign(step(taken(userIndices, rows), taken(itemIndices, rows), taken(targets, rows)));
        }
    }

    private static INDArray taken(INDArray values, INDArray rows) {
        return Nd4j.exec(new Gather(values, rows, 0))[0];
    }

    private static MemoryWorkspace workspace() {
        return Nd4j.getWorkspaceManager().getAndActivateWorkspace(STEP, WORKSPACE);
    }

    private INDArray step(INDArray userIndices, INDArray itemIndices, INDArray targets) {
        long begin = System.nanoTime();
        INDArray x = Nd4j.concat(1, users.gather(userIndices), items.gather(itemIndices));
        for (ArrayLayer layer : layers) {
            x = layer.forward(x);
        }
        INDArray error = x.sub(targets.reshape(targets.length(), 1));
        INDArray loss = error.mul(error).sum().divi(targets.length());
        long passed = System.nanoTime();
        optimizer.beginStep();
        INDArray gradient = error.muli(2.0 / targets.length());
        for (int i = layers.size() - 1; i >= 0; i--) {
            gradient = layers.get(i).backward(gradient, optimizer, l2);
        }
        long back = System.nanoTime();
        users.update(columns(gradient, 0, users.size()), optimizer, l2, allRows);
        items.update(columns(gradient, users.size(), users.size() + items.size()), optimizer, l2, allRows);
        forwardNanos += passed - begin;
        backwardNanos += back - passed;
        updateNanos += System.nanoTime() - back;
        return loss;
    }

    private static INDArray columns(INDArray array, int from, int to) {
        return array.get(NDArrayIndex.all(), NDArrayIndex.interval(from, to)).dup('c');
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
        return new NetworkWeights(users.part(part), items.part(part),
                layers.stream().map(layer -> layer.part(part)).toList());
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
            users.setPart(part, network.users());
            items.setPart(part, network.items());
            for (int i = 0; i < layers.size(); i++) {
                layers.get(i).setPart(part, network.layers().get(i));
            }
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
                Nd4j.getWorkspaceManager().getWorkspaceForCurrentThread(STEP, WORKSPACE));
    }
}
