package io.marquee.train.array;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Room on the device for all that a step on a batch of some size works out, so that a step makes no array. Of each layer there
 * are its outputs, with a column of ones for the next layer's bias, and the gradient by them.
 */
final class BatchArrays {

    /** Floats; arrays begin at multiples of it, which devices read fastest. */
    private static final int ALIGNMENT = 64;

    private final int size;
    private final INDArray taken;
    private final INDArray summed;
    private final INDArray zeros;
    private final INDArray embeddingsTaken;
    private final INDArray embeddingsGiven;
    private final INDArray inputGradients;
    private final INDArray embeddingGradients;
    private final List<INDArray> inputs = new ArrayList<>();
    private final List<INDArray> outputs = new ArrayList<>();
    private final List<INDArray> gradients = new ArrayList<>();

    private final INDArray memory;
    private long used;

    /**
     * @param memory at least {@link #floats} of them; arrays for another size may have used it
     * @param size number of ratings
     */
    BatchArrays(INDArray memory, int size, ArrayEmbeddings embeddings, List<ArrayLayer> layers) {
        this.memory = memory;
        this.size = size;
        long rows = 2L * size;
        int values = embeddings.size();
        long width = embeddings.width();
        taken = next(rows * width).reshape('c', rows, width);
        summed = next(rows * values).reshape('c', rows, values);
        zeros = next(rows * values).reshape('c', rows, values).assign(0);
        inputs.add(next((2L * values + 1) * size).reshape('c', size, 2L * values + 1));
        // A rating's rows, its user's and its item's, follow each other: seen like this, their parameters are its inputs.
        embeddingsTaken = pairs(taken, 2 * width, width, values);
        embeddingsGiven = pairs(inputs.get(0), 2L * values + 1, values, values);
        INDArray given = next(2L * values * size);
        inputGradients = given.reshape('f', 2L * values, size);
        embeddingGradients = given.reshape('c', rows, values);
        for (ArrayLayer layer : layers) {
            boolean last = outputs.size() == layers.size() - 1;
            long length = (long) size * layer.out();
            INDArray room = next(last ? length : length + size);
            outputs.add(first(room, length).reshape('f', size, layer.out()));
            if (last) {
                // The gradient of the loss by the last outputs is their error, which stands in their place.
                gradients.add(outputs.get(outputs.size() - 1));
            } else {
                inputs.add(room.reshape('f', size, layer.out() + 1L));
                gradients.add(next(length).reshape('f', size, layer.out()));
            }
        }
        for (INDArray input : inputs) {
            long one = input.size(1) - 1;
            input.get(NDArrayIndex.all(), NDArrayIndex.interval(one, one + 1)).assign(1);
        }
    }

    /** Floats of memory that a batch takes. */
    static long floats(long size, ArrayEmbeddings embeddings, List<ArrayLayer> layers) {
        long values = embeddings.size();
        long sum = aligned(2 * size * embeddings.width()) + 2 * aligned(2 * size * values)
                + aligned((2 * values + 1) * size) + aligned(2 * values * size);
        for (ArrayLayer layer : layers) {
            sum += aligned(size * (layer.out() + 1)) + aligned(size * layer.out());
        }
        return sum;
    }

    private static long aligned(long floats) {
        return (floats + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    private INDArray next(long floats) {
        INDArray part = memory.get(NDArrayIndex.interval(used, used + floats));
        used += aligned(floats);
        return part;
    }

    private static INDArray first(INDArray flat, long floats) {
        return flat.get(NDArrayIndex.interval(0, floats));
    }

    /** Parameters of both rows of each rating, {@code [batch][2][values]}. */
    private INDArray pairs(INDArray array, long fromRating, long fromRow, int values) {
        return Nd4j.create(array.data(), new long[] {size, 2, values}, new long[] {fromRating, fromRow, 1}, 0, 'c');
    }

    int size() {
        return size;
    }

    /** Makes the first layer's inputs of the rows that were taken. */
    void feed() {
        embeddingsGiven.assign(embeddingsTaken);
    }

    /** Rows of the table, each rating's user and then its item: {@code [2 batch][width]}. */
    INDArray taken() {
        return taken;
    }

    /** Room for sums of gradients, {@code [2 batch][values]}. */
    INDArray summed() {
        return summed;
    }

    /** As many zeros; never written to. */
    INDArray zeros() {
        return zeros;
    }

    /** Gradients by the rows' parameters, {@code [2 batch][values]}. */
    INDArray embeddingGradients() {
        return embeddingGradients;
    }

    /** The same numbers in the same place, {@code [2 values][batch]} in columns. */
    INDArray inputGradients() {
        return inputGradients;
    }

    /** Inputs of a layer, the last column ones. */
    INDArray inputs(int layer) {
        return inputs.get(layer);
    }

    INDArray outputs(int layer) {
        return outputs.get(layer);
    }

    /** Gradients by the outputs of a layer; of the last layer it takes the place of the outputs. */
    INDArray gradient(int layer) {
        return gradients.get(layer);
    }

    /** Outputs of the network, {@code [batch][1]}. */
    INDArray predictions() {
        return outputs.get(outputs.size() - 1);
    }

    static INDArray memory(long floats) {
        return Nd4j.createUninitialized(DataType.FLOAT, floats);
    }
}
