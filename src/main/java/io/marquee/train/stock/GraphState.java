package io.marquee.train.stock;

import io.marquee.train.EngineState;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Parameters and updater of a DL4J graph as an engine's state: the two flat arrays that DL4J keeps them in. */
final class GraphState {

    private static final String PARAMETERS = "parameters";
    private static final String UPDATER = "updater";

    private GraphState() {}

    static EngineState of(ComputationGraph graph) {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        arrays.put(PARAMETERS, floats(graph.params()));
        INDArray updater = updaterState(graph);
        if (updater != null) {
            arrays.put(UPDATER, floats(updater));
        }
        return new EngineState(graph.getConfiguration().getIterationCount(), arrays);
    }

    /** @throws IllegalArgumentException if the state is of another network or optimiser */
    static void restore(ComputationGraph graph, EngineState state) {
        overwrite(graph.params(), state, PARAMETERS);
        INDArray updater = updaterState(graph);
        if (updater != null) {
            overwrite(updater, state, UPDATER);
        }
        graph.getConfiguration().setIterationCount((int) state.steps());
    }

    /** Null for an optimiser without memory. */
    private static INDArray updaterState(ComputationGraph graph) {
        return graph.getUpdater().getStateViewArray();
    }

    private static float[] floats(INDArray array) {
        return array.dup().castTo(DataType.FLOAT).data().asFloat();
    }

    private static void overwrite(INDArray target, EngineState state, String name) {
        float[] values = state.array(name, (int) target.length());
        target.assign(Nd4j.createFromArray(values).reshape(target.shape()));
    }
}
