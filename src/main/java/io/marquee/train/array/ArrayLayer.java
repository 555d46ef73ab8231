package io.marquee.train.array;

import io.marquee.kernel.DenseWeights;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** A dense layer in training, on the device. */
final class ArrayLayer {

    private final int in;
    private final int out;
    private final DenseWeights.Activation activation;
    /** Part 0 holds the parameters, the others the optimiser's state. */
    private final List<INDArray> weights = new ArrayList<>();
    private final List<INDArray> bias = new ArrayList<>();
    private INDArray inputs;
    private INDArray outputs;

    /** @param start parameters to start from; copied */
    ArrayLayer(DenseWeights start, int slots) {
        this.in = start.in();
        this.out = start.out();
        this.activation = start.activation();
        for (int part = 0; part <= slots; part++) {
            weights.add(Nd4j.create(DataType.FLOAT, in, out));
            bias.add(Nd4j.create(DataType.FLOAT, 1, out));
        }
        setPart(0, start);
    }

    /** Outputs of a batch, {@code [batch][out]}; inputs and outputs are kept for {@link #backward}. */
    INDArray forward(INDArray x) {
        inputs = x;
        outputs = x.mmul(weights.get(0)).addiRowVector(bias.get(0));
        if (activation == DenseWeights.Activation.RELU) {
            Transforms.relu(outputs, false);
        }
        return outputs;
    }

    /**
     * Passes gradients of the batch back and updates the layer.
     *
     * @param gradient of the loss by the outputs; overwritten
     * @return gradient of the loss by the inputs, before the update
     */
    INDArray backward(INDArray gradient, ArrayOptimizer optimizer, double l2) {
        if (activation == DenseWeights.Activation.RELU) {
            gradient.muli(outputs.gt(0).castTo(DataType.FLOAT));
        }
        INDArray ofInputs = Nd4j.gemm(gradient, weights.get(0), false, true);
        INDArray ofWeights = Nd4j.gemm(inputs, gradient, true, false);
        INDArray ofBias = gradient.sum(true, 0);
        optimizer.update(weights.get(0), weights.subList(1, weights.size()), ofWeights, l2);
        optimizer.update(bias.get(0), bias.subList(1, bias.size()), ofBias, 0);
        return ofInputs;
    }

    /** A copy of the parameters (part 0) or of one of their values of optimiser state (from 1). */
    DenseWeights part(int part) {
        return new DenseWeights(in, out, weights.get(part).dup('c').data().asFloat(),
                bias.get(part).dup('c').data().asFloat(), activation);
    }

    /** Overwrites the parameters (part 0) or one of their values of optimiser state (from 1). */
    void setPart(int part, DenseWeights source) {
        weights.get(part).assign(Nd4j.createFromArray(source.weights()).reshape(in, out));
        bias.get(part).assign(Nd4j.createFromArray(source.bias()).reshape(1, out));
    }
}
