package io.marquee.train.fused;

import io.marquee.kernel.DenseKernel;
import io.marquee.kernel.DenseStack;
import io.marquee.kernel.PackedDense;
import io.marquee.kernel.ParameterRun;
import io.marquee.kernel.TransposedDense;
import io.marquee.model.EmbeddingUpdates;
import io.marquee.model.Hyperparameters;
import io.marquee.model.NetworkWeights;
import io.marquee.train.Batch;
import io.marquee.train.EngineState;
import io.marquee.train.StepTimes;
import io.marquee.train.TrainingEngine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;

/**
 * Trains two embeddings and a stack of dense ReLU layers. Each step has two phases that all workers share: forward and
 * backward passes over the ratings of the batch, then updates, of which each worker does a share of the dense parameters
 * and of the embedding rows. Same seed and number of threads, same result: shares and the order of sums are fixed.
 */
public final class FusedEngine implements TrainingEngine {

    private final DenseKernel kernel;
    private final DenseStack stack;
    private final List<TransposedDense> transposed;
    private final EmbeddingRows users;
    private final EmbeddingRows items;
    private final Optimizer optimizer;
    private final float l2;
    private final boolean allRows;
    private final WorkerTeam team;
    private final TileWorker[] workers;
    private final ParameterRun[] runs;
    private final RowGradients[] userGradients;
    private final RowGradients[] itemGradients;
    /** An array, since walking through a list would allocate an iterator in each step. */
    private final DenseBlock[] blocks;
    private final IntConsumer passShare = this::pass;
    private final IntConsumer updateShare = this::update;
    private float[] inputGradients = new float[0];
    private BooleanSupplier mayGoOn = () -> true;
    private Batch batch;
    private long updateNanos;

    /**
     * @param start parameters to start from; copied
     * @param hyperparameters optimiser, learning rate, L2 and which embedding rows a step touches
     * @param threads number of threads, the caller's included
     * @param kernel inner loops
     */
    public FusedEngine(NetworkWeights start, Hyperparameters hyperparameters, int threads, DenseKernel kernel) {
        this.kernel = kernel;
        optimizer = Optimizer.of(hyperparameters);
        l2 = (float) hyperparameters.l2();
        allRows = hyperparameters.embeddingUpdates() == EmbeddingUpdates.DENSE;
        stack = DenseStack.pack(start.layers(), kernel.panel());
        transposed = stack.transpose(kernel.panel());
        users = new EmbeddingRows(start.users(), optimizer.slots(), kernel.parameterGroup());
        items = new EmbeddingRows(start.items(), optimizer.slots(), kernel.parameterGroup());
        workers = new TileWorker[threads];
        runs = new ParameterRun[threads];
        userGradients = new RowGradients[threads];
        itemGradients = new RowGradients[threads];
        for (int t = 0; t < threads; t++) {
            workers[t] = new TileWorker(kernel, stack, transposed, users, items);
            runs[t] = new ParameterRun();
            userGradients[t] = new RowGradients(users, t, threads);
            itemGradients[t] = new RowGradients(items, t, threads);
        }
        blocks = blocks().toArray(DenseBlock[]::new);
        team = new WorkerTeam(threads);
    }

    private List<DenseBlock> blocks() {
        List<DenseBlock> all = new ArrayList<>();
        for (int i = 0; i < stack.hidden().size(); i++) {
            int layer = i;
            PackedDense packed = stack.hidden().get(i);
            TransposedDense copy = transposed.get(i);
            all.add(new DenseBlock(packed.weights(), gradients(part -> part.hidden().get(layer).weights()),
                    optimizer.slots(), l2, packed.paddedIn() * kernel.panel(),
                    (from, to) -> copy.refresh(packed, from, to)));
            all.add(block(packed.bias(), part -> part.hidden().get(layer).bias(), 0));
        }
        all.add(block(stack.outputWeights(), DenseStack::outputWeights, l2));
        all.add(block(stack.outputBias(), DenseStack::outputBias, 0));
        return all;
    }

    private DenseBlock block(float[] values, Function<DenseStack, float[]> part, float decay) {
        return new DenseBlock(values, gradients(part), optimizer.slots(), decay, DenseBlock.LINE,
                DenseBlock.Listener.NONE);
    }

    /** The same part of the gradients each worker gathers. */
    private float[][] gradients(Function<DenseStack, float[]> part) {
        float[][] gradients = new float[workers.length][];
        for (int t = 0; t < workers.length; t++) {
            gradients[t] = part.apply(workers[t].gradients());
        }
        return gradients;
    }

    @Override
    public String description() {
        return "fast path (" + kernel.description() + ", " + team.size() + (team.size() == 1 ? " thread, " : " threads, ")
                + (allRows ? "all embedding rows updated in each step)" : "embedding rows of the batch updated)");
    }

    @Override
    public void heed(BooleanSupplier answer) {
        mayGoOn = answer;
    }

    @Override
    public double train(Batch next) {
        batch = next;
        int needed = Math.multiplyExact(next.size(), stack.width());
        if (inputGradients.length < needed) {
            inputGradients = new float[needed];
        }
        team.run(passShare);
        long begin = System.nanoTime();
        optimizer.beginStep();
        team.run(updateShare);
        updateNanos += System.nanoTime() - begin;
        return sum(TileWorker::squaredErrors) / next.size();
    }

    private double sum(ToDoubleFunction<TileWorker> value) {
        double sum = 0;
        for (TileWorker worker : workers) {
            sum += value.applyAsDouble(worker);
        }
        return sum;
    }

    private void pass(int worker) {
        int size = batch.size();
        int from = (int) ((long) size * worker / workers.length);
        int to = (int) ((long) size * (worker + 1) / workers.length);
        workers[worker].pass(batch, from, to, mayGoOn, inputGradients);
    }

    private void update(int worker) {
        for (DenseBlock block : blocks) {
            block.update(kernel, optimizer, runs[worker], worker, workers.length);
        }
        updateRows(userGradients[worker], batch.users(), 0);
        updateRows(itemGradients[worker], batch.items(), users.size());
    }

    private void updateRows(RowGradients gradients, int[] rows, int firstColumn) {
        gradients.gather(rows, batch.size(), inputGradients, stack.width(), firstColumn);
        if (allRows) {
            gradients.updateAll(kernel, optimizer, l2);
        } else {
            gradients.updateOccurred(kernel, optimizer, l2);
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

    @Override
    public EngineState state() {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (int part = 0; part <= optimizer.slots(); part++) {
            StateArrays.put(part, part(part), arrays);
        }
        return new EngineState(optimizer.steps(), arrays);
    }

    @Override
    public void restore(EngineState state) {
        for (int part = 0; part <= optimizer.slots(); part++) {
            NetworkWeights network = part(part);
            StateArrays.get(part, state, network);
            users.setPart(part, network.users());
            items.setPart(part, network.items());
            List<float[]> packed = StateArrays.arrays(DenseStack.pack(network.layers(), kernel.panel()));
            for (int i = 0; i < blocks.length; i++) {
                blocks[i].setPart(part, packed.get(i));
            }
        }
        optimizer.continueAfter(state.steps());
    }

    /** A copy of the parameters (part 0) or of one of their values of optimiser state (from 1). */
    private NetworkWeights part(int part) {
        DenseStack copy = stack.zeros(kernel.panel());
        List<float[]> arrays = StateArrays.arrays(copy);
        for (int i = 0; i < blocks.length; i++) {
            blocks[i].copyPart(part, arrays.get(i));
        }
        return new NetworkWeights(users.part(part), items.part(part), copy.unpack());
    }

    @Override
    public StepTimes stepTimes() {
        return new StepTimes(workers[0].forwardNanos(), workers[0].backwardNanos(), updateNanos);
    }

    @Override
    public void close() {
        team.close();
    }
}
