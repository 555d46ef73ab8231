package io.marquee.train.fused;

import io.marquee.kernel.DenseStack;
import io.marquee.kernel.DenseWeights;
import io.marquee.kernel.PackedDense;
import io.marquee.model.NetworkWeights;
import io.marquee.train.EngineState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Names the arrays of an engine's state. Parameters and each value of optimiser state a parameter has are laid out as a
 * network of the same shape, row-major and without padding, so that a state can be read with another kernel.
 */
final class StateArrays {

    private StateArrays() {}

    /** The name of a part: 0 for the parameters, then the optimiser's values. */
    private static String name(int part) {
        return part == 0 ? "parameters" : "optimizer-" + part;
    }

    static void put(int part, NetworkWeights network, Map<String, float[]> arrays) {
        List<float[]> values = arrays(network);
        for (int i = 0; i < values.size(); i++) {
            arrays.put(name(part) + "/" + i, values.get(i));
        }
    }

    /** Overwrites a network with a part of a state. */
    static void get(int part, EngineState state, NetworkWeights network) {
        List<float[]> values = arrays(network);
        for (int i = 0; i < values.size(); i++) {
            float[] target = values.get(i);
            System.arraycopy(state.array(name(part) + "/" + i, target.length), 0, target, 0, target.length);
        }
    }

    private static List<float[]> arrays(NetworkWeights network) {
        List<float[]> arrays = new ArrayList<>();
        arrays.add(network.users().values());
        arrays.add(network.items().values());
        for (DenseWeights layer : network.layers()) {
            arrays.add(layer.weights());
            arrays.add(layer.bias());
        }
        return arrays;
    }

    /** The arrays of a stack in the order of an engine's {@link DenseBlock}s. */
    static List<float[]> arrays(DenseStack stack) {
        List<float[]> arrays = new ArrayList<>();
        for (PackedDense layer : stack.hidden()) {
            arrays.add(layer.weights());
            arrays.add(layer.bias());
        }
        arrays.add(stack.outputWeights());
        arrays.add(stack.outputBias());
        return arrays;
    }
}
