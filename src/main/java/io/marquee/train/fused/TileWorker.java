package io.marquee.train.fused;

import io.marquee.kernel.DenseKernel;
import io.marquee.kernel.DenseStack;
import io.marquee.kernel.PanelTile;
import io.marquee.train.Batch;
import java.util.Arrays;

/** Forward and backward pass over one worker's share of a batch, tile by tile, with buffers of its own. */
final class TileWorker {

    private final DenseKernel kernel;
    private final DenseStack stack;
    private final EmbeddingRows users;
    private final EmbeddingRows items;
    private final int tileRows;
    private final PanelTile input;
    private final PanelTile inputGradient;
    private final PanelTile[] activations;
    private final PanelTile scratch;
    private final DenseStack gradients;
    private final float[] partial;
    private final float[] outputs;
    private final float[] outputGradient;
    private double squaredErrors;
    private long forwardNanos;
    private long backwardNanos;

    TileWorker(DenseKernel kernel, DenseStack stack, EmbeddingRows users, EmbeddingRows items, int tileRows) {
        this.kernel = kernel;
        this.stack = stack;
        this.users = users;
        this.items = items;
        this.tileRows = tileRows;
        int panel = kernel.panel();
        int widest = stack.hidden().stream().mapToInt(layer -> layer.out()).max().orElseThrow();
        input = PanelTile.ofOnePanel(tileRows, stack.width());
        inputGradient = PanelTile.ofOnePanel(tileRows, stack.width());
        activations = stack.newTiles(tileRows, panel);
        scratch = new PanelTile(tileRows, widest, panel);
        gradients = stack.zeros(panel);
        partial = new float[tileRows * panel];
        outputs = new float[tileRows];
        outputGradient = new float[tileRows];
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
     * @param inputGradients receives the gradient of each rating's inputs, row-major {@code [batch][width]}
     */
    void pass(Batch batch, int from, int to, float[] inputGradients) {
        squaredErrors = 0;
        for (int start = from; start < to; start += tileRows) {
            long begin = System.nanoTime();
            int samples = Math.min(tileRows, to - start);
            int rows = (samples + DenseKernel.ROW_GROUP - 1) / DenseKernel.ROW_GROUP * DenseKernel.ROW_GROUP;
            gather(batch, start, samples, rows);
            stack.forward(kernel, input, rows, activations, partial, outputs);
            long middle = System.nanoTime();
            forwardNanos += middle - begin;
            lossGradient(batch, start, samples, rows);
            stack.backward(kernel, input, rows, outputGradient, activations, scratch, gradients, inputGradient);
            int width = stack.width();
            for (int s = 0; s < samples; s++) {
                inputGradient.get(s, 0, inputGradients, (start + s) * width, width);
            }
            backwardNanos += System.nanoTime() - middle;
        }
    }

    private void gather(Batch batch, int start, int samples, int rows) {
        for (int s = 0; s < samples; s++) {
            users.gather(batch.users()[start + s], input, s, 0);
            items.gather(batch.items()[start + s], input, s, users.size());
        }
        for (int s = samples; s < rows; s++) {
            input.clearRow(s, stack.width());
        }
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
