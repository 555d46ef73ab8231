package io.marquee.kernel;

/**
 * Parameters that lie side by side, with their gradients and optimiser state. A cursor that is moved rather than made anew:
 * a step updates thousands of runs.
 */
public final class ParameterRun {

    float[] values;
    int at;
    float[] state;
    int stateAt;
    int stateStride;
    float[] gradient;
    int gradientAt;
    int count;

    /** Points at parameters and their optimiser state: slot j of parameter i lies at stateAt + j x stateStride + i. */
    public ParameterRun parameters(float[] ofValues, int from, float[] ofState, int stateFrom, int stride) {
        values = ofValues;
        at = from;
        state = ofState;
        stateAt = stateFrom;
        stateStride = stride;
        return this;
    }

    /**
     * Points at their gradients.
     *
     * @param size number of parameters, a multiple of {@link DenseKernel#parameterGroup}
     */
    public ParameterRun gradients(float[] ofGradient, int from, int size) {
        gradient = ofGradient;
        gradientAt = from;
        count = size;
        return this;
    }
}
