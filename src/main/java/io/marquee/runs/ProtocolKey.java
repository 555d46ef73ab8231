package io.marquee.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What must be the same for the errors of two runs to be comparable.
 *
 * @param fingerprint hash of the ratings; empty while the run has not begun
 * @param split how they were divided, in words, with the seed of the division; empty while the run has not begun
 * @param seed seed of the initial weights and the shuffles
 * @param clipped whether predictions were clipped to the rating scale
 */
public record ProtocolKey(String fingerprint, String split, long seed, boolean clipped) {

    public ProtocolKey {
        Objects.requireNonNull(fingerprint);
        Objects.requireNonNull(split);
    }

    /** What differs between two protocols, in words such as "dataset"; empty where their errors may be ranked. */
    public List<String> differences(ProtocolKey other) {
        List<String> differences = new ArrayList<>();
        if (!fingerprint.equals(other.fingerprint)) {
            differences.add("dataset");
        }
        if (!split.equals(other.split)) {
            differences.add("split");
        }
        if (seed != other.seed) {
            differences.add("seed");
        }
        if (clipped != other.clipped) {
            differences.add("clipping");
        }
        return differences;
    }
}
