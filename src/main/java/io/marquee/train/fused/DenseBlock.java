package io.marquee.train.fused;

import io.marquee.kernel.DenseKernel;
import io.marquee.kernel.ParameterRun;
import java.util.Arrays;

/** One array of dense parameters in training, with the gradients each worker gathered and the optimiser's state. */
final class DenseBlock {

    /** Told which units of a block were updated, counted from 0. */
    interface Listener {
        Listener NONE = (from, to) -> {};

        void updated(int from, int to);
    }

    /** Floats of a cache line: shares that end within one would be passed to and fro between cores. */
    static final int LINE = 16;

    private final float[] values;
    private final float[] state;
    private final float[][] gradients;
    private final float l2;
    private final int unit;
    private final Listener listener;

    /**
     * @param values the parameters, updated in place
     * @param gradients one array for each worker, summed and cleared by each update
     * @param slots values of state a parameter needs
     * @param l2 weight decay
     * @param unit how many parameters must not be divided between workers
     * @param listener called after each worker's update, on its thread
     */
    DenseBlock(float[] values, float[][] gradients, int slots, float l2, int unit, Listener listener) {
        this.values = values;
        this.gradients = gradients;
        this.state = new float[values.length * slots];
        this.l2 = l2;
        this.unit = unit;
        this.listener = listener;
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
        listener.updated(from / unit, to / unit);
    }

    /** Copies the parameters (part 0) or one of their values of optimiser state (from 1) into an array of the same layout. */
    void copyPart(int part, float[] target) {
        System.arraycopy(part == 0 ? values : state, offset(part), target, 0, values.length);
    }

    /** Overwrites the parameters (part 0) or one of their values of optimiser state (from 1). */
    void setPart(int part, float[] source) {
        System.arraycopy(source, 0, part == 0 ? values : state, offset(part), values.length);
        if (part == 0) {
            listener.updated(0, values.length / unit);
        }
    }

    private int offset(int part) {
        return part == 0 ? 0 : (part - 1) * values.length;
    }

    private int boundary(int worker, int workers) {
        if (worker == workers) {
            return values.length;
        }
        return (int) ((long) values.length * worker / workers) / unit * unit;
    }
}
