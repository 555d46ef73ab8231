package io.marquee.train.fused;

import io.marquee.kernel.DenseKernel;
import io.marquee.kernel.DenseStack;
import io.marquee.kernel.FeatureTile;
import io.marquee.kernel.PanelTile;
import io.marquee.kernel.TransposedDense;
import io.marquee.train.Batch;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Forward and backward pass over one worker's share of a batch, tile by tile, with buffers of its own. */
final class TileWorker {

    private static final int TILE = DenseKernel.TILE;

    /** Some milliseconds' work between two questions whether to go on. */
    private static final int ASK_EVERY = 64 * TILE;

    private final DenseKernel kernel;
    private final DenseStack stack;
    private final EmbeddingRows users;
    private final EmbeddingRows items;
    private final FeatureTile[] inputs;
    private final List<TransposedDense> transposed;
    private final PanelTile[] activations;
    private final PanelTile[] inputGradients;
    private final DenseStack gradients;
    private final float[] partial;
    private final float[] outputs;
    private final float[] outputGradient;
    private double squaredErrors;
    private long forwardNanos;
    private long backwardNanos;

    /** @param transposed the hidden layers of {@code stack} transposed, kept up to date by the caller */
    TileWorker(DenseKernel kernel, DenseStack stack, List<TransposedDense> transposed, EmbeddingRows users,
            EmbeddingRows items) {
        this.kernel = kernel;
        this.stack = stack;
        this.transposed = transposed;
        this.users = users;
        this.items = items;
        int panel = kernel.panel();
        inputs = stack.newInputs();
        activations = stack.newActivations(panel);
        inputGradients = stack.newInputGradients(panel);
        gradients = stack.zeros(panel);
        partial = new float[TILE * panel];
        outputs = new float[TILE];
        outputGradient = new float[TILE];
    }

    /** Gradients of the dense parameters, added to by each pass. */
    DenseStack gradients() {
        return gradients;
    }

    /** Sum of the squared errors of the last share. */
    double squaredErrors() {
        return squaredErrors;
    }

    long forwardNanos() {
        return forwardNanos;
    }

    long backwardNanos() {
        return backwardNanos;
    }

    /**
     * Passes over the ratings {@code from..to-1} of a batch.
     *
     * @param mayGoOn asked every some thousand ratings; the pass ends where it says no
     * @param ratingGradients receives the gradient of each rating's inputs, row-major {@code [batch][width]}
     */
    void pass(Batch batch, int from, int to, BooleanSupplier mayGoOn, float[] ratingGradients) {
        squaredErrors = 0;
        for (int start = from; start < to; start += TILE) {
            if (start > from && (start - from) % ASK_EVERY == 0 && !mayGoOn.getAsBoolean()) {
                return;
            }
            long begin = System.nanoTime();
            int samples = Math.min(TILE, to - start);
            int rows = (samples + DenseKernel.ROW_GROUP - 1) / DenseKernel.ROW_GROUP * DenseKernel.ROW_GROUP;
            gather(batch, start, samples, rows);
            stack.forward(kernel, inputs, rows, activations, partial, outputs);
            long middle = System.nanoTime();
            forwardNanos += middle - begin;
            lossGradient(batch, start, samples, rows);
            stack.backward(kernel, inputs, transposed, rows, outputGradient, activations, gradients, inputGradients,
                    true);
            int width = stack.width();
            for (int s = 0; s < samples; s++) {
                inputGradients[0].get(s, ratingGradients, (start + s) * width, width);
            }
            backwardNanos += System.nanoTime() - middle;
        }
    }

    private void gather(Batch batch, int start, int samples, int rows) {
        for (int s = 0; s < samples; s++) {
            users.gather(batch.users()[start + s], inputs[0], s, 0);
            items.gather(batch.items()[start + s], inputs[0], s, users.size());
        }
        inputs[0].clear(samples, rows);
    }

    /** The loss is the mean over the batch of (output - target)^2. */
    private void lossGradient(Batch batch, int start, int samples, int rows) {
        float scale = 2f / batch.size();
        for (int s = 0; s < samples; s++) {
            float error = outputs[s] - batch.targets()[start + s];
            squaredErrors += (double) error * error;
            outputGradient[s] = scale * error;
        }
        Arrays.fill(outputGradient, samples, rows, 0);
    }
}
