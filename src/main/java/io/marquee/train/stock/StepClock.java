package io.marquee.train.stock;

import io.marquee.train.StepTimes;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Splits a step's time at DL4J's own events, and takes the L2 term out of DL4J's score. */
final class StepClock extends BaseTrainingListener {

    private long mark;
    private long forwardNanos;
    private long backwardNanos;
    private long updateNanos;
    private double meanSquaredError;

    void begin() {
        mark = System.nanoTime();
    }

    void end() {
        updateNanos += lap();
    }

    private long lap() {
        long now = System.nanoTime();
        long lap = now - mark;
        mark = now;
        return lap;
    }

    @Override
    public void onForwardPass(Model model, Map<String, INDArray> activations) {
        forwardNanos += lap();
    }

    @Override
    public void onGradientCalculation(Model model) {
        backwardNanos += lap();
        meanSquaredError = model.score() - ((ComputationGraph) model).calcRegularizationScore(true);
    }

    /** Of the last step's batch before the step, without the L2 term. */
    double meanSquaredError() {
        return meanSquaredError;
    }

    /** Of all steps so far. */
    StepTimes times() {
        return new StepTimes(forwardNanos, backwardNanos, updateNanos);
    }
}
