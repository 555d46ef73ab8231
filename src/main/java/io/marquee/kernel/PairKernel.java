package io.marquee.kernel;

/**
 * Scores all pairs of some left and some right rows in a network with one hidden layer whose inputs are two halves side by
 * side. The hidden layer's sums are then a sum of two products, each known for its side alone, so that a pair costs a
 * sum, a ReLU and a multiply-add for each hidden unit, whatever the size of the halves.
 *
 * <p>Each row is one side's product with its half of the first layer's weights, as wide as {@code weights}, which is a
 * multiple of {@link #lanes}. Padding is zero in rows and weights.
 */
public interface PairKernel {

    /** Widths of rows have to be multiples of this. */
    int lanes();

    /**
     * Scores {@code leftRows} x {@code rightRows} pairs:
     * {@code out[l][r] = sum over k of max(0, left[firstLeft + l][k] + right[firstRight + r][k]) weights[k]}.
     *
     * @param left row-major {@code [rows][width]}
     * @param right row-major {@code [rows][width]}
     * @param weights weights of the one output, as many as a row is wide
     * @param out receives the scores, row-major {@code [leftRows][rightRows]}
     */
    void score(
            float[] left,
            int firstLeft,
            int leftRows,
            float[] right,
            int firstRight,
            int rightRows,
            float[] weights,
            float[] out);
}
