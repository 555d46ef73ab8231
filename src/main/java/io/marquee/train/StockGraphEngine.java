package io.marquee.train;

import io.marquee.model.GraphWeights;
import io.marquee.model.NetworkWeights;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Trains with DL4J's stock layers and updaters: the reference the fast path is checked against, and the path for networks
 * it does not cover. All embedding rows are updated in each step.
 */
public final class StockGraphEngine implements TrainingEngine {

    private static final String PARAMETERS = "parameters";
    private static final String UPDATER = "updater";

    private final ComputationGraph graph;
    private final StepClock clock = new StepClock();

    /** @param graph the network to train; used by this engine alone until it is closed */
    public StockGraphEngine(ComputationGraph graph) {
        this.graph = graph;
        graph.addListeners(clock);
    }

    @Override
    public String description() {
        return "stock DL4J layers (all embedding rows updated in each step)";
    }

    @Override
    public double train(Batch batch) {
        int size = batch.size();
        long[] shape = {size, 1};
        INDArray users = Nd4j.createFromArray(Arrays.copyOf(batch.users(), size)).reshape(shape);
        INDArray items = Nd4j.createFromArray(Arrays.copyOf(batch.items(), size)).reshape(shape);
        INDArray targets = Nd4j.createFromArray(Arrays.copyOf(batch.targets(), size)).reshape(shape);
        clock.begin();
        graph.fit(new INDArray[] {users, items}, new INDArray[] {targets});
        clock.end();
        return clock.meanSquaredError;
    }

    @Override
    public boolean drivesGraph() {
        return true;
    }

    @Override
    public void setLearningRate(double learningRate) {
        graph.setLearningRate(learningRate);
    }

    @Override
    public NetworkWeights snapshot() {
        return GraphWeights.read(graph);
    }

    @Override
    public EngineState state() {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        arrays.put(PARAMETERS, floats(graph.params()));
        INDArray updater = updaterState();
        if (updater != null) {
            arrays.put(UPDATER, floats(updater));
        }
        return new EngineState(graph.getConfiguration().getIterationCount(), arrays);
    }

    @Override
    public void restore(EngineState state) {
        overwrite(graph.params(), state, PARAMETERS);
        INDArray updater = updaterState();
        if (updater != null) {
            overwrite(updater, state, UPDATER);
        }
        graph.getConfiguration().setIterationCount((int) state.steps());
    }

    /** Null for an optimiser without memory. */
    private INDArray updaterState() {
        return graph.getUpdater().getStateViewArray();
    }

    private static float[] floats(INDArray array) {
        return array.dup().castTo(DataType.FLOAT).data().asFloat();
    }

    private static void overwrite(INDArray target, EngineState state, String name) {
        float[] values = state.array(name, (int) target.length());
        target.assign(Nd4j.createFromArray(values).reshape(target.shape()));
    }

    @Override
    public StepTimes stepTimes() {
        return new StepTimes(clock.forwardNanos, clock.backwardNanos, clock.updateNanos);
    }

    @Override
    public void close() {
        graph.getListeners().remove(clock);
    }

    /** Splits a step's time at DL4J's own events, and takes the L2 term out of DL4J's score. */
    private static final class StepClock extends BaseTrainingListener {
        private long mark;
        private long forwardNanos;
        private long backwardNanos;
        private long updateNanos;
        private double meanSquaredError;

        void begin() {
            mark = System.nanoTime();
        }

        void end() {
            updateNanos += lap();
        }

        private long lap() {
            long now = System.nanoTime();
            long lap = now - mark;
            mark = now;
            return lap;
        }

        @Override
        public void onForwardPass(Model model, Map<String, INDArray> activations) {
            forwardNanos += lap();
        }

        @Override
        public void onGradientCalculation(Model model) {
            backwardNanos += lap();
            meanSquaredError = model.score() - ((ComputationGraph) model).calcRegularizationScore(true);
        }
    }
}
