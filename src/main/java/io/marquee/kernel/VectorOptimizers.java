package io.marquee.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Optimiser steps with the Vector API. Runs are multiples of a vector's length. For {@code NEGLIGIBLE} see {@link DenseKernel}. */
final class VectorOptimizers {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    private VectorOptimizers() {}

    static void descend(ParameterRun run, float rate, float l2) {
        float[] values = run.values;
        float[] gradient = run.gradient;
        int at = run.at;
        int gradientAt = run.gradientAt;
        FloatVector decay = FloatVector.broadcast(SPECIES, l2);
        FloatVector minusRate = FloatVector.broadcast(SPECIES, -rate);
        FloatVector least = FloatVector.broadcast(SPECIES, DenseKernel.NEGLIGIBLE);
        for (int i = 0; i < run.count; i += SPECIES.length()) {
            FloatVector w = FloatVector.fromArray(SPECIES, values, at + i);
            FloatVector g = FloatVector.fromArray(SPECIES, gradient, gradientAt + i);
            g = decay.fma(w, g);
            flush(g.fma(minusRate, w), least).intoArray(values, at + i);
        }
    }

    static void nesterov(ParameterRun run, float rate, float momentum, float l2) {
        float[] values = run.values;
        float[] gradient = run.gradient;
        int at = run.at;
        int gradientAt = run.gradientAt;
        float[] state = run.state;
        int stateAt = run.stateAt;
        FloatVector decay = FloatVector.broadcast(SPECIES, l2);
        FloatVector minusRate = FloatVector.broadcast(SPECIES, -rate);
        FloatVector kept = FloatVector.broadcast(SPECIES, momentum);
        FloatVector ahead = FloatVector.broadcast(SPECIES, 1 + momentum);
        FloatVector least = FloatVector.broadcast(SPECIES, DenseKernel.NEGLIGIBLE);
        for (int i = 0; i < run.count; i += SPECIES.length()) {
            FloatVector w = FloatVector.fromArray(SPECIES, values, at + i);
            FloatVector g = FloatVector.fromArray(SPECIES, gradient, gradientAt + i);
            g = decay.fma(w, g);
            FloatVector before = FloatVector.fromArray(SPECIES, state, stateAt + i).mul(kept);
            FloatVector velocity = flush(g.fma(minusRate, before), least);
            velocity.intoArray(state, stateAt + i);
            velocity.fma(ahead, w.sub(before)).intoArray(values, at + i);
        }
    }

    static void adam(ParameterRun run, float rate, float epsilon, float l2) {
        float[] values = run.values;
        float[] gradient = run.gradient;
        int at = run.at;
        int gradientAt = run.gradientAt;
        float[] state = run.state;
        int firstAt = run.stateAt;
        int secondAt = firstAt + run.stateStride;
        FloatVector decay = FloatVector.broadcast(SPECIES, l2);
        FloatVector keepFirst = FloatVector.broadcast(SPECIES, 0.9f);
        FloatVector addFirst = FloatVector.broadcast(SPECIES, 0.1f);
        FloatVector keepSecond = FloatVector.broadcast(SPECIES, 0.999f);
        FloatVector addSecond = FloatVector.broadcast(SPECIES, 0.001f);
        FloatVector step = FloatVector.broadcast(SPECIES, rate);
        FloatVector floor = FloatVector.broadcast(SPECIES, epsilon);
        FloatVector least = FloatVector.broadcast(SPECIES, DenseKernel.NEGLIGIBLE);
        FloatVector leastSquare = least.mul(least);
        for (int i = 0; i < run.count; i += SPECIES.length()) {
            FloatVector w = FloatVector.fromArray(SPECIES, values, at + i);
            FloatVector g = FloatVector.fromArray(SPECIES, gradient, gradientAt + i);
            g = flush(decay.fma(w, g), least);
            FloatVector m = FloatVector.fromArray(SPECIES, state, firstAt + i).mul(keepFirst);
            FloatVector v = FloatVector.fromArray(SPECIES, state, secondAt + i).mul(keepSecond);
            m = flush(g.fma(addFirst, m), least);
            v = g.mul(g).fma(addSecond, v);
            v = v.blend(0, v.compare(VectorOperators.LT, leastSquare));
            m.intoArray(state, firstAt + i);
            v.intoArray(state, secondAt + i);
            w.sub(m.mul(step).div(v.sqrt().add(floor))).intoArray(values, at + i);
        }
    }

    private static FloatVector flush(FloatVector x, FloatVector least) {
        return x.blend(0, x.abs().compare(VectorOperators.LT, least));
    }
}
