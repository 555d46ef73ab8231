package io.marquee.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Optimiser steps with the Vector API. Runs are multiples of a vector's length. */
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
        for (int i = 0; i < run.count; i += SPECIES.length()) {
            FloatVector w = FloatVector.fromArray(SPECIES, values, at + i);
            FloatVector g = FloatVector.fromArray(SPECIES, gradient, gradientAt + i);
            g = decay.fma(w, g);
            g.fma(minusRate, w).intoArray(values, at + i);
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
        for (int i = 0; i < run.count; i += SPECIES.length()) {
            FloatVector w = FloatVector.fromArray(SPECIES, values, at + i);
            FloatVector g = FloatVector.fromArray(SPECIES, gradient, gradientAt + i);
            g = decay.fma(w, g);
            FloatVector before = FloatVector.fromArray(SPECIES, state, stateAt + i).mul(kept);
            FloatVector velocity = g.fma(minusRate, before);
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
        for (int i = 0; i < run.count; i += SPECIES.length()) {
            FloatVector w = FloatVector.fromArray(SPECIES, values, at + i);
            FloatVector g = FloatVector.fromArray(SPECIES, gradient, gradientAt + i);
            g = decay.fma(w, g);
            FloatVector m = FloatVector.fromArray(SPECIES, state, firstAt + i).mul(keepFirst);
            FloatVector v = FloatVector.fromArray(SPECIES, state, secondAt + i).mul(keepSecond);
            m = g.fma(addFirst, m);
            v = g.mul(g).fma(addSecond, v);
            m.intoArray(state, firstAt + i);
            v.intoArray(state, secondAt + i);
            w.sub(m.mul(step).div(v.sqrt().add(floor))).intoArray(values, at + i);
        }
    }
}
