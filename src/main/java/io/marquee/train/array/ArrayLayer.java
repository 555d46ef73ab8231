package io.marquee.train.array;

import io.marquee.kernel.DenseWeights;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.Axpy;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A dense layer in training, on the device. Its bias is one more column of its weights, whose input is always one: products
 * of matrices then add it and work out its gradient. All results are written where there is room for them already.
 *
 * @param in number of inputs, without the one
 * @param parameters a view, {@code [out][in + 1]} in columns; in memory that is {@link DenseWeights}' weights, then its bias
 * @param gradients a view of the same shape
 */
record ArrayLayer(int in, int out, DenseWeights.Activation activation, INDArray parameters, INDArray gradients) {

    /** @param inputs {@code [batch][in + 1]}, the last column one */
    void forward(INDArray inputs, INDArray outputs) {
        Nd4j.gemm(inputs, parameters, outputs, false, true, 1, 0);
        if (activation == DenseWeights.Activation.RELU) {
            Nd4j.exec(new RectifiedLinear(outputs, outputs));
        }
    }

    /**
     * Works out the gradients of a layer.
     *
     * @param inputs what {@link #forward} had
     * @param gradient gradient of the loss by the outputs, divided by the scale
     * @param scale what the gradient has to be multiplied by
     */
    void gradients(INDArray inputs, INDArray gradient, double scale, double l2) {
        Nd4j.gemm(gradient, inputs, gradients, true, false, scale, 0);
        if (l2 != 0) {
            INDArray ofWeights = weights(gradients);
            Nd4j.exec(new Axpy(weights(parameters), ofWeights, ofWeights, l2));
        }
    }

    /**
     * The gradient of the loss by the inputs, where these are another layer's outputs.
     *
     * @param outputs those of the layer before; overwritten, since nothing needs them any more
     * @param gradient gradient of the loss by this layer's outputs, divided by the scale
     * @param into receives it, with the derivative of the layer before: {@code [batch][in]}
     */
    void back(ArrayLayer before, INDArray outputs, INDArray gradient, double scale, INDArray into) {
        Nd4j.gemm(gradient, weights(parameters), into, false, false, scale, 0);
        if (before.activation == DenseWeights.Activation.RELU) {
            Nd4j.exec(new Step(outputs, outputs));
            into.muli(outputs);
        }
    }

    /** The gradient by the inputs where they are embeddings: {@code [in][batch]} in columns, so that a rating's lie together. */
    void backToEmbeddings(INDArray gradient, double scale, INDArray into) {
        Nd4j.gemm(weights(parameters), gradient, into, true, true, scale, 0);
    }

    private INDArray weights(INDArray all) {
        return all.get(NDArrayIndex.all(), NDArrayIndex.interval(0, in));
    }
}
