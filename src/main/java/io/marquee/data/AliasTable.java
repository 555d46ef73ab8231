package io.marquee.data;

/**
 * Draws from a fixed discrete distribution in constant time (Walker's alias method as built by Vose, A linear algorithm
 * for generating random numbers with a given distribution, 1991). Immutable.
 */
final class AliasTable {

    private final double[] threshold;
    private final int[] alias;

    /** @param weights not negative, not all zero */
    AliasTable(double[] weights) {
        int size = weights.length;
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("There is nothing to draw from: the weights sum to " + sum);
        }
        threshold = new double[size];
        alias = new int[size];
        double[] scaled = new double[size];
        // The small ones wait at the start of the array, the large ones at its end.
        int[] waiting = new int[size];
        int small = 0;
        int large = size;
        for (int i = 0; i < size; i++) {
            scaled[i] = weights[i] * size / sum;
            if (scaled[i] < 1) {
                waiting[small++] = i;
            } else {
                waiting[--large] = i;
            }
        }
        while (small > 0 && large < size) {
            int less = waiting[--small];
            int more = waiting[large];
            threshold[less] = scaled[less];
            alias[less] = more;
            scaled[more] -= 1 - scaled[less];
            if (scaled[more] < 1) {
                large++;
                waiting[small++] = more;
            }
        }
        // What is left has weight 1 but for rounding.
        while (small > 0) {
            keep(waiting[--small]);
        }
        while (large < size) {
            keep(waiting[large++]);
        }
    }

    private void keep(int index) {
        threshold[index] = 1;
        alias[index] = index;
    }

    /** An index, by weight. */
    int draw(MatineeRandom random) {
        double position = random.uniform() * threshold.length;
        int index = (int) position;
        return position - index < threshold[index] ? index : alias[index];
    }
}
