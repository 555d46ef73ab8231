package io.marquee.train.fused;

import io.marquee.kernel.DenseKernel;
import io.marquee.kernel.ParameterRun;
import java.util.Arrays;

/** One array of dense parameters in training, with the gradients each worker gathered and the optimiser's state. */
final class DenseBlock {

    private static final int ALIGNMENT = 16;

    private final float[] values;
    private final float[] state;
    private final float[][] gradients;
    private final float l2;

    /**
     * @param values the parameters, updated in place
     * @param gradients one array for each worker, summed and cleared by each update
     * @param slots values of state a parameter needs
     * @param l2 weight decay
     */
    DenseBlock(float[] values, float[][] gradients, int slots, float l2) {
        this.values = values;
        this.gradients = gradients;
        this.state = new float[values.length * slots];
        this.l2 = l2;
    }

    /**
     * Updates one worker's share of the parameters.
     *
     * @param run a cursor of the worker's own
     */
    void update(DenseKernel kernel, Optimizer optimizer, ParameterRun run, int worker, int workers) {
        int from = boundary(worker, workers);
        int to = boundary(worker + 1, workers);
        float[] sum = gradients[0];
        for (int other = 1; other < gradients.length; other++) {
            float[] more = gradients[other];
            for (int i = from; i < to; i++) {
                sum[i] += more[i];
            }
            Arrays.fill(more, from, to, 0);
        }
        run.parameters(values, from, state, from, values.length).gradients(sum, from, to - from);
        optimizer.update(kernel, run, l2);
        Arrays.fill(sum, from, to, 0);
    }

    private int boundary(int worker, int workers) {
        if (worker == workers) {
            return values.length;
        }
        return (int) ((long) values.length * worker / workers) / ALIGNMENT * ALIGNMENT;
    }
}
