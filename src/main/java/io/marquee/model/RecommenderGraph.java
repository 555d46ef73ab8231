package io.marquee.model;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.util.CrashReportingUtil;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The lecture's network as a DL4J ComputationGraph of stock layers: two inputs of shape [batch, 1] that hold user and
 * item indices as INT, two embeddings without bias, their concatenation, dense layers with ReLU and a dense layer with
 * one output of shape [batch, 1], the centred rating, under the MSE loss.
 */
public final class RecommenderGraph {

    /** Input and layer names: a part of the file format, since stock DL4J shows them too. */
    public static final String USER_INPUT = "user";
    public static final String ITEM_INPUT = "item";
    public static final String USER_EMBEDDING = "user_embedding";
    public static final String ITEM_EMBEDDING = "item_embedding";
    public static final String OUTPUT = "rating";

    private static final String MERGE = "merge";

    private RecommenderGraph() {}

    /** The name of the i-th hidden layer, counted from 1. */
    public static String hiddenLayer(int number) {
        return "hidden_" + number;
    }

    /** Builds and initialises the network; same hyperparameters and sizes, same initial weights. */
    public static ComputationGraph build(Hyperparameters hyperparameters, int users, int items) {
        return build(hyperparameters, users, items, DataType.FLOAT);
    }

    /** As {@link #build(Hyperparameters, int, int)}; gradient checks need {@link DataType#DOUBLE}. */
    public static ComputationGraph build(Hyperparameters hyperparameters, int users, int items, DataType dataType) {
        // Where memory runs out, DL4J would write a file into the current folder, with a library that is left out here.
        CrashReportingUtil.crashDumpsEnabled(false);
        ComputationGraph graph = new ComputationGraph(configuration(hyperparameters, users, items, dataType));
        graph.init();
        return graph;
    }

    private static ComputationGraphConfiguration configuration(
            Hyperparameters hyperparameters, int users, int items, DataType dataType) {
        int size = hyperparameters.embeddingSize();
        var builder = new NeuralNetConfiguration.Builder()
                .seed(hyperparameters.seed())
                .dataType(dataType)
                .updater(updater(hyperparameters, hyperparameters.learningRate()))
                .l2(hyperparameters.l2())
                .weightInit(WeightInit.RELU)
                .graphBuilder()
                .addInputs(USER_INPUT, ITEM_INPUT)
                .addLayer(USER_EMBEDDING, embedding(users, size, hyperparameters), USER_INPUT)
                .addLayer(ITEM_EMBEDDING, embedding(items, size, hyperparameters), ITEM_INPUT)
                .addVertex(MERGE, new MergeVertex(), USER_EMBEDDING, ITEM_EMBEDDING);
        String below = MERGE;
        int width = 2 * size;
        int number = 0;
        for (int hidden : hyperparameters.hiddenLayers()) {
            String name = hiddenLayer(++number);
            builder.addLayer(name,
                    new DenseLayer.Builder().nIn(width).nOut(hidden).activation(Activation.RELU).build(), below);
            below = name;
            width = hidden;
        }
        return builder
                .addLayer(OUTPUT,
                        new OutputLayer.Builder(LossFunction.MSE)
                                .nIn(width)
                                .nOut(1)
                                .activation(Activation.IDENTITY)
                                .weightInit(WeightInit.XAVIER)
                                .build(),
                        below)
                .setOutputs(OUTPUT)
                .build();
    }

    private static EmbeddingLayer embedding(int rows, int size, Hyperparameters hyperparameters) {
        return new EmbeddingLayer.Builder()
                .nIn(rows)
                .nOut(size)
                .hasBias(false)
                .activation(Activation.IDENTITY)
                .weightInit(new NormalDistribution(0, hyperparameters.embeddingScale()))
                .build();
    }

    /** The DL4J updater the hyperparameters name, at a given learning rate. */
    public static IUpdater updater(Hyperparameters hyperparameters, double learningRate) {
        return switch (hyperparameters.optimizer()) {
            case ADAM -> new Adam(learningRate);
            case SGD -> new Sgd(learningRate);
            case NESTEROVS -> new Nesterovs(learningRate, hyperparameters.momentum());
        };
    }
}
