package io.marquee.train.array;

import io.marquee.kernel.DenseWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** A stack of dense layers in training, on the device: all parameters are one array, so that one update serves them all. */
final class ArrayLayers {

    private final List<ArrayLayer> layers = new ArrayList<>();
    /** Part 0 holds the parameters, the others the optimiser's state; each layer's weights, then its bias, layer by layer. */
    private final INDArray[] parts;
    private final INDArray gradients;

    /**
     * @param start parameters to start from; copied
     * @param slots values of optimiser state a parameter needs
     */
    ArrayLayers(List<DenseWeights> start, int slots) {
        long length = start.stream().mapToLong(layer -> (layer.in() + 1L) * layer.out()).sum();
        parts = new INDArray[1 + slots];
        for (int part = 0; part < parts.length; part++) {
            parts[part] = Nd4j.create(DataType.FLOAT, length);
        }
        gradients = Nd4j.create(DataType.FLOAT, length);
        long from = 0;
        for (DenseWeights layer : start) {
            layers.add(new ArrayLayer(layer.in(), layer.out(), layer.activation(), matrix(parts[0], layer, from),
                    matrix(gradients, layer, from)));
            from += (layer.in() + 1L) * layer.out();
        }
        setPart(0, start);
    }

    private static INDArray matrix(INDArray flat, DenseWeights layer, long from) {
        long length = (layer.in() + 1L) * layer.out();
        return flat.get(NDArrayIndex.interval(from, from + length)).reshape('f', new long[] {layer.out(), layer.in() + 1L});
    }

    List<ArrayLayer> list() {
        return layers;
    }

    /** The outputs of a batch are left in the last of its activations. */
    void forward(BatchArrays batch) {
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i).forward(batch.inputs(i), batch.outputs(i));
        }
    }

    /**
     * Works out all gradients of a batch.
     *
     * @param scale what the outputs' gradient, which stands where the last outputs did, has to be multiplied by
     */
    void backward(BatchArrays batch, double scale, double l2) {
        double factor = scale;
        for (int i = layers.size() - 1; i > 0; i--) {
            layers.get(i).gradients(batch.inputs(i), batch.gradient(i), factor, l2);
            layers.get(i).back(layers.get(i - 1), batch.outputs(i - 1), batch.gradient(i), factor, batch.gradient(i - 1));
            factor = 1;
        }
        layers.get(0).gradients(batch.inputs(0), batch.gradient(0), factor, l2);
        layers.get(0).backToEmbeddings(batch.gradient(0), factor, batch.inputGradients());
    }

    void update(ArrayOptimizer optimizer) {
        optimizer.update(parts[0], Arrays.copyOfRange(parts, 1, parts.length), gradients, 0);
    }

    /** A copy of the parameters (part 0) or of one of their values of optimiser state (from 1). */
    List<DenseWeights> part(int part) {
        float[] all = parts[part].data().asFloat();
        List<DenseWeights> copies = new ArrayList<>();
        int from = 0;
        for (ArrayLayer layer : layers) {
            int bias = from + layer.in() * layer.out();
            int end = bias + layer.out();
            copies.add(new DenseWeights(layer.in(), layer.out(), Arrays.copyOfRange(all, from, bias),
                    Arrays.copyOfRange(all, bias, end), layer.activation()));
            from = end;
        }
        return copies;
    }

    /** Overwrites the parameters (part 0) or one of their values of optimiser state (from 1). */
    void setPart(int part, List<DenseWeights> source) {
        float[] all = new float[Math.toIntExact(parts[part].length())];
        int from = 0;
        for (DenseWeights layer : source) {
            System.arraycopy(layer.weights(), 0, all, from, layer.weights().length);
            from += layer.weights().length;
            System.arraycopy(layer.bias(), 0, all, from, layer.bias().length);
            from += layer.bias().length;
        }
        try (INDArray copy = Nd4j.createFromArray(all)) {
            parts[part].assign(copy);
        }
    }

    void close() {
        for (INDArray part : parts) {
            part.close();
        }
        gradients.close();
    }
}
