package io.marquee.export;

import io.marquee.data.RatingScale;
import io.marquee.kernel.DenseWeights;
import io.marquee.model.BuildInfo;
import io.marquee.model.Predictor;
import io.marquee.model.TrainedModel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.IntFunction;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.OperatorSetIdProto;
import onnx.Onnx.StringStringEntryProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;
import org.nd4j.shade.protobuf.ByteString;

/**
 * A model as an ONNX graph of standard operators: two Gather, a Concat, a Gemm and a Relu for each hidden layer, a Gemm, and
 * the way back from the centred output to stars.
 *
 * <p>Inputs {@code user} and {@code item} are int64 indices of shape [n]; outputs {@code rating}, in stars and clipped to the
 * rating scale, and {@code raw_rating}, not clipped, are float32 of shape [n, 1]. Users and items the network has not learnt
 * have the mean embedding, as in {@link Predictor}.
 */
final class OnnxGraph {

    static final String USER = "user";
    static final String ITEM = "item";
    static final String RATING = "rating";
    static final String RAW_RATING = "raw_rating";

    /** Clip takes its bounds as inputs since operator set 11; 13 is the oldest that current tools still test. */
    private static final int OPERATOR_SET = 13;
    private static final int IR_VERSION = 7;

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("marquee");

    private OnnxGraph() {}

    /** The model as ONNX writes it. */
    static ModelProto of(TrainedModel model) {
        OnnxGraph built = new OnnxGraph();
        built.build(model);
        ModelProto.Builder proto = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("Marquee")
                .setProducerVersion(BuildInfo.load().version())
                .setDocString("Predicts ratings in stars from user and item indices.")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET))
                .setGraph(built.graph);
        proto.addMetadataProps(property("dataset", model.protocol().dataset()));
        proto.addMetadataProps(property("dataset_fingerprint", model.protocol().datasetFingerprint()));
        proto.addMetadataProps(property("split", model.protocol().split()));
        proto.addMetadataProps(property("epoch", Integer.toString(model.result().epoch())));
        proto.addMetadataProps(property("test_mse", Double.toString(model.result().testMse())));
        return proto.build();
    }

    /** Bytes of the weights, which is nearly all of the file. */
    static long weightBytes(TrainedModel model) {
        return model.weights().parameterCount() * Float.BYTES;
    }

    private void build(TrainedModel model) {
        input(USER);
        input(ITEM);
        Predictor predictor = Predictor.of(model, false);
        int users = model.weights().users().rows();
        int items = model.weights().items().rows();
        rows("user_embedding", users, model.weights().users().size(), predictor::userEmbedding);
        rows("item_embedding", items, model.weights().items().size(), predictor::itemEmbedding);
        node("Gather", "user_vector", "user_embedding", USER);
        node("Gather", "item_vector", "item_embedding", ITEM);
        graph.addNode(NodeProto.newBuilder().setOpType("Concat").setName("pair").addInput("user_vector")
                .addInput("item_vector").addOutput("pair")
                .addAttribute(AttributeProto.newBuilder().setName("axis").setType(AttributeProto.AttributeType.INT)
                        .setI(1)));
        List<DenseWeights> layers = model.weights().layers();
        String below = "pair";
        for (int i = 0; i < layers.size(); i++) {
            boolean last = i == layers.size() - 1;
            String name = last ? "output" : "hidden_" + (i + 1);
            dense(layers.get(i), name, below);
            below = name;
            if (!last) {
                below = name + "_relu";
                node("Relu", below, name);
            }
        }
        stars(model, below);
    }

    private void dense(DenseWeights layer, String name, String below) {
        tensor(name + "_weights", layer.weights(), layer.in(), layer.out());
        tensor(name + "_bias", layer.bias(), layer.out());
        node("Gemm", name, below, name + "_weights", name + "_bias");
    }

    private void stars(TrainedModel model, String centred) {
        RatingScale scale = model.scale();
        scalar("scale", model.centring().scale());
        scalar("mean", model.centring().mean());
        scalar("lowest", scale.minimum());
        scalar("highest", scale.maximum());
        node("Mul", "deviation", centred, "scale");
        node("Add", RAW_RATING, "deviation", "mean");
        node("Clip", RATING, RAW_RATING, "lowest", "highest");
        graph.addOutput(value(RATING, TensorProto.DataType.FLOAT_VALUE, true));
        graph.addOutput(value(RAW_RATING, TensorProto.DataType.FLOAT_VALUE, true));
    }

    private void input(String name) {
        graph.addInput(value(name, TensorProto.DataType.INT64_VALUE, false));
    }

    /** A vector of n values, or a matrix of n rows and one column. */
    private static ValueInfoProto value(String name, int type, boolean column) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("n"));
        if (column) {
            shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(1));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(
                        TypeProto.Tensor.newBuilder().setElemType(type).setShape(shape)))
                .build();
    }

    private void node(String operator, String output, String... inputs) {
        graph.addNode(NodeProto.newBuilder().setOpType(operator).setName(output).addAllInput(List.of(inputs))
                .addOutput(output));
    }

    private void rows(String name, int count, int size, IntFunction<float[]> row) {
        ByteBuffer bytes = buffer((long) count * size);
        for (int i = 0; i < count; i++) {
            for (float value : row.apply(i)) {
                bytes.putFloat(value);
            }
        }
        add(name, bytes, count, size);
    }

    private void tensor(String name, float[] values, int... shape) {
        ByteBuffer bytes = buffer(values.length);
        bytes.asFloatBuffer().put(values);
        add(name, bytes, shape);
    }

    private void scalar(String name, double value) {
        tensor(name, new float[] {(float) value});
    }

    private static ByteBuffer buffer(long floats) {
        return ByteBuffer.allocate(Math.toIntExact(floats * Float.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void add(String name, ByteBuffer bytes, int... shape) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name)
                .setDataType(TensorProto.DataType.FLOAT_VALUE)
                .setRawData(ByteString.copyFrom(bytes.array()));
        for (int dimension : shape) {
            tensor.addDims(dimension);
        }
        graph.addInitializer(tensor);
    }

    private static StringStringEntryProto property(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey("marquee." + key).setValue(value).build();
    }
}
