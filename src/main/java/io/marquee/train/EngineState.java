package io.marquee.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All that an engine needs to go on where it was: parameters and the optimiser's memory.
 *
 * @param steps optimiser steps done
 * @param arrays named arrays in a fixed order; which there are is the engine's business, but does not depend on the
 *     machine
 */
public record EngineState(long steps, Map<String, float[]> arrays) {

    public EngineState {
        arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
    }

    /**
     * An array of this state.
     *
     * @throws IllegalArgumentException if there is none of that name and length
     */
    public float[] array(String name, int length) {
        float[] array = arrays.get(name);
        if (array == null || array.length != length) {
            throw new IllegalArgumentException("The saved state does not fit this network: " + name + " has "
                    + (array == null ? "no" : Integer.toString(array.length)) + " values where " + length
                    + " are needed.");
        }
        return array;
    }
}
