package io.marquee.model;

import io.marquee.kernel.DenseWeights;
import io.marquee.kernel.DenseWeights.Activation;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Copies parameters between the DL4J graph and plain row-major arrays. DL4J keeps its matrices column-major. */
public final class GraphWeights {

    private static final String WEIGHTS = "W";
    private static final String BIAS = "b";

    private GraphWeights() {}

    /** A snapshot of the graph's parameters. */
    public static NetworkWeights read(ComputationGraph graph) {
        List<DenseWeights> layers = new ArrayList<>();
        for (int number = 1; graph.getVertex(RecommenderGraph.hiddenLayer(number)) != null; number++) {
            layers.add(dense(graph, RecommenderGraph.hiddenLayer(number), Activation.RELU));
        }
        layers.add(dense(graph, RecommenderGraph.OUTPUT, Activation.IDENTITY));
        return new NetworkWeights(
                embedding(graph, RecommenderGraph.USER_EMBEDDING),
                embedding(graph, RecommenderGraph.ITEM_EMBEDDING),
                layers);
    }

    /** A trained model as a DL4J graph of stock layers. */
    public static ComputationGraph graphOf(TrainedModel model) {
        ComputationGraph graph = RecommenderGraph.build(
                model.hyperparameters(), model.users().size(), model.items().size());
        write(model.weights(), graph);
        return graph;
    }

    /**
     * Overwrites the graph's parameters.
     *
     * @throws IllegalArgumentException if the shapes differ
     */
    public static void write(NetworkWeights weights, ComputationGraph graph) {
        put(weights.users().values(), parameter(graph, RecommenderGraph.USER_EMBEDDING, WEIGHTS));
        put(weights.items().values(), parameter(graph, RecommenderGraph.ITEM_EMBEDDING, WEIGHTS));
        int last = weights.layers().size() - 1;
        for (int i = 0; i <= last; i++) {
            String name = i == last ? RecommenderGraph.OUTPUT : RecommenderGraph.hiddenLayer(i + 1);
            put(weights.layers().get(i).weights(), parameter(graph, name, WEIGHTS));
            put(weights.layers().get(i).bias(), parameter(graph, name, BIAS));
        }
    }

    private static EmbeddingTable embedding(ComputationGraph graph, String layer) {
        INDArray table = parameter(graph, layer, WEIGHTS);
        return new EmbeddingTable((int) table.size(0), (int) table.size(1), rowMajor(table));
    }

    private static DenseWeights dense(ComputationGraph graph, String layer, Activation activation) {
        INDArray weights = parameter(graph, layer, WEIGHTS);
        return new DenseWeights((int) weights.size(0), (int) weights.size(1), rowMajor(weights),
                rowMajor(parameter(graph, layer, BIAS)), activation);
    }

    private static INDArray parameter(ComputationGraph graph, String layer, String name) {
        return graph.getLayer(layer).getParam(name);
    }

    private static float[] rowMajor(INDArray array) {
        return array.dup('c').castTo(DataType.FLOAT).data().asFloat();
    }

    private static void put(float[] values, INDArray parameter) {
        if (values.length != parameter.length()) {
            throw new IllegalArgumentException(
                    "Expected " + parameter.length() + " values for a parameter, not " + values.length);
        }
        parameter.assign(Nd4j.create(values, parameter.shape(), 'c'));
    }
}
